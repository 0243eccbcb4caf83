import { z } from 'zod'
import { accent, timeZone } from '../settings/settings.ts'
import { line, optionalLines, whole } from '../web/form.ts'

const introduction = optionalLines(600).optional()

/** What is left out stays as it is. */
export const settingsForm = z.object({
  name: line(),
  timeZone,
  cardsKeptDays: whole(1, 730, 'days').optional(),
  accent: accent.optional(),
  introduction,
})

/** How an invitation with these words and this colour would look, or read as plain text. */
export const previewForm = z.object({
  accent: accent.optional(),
  introduction,
  as: z.literal('text').optional().catch(undefined),
})
