import { z } from 'zod'
import { timeZones } from '../settings/settings.ts'
import { email, line } from '../web/form.ts'

const known = new Set(timeZones())

export const timeZone = z.string('required').refine((zone) => known.has(zone), 'timeZone')

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

/** Days left out stay as they are. */
export const settingsForm = z.object({
  name: line(),
  timeZone,
  cardsKeptDays: z.coerce.number('days').int('days').min(1, 'days').max(730, 'days').optional(),
})

export const tokenForm = z.object({ name: line(80) })
