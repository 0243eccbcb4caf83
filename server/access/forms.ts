import { z } from 'zod'
import { timeZone } from '../settings/settings.ts'
import { email, line, optionalLine } from '../web/form.ts'

export const setupForm = z.object({
  token: line(200),
  organisation: line(),
  timeZone,
  name: optionalLine(120).transform((name) => name || null),
  email,
})

export const signInForm = z.object({ email })

export const tokenForm = z.object({ name: line(80) })
