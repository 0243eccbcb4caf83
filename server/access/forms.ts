import { z } from 'zod'
import { timeZone } from '../settings/settings.ts'
import { email, line } from '../web/form.ts'

export const setupForm = z.object({
  token: line(200),
  organisation: line(),
  timeZone,
  name: z
    .string()
    .trim()
    .max(120, 'tooLong')
    .default('')
    .transform((name) => name || null),
  email,
})

export const signInForm = z.object({ email })

export const tokenForm = z.object({ name: line(80) })
