import { z } from 'zod'

/** Every language a questionnaire can be read in; a question's text is stored once for each. */
export const languages = ['en'] as const
export type Language = (typeof languages)[number]

const line = z.string().trim().min(1, 'required').max(400, 'tooLong')
const inEveryLanguage = <T extends z.ZodType>(text: T) => z.object({ en: text })

/** Good, middling, bad: or, for questions without a good end, low, middle, high. */
export const bands = ['favourable', 'neutral', 'unfavourable', 'low', 'middle', 'high'] as const
export const gridBands = ['helped', 'hurt'] as const
export const cuts = ['unit', 'area', 'organisation', 'experience'] as const

const id = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'questionId')
const base = { id, version: z.int().min(1), construct: z.string().max(400, 'tooLong') }

/** Five levels; three where a team is asked about something of its own. */
const perLevel = <T extends z.ZodType>(of: T) => z.union([z.array(of).length(5), z.array(of).length(3)])

const scale = z
  .object({
    ...base,
    kind: z.literal('scale'),
    cut: z.enum(cuts),
    /** The band of each level, lowest level first. */
    bands: perLevel(z.enum(bands)),
    text: inEveryLanguage(z.object({ question: line, hint: line.optional(), levels: perLevel(line) })),
  })
  .refine((scale) => scale.bands.length === scale.text.en.levels.length, { path: ['bands'] })

const grid = z.object({
  ...base,
  kind: z.literal('grid'),
  cut: z.enum(cuts),
  rows: z.array(id).min(1).max(20),
  text: inEveryLanguage(
    z.object({
      question: line,
      hint: line.optional(),
      rows: z.record(id, line),
      helped: line,
      hurt: line,
      unused: line,
    }),
  ),
})

const remark = z.object({
  ...base,
  kind: z.literal('remark'),
  text: inEveryLanguage(z.object({ question: line, hint: line.optional() })),
})

const attribute = z.object({
  ...base,
  kind: z.literal('attribute'),
  options: z.array(id).min(2).max(6),
  text: inEveryLanguage(z.object({ question: line, hint: line.optional(), options: z.record(id, line) })),
})

/** One version of one question, as a round freezes it. */
export const question = z.discriminatedUnion('kind', [scale, grid, remark, attribute])

export type Question = z.infer<typeof question>
export type ScaleQuestion = z.infer<typeof scale>
export type GridQuestion = z.infer<typeof grid>
export type RemarkQuestion = z.infer<typeof remark>
export type AttributeQuestion = z.infer<typeof attribute>
export type Band = (typeof bands)[number]
export type Cut = (typeof cuts)[number]
