import { z } from 'zod'
import { accent, timeZone } from '../settings/settings.ts'
import { line, optionalLines, whole } from '../web/form.ts'

/** From a list of two, or a script's true or false. */
const yesOrNo = z.union([z.boolean(), z.enum(['yes', 'no']).transform((word) => word === 'yes')])

const introduction = optionalLines(600).optional()

/** What is left out stays as it is. */
export const settingsForm = z.object({
  name: line(),
  timeZone,
  cardsKeptDays: whole(1, 730, 'days').optional(),
  remarksKeptMonths: whole(1, 120, 'invalid').optional(),
  logKeptMonths: whole(3, 120, 'invalid').optional(),
  lettersKeptDays: whole(1, 365, 'days').optional(),
  mailFigures: yesOrNo.optional(),
  accent: accent.optional(),
  introduction,
})

/** How an invitation with these words and this colour would look, or read as plain text. */
export const previewForm = z.object({
  accent: accent.optional(),
  introduction,
  as: z.literal('text').optional().catch(undefined),
})
