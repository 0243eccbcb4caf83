import { columns as c } from '../columns.ts'

/** Good, middling, bad: or, for questions without a good end, low, middle, high. */
export const bands = ['favourable', 'neutral', 'unfavourable', 'low', 'middle', 'high'] as const
export type Band = (typeof bands)[number]
export const cuts = ['unit', 'area', 'organisation', 'experience'] as const
export type Cut = (typeof cuts)[number]

/** Every language a questionnaire can be read in; a question's text is stored once for each. */
export const languages = ['en'] as const
export type Language = (typeof languages)[number]

interface Versioned<Text> {
  id: string
  version: number
  /** What is measured, and after whom. */
  construct: string
  text: Record<Language, Text>
}

interface Wording {
  question: string
  hint?: string | undefined
}

interface ScaleWording extends Wording {
  /** Short, for its good end, or for a large amount: what is said to rise and fall wherever its answers are shown. */
  name: string
  levels: string[]
}

/** Five levels; three where a team is asked about something of its own. */
export interface ScaleQuestion extends Versioned<ScaleWording> {
  kind: 'scale'
  cut: Cut
  /** The band of each level, lowest level first. */
  bands: Band[]
}

export interface GridQuestion extends Versioned<
  Wording & { rows: Record<string, string>; helped: string; hurt: string; unused: string }
> {
  kind: 'grid'
  cut: Cut
  rows: string[]
}

export interface RemarkQuestion extends Versioned<Wording> {
  kind: 'remark'
}

export interface AttributeQuestion extends Versioned<Wording & { options: Record<string, string> }> {
  kind: 'attribute'
  options: string[]
}

/** One of several answers that have no order and no good end; shown of the whole organisation alone. */
export interface ChoiceQuestion extends Versioned<Wording & { options: Record<string, string> }> {
  kind: 'choice'
  cut: 'organisation'
  options: string[]
}

/** One version of one question, as a round freezes it. */
export type Question = ScaleQuestion | GridQuestion | RemarkQuestion | AttributeQuestion | ChoiceQuestion

/** Asked every month; every third; once a quarter; or by nobody until somebody gives it another place. */
export const places = ['core', 'rotating', 'quarterly', 'library'] as const
export type Place = (typeof places)[number]

export const questions = c.table('questions', {
  id: c.text('id').primaryKey(),
  position: c.count('position').notNull(),
  retired: c.flag('retired').notNull(),
  place: c.text('place', { enum: places }).notNull().default('core'),
  /** 1 to 3 for what rotates: one turn a month; null for all else. */
  turn: c.count('turn'),
  version: c.count('version').notNull(),
})

export const questionVersions = c.table(
  'question_versions',
  {
    questionId: c
      .text('question_id')
      .notNull()
      .references(() => questions.id),
    version: c.count('version').notNull(),
    definition: c.json('definition').$type<Question>().notNull(),
  },
  (t) => [c.primaryKey({ columns: [t.questionId, t.version] })],
)
