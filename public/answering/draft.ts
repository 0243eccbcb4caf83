import type { Question } from '#server/storage/schema/questions.ts'

export type Audience = 'team' | 'organisation'

/** What a person has typed and picked so far. */
export interface Draft {
  /** By field: a question's id, or `<question>/<row>` in a grid. Levels run from '1'. */
  choices: Record<string, string>
  remarks: Record<string, { text: string; audience?: Audience }>
}

/** Picked on purpose, and the same as not answering: "does not apply", "not used", "prefer not to say". */
export const abstained = ''

export const emptyDraft: Draft = { choices: {}, remarks: {} }

export const rowField = (question: string, row: string) => `${question}/${row}`

/** Every field that counts as answered or not; remarks are extras. */
export const fieldsOf = (questions: Question[]): string[] => questions.flatMap(fieldsOfQuestion)

function fieldsOfQuestion(question: Question): string[] {
  if (question.kind === 'remark') return []
  return question.kind === 'grid' ? question.rows.map((row) => rowField(question.id, row)) : [question.id]
}

export const isBegun = ({ choices, remarks }: Draft) =>
  Object.keys(choices).length > 0 || Object.values(remarks).some(({ text }) => text !== '')
