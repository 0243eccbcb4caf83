import { z } from 'zod'
import { timeZone } from '../settings/settings.ts'
import { line } from '../web/form.ts'

/** Days left out stay as they are. */
export const settingsForm = z.object({
  name: line(),
  timeZone,
  cardsKeptDays: z.coerce.number('days').int('days').min(1, 'days').max(730, 'days').optional(),
})
