import { z } from 'zod'
import { timeZone } from '../settings/settings.ts'
import { line, whole } from '../web/form.ts'

/** Days left out stay as they are. */
export const settingsForm = z.object({
  name: line(),
  timeZone,
  cardsKeptDays: whole(1, 730, 'days').optional(),
})
