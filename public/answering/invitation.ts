import type { Question } from '#server/rounds/questions.ts'

/** What `POST /answering/invitation` answers. */
export interface Invitation {
  round: string
  unit: { id: string; name: string; size: number; members: string[] }
  /** The teams counted together in the unit, when it is more than one. */
  pooled?: string[]
  questions: Question[]
  ownQuestions: Question[]
  ticket: boolean
}

/** All that is asked of one person, in order: the round's questions, then the unit's own. */
export const questionsOf = ({ questions, ownQuestions }: Invitation): Question[] => [
  ...questions,
  ...ownQuestions,
]
