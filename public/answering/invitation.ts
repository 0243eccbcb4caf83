import type { Question } from '#server/storage/schema/questions.ts'

/** What `POST /answering/invitation` answers. */
export interface Invitation {
  /** The same under every link to it. A server may leave it out. */
  id?: string
  round: string
  unit: { id: string; name: string; size: number; members: string[] }
  /** The teams counted together in the unit, when it is more than one. */
  pooled?: string[]
  questions: Question[]
  ownQuestions: Question[]
  /** What the unit's teams decided; not asked, so not covered by the manifest. A server may leave it out. */
  actions?: ToldAction[]
  /** What the newest results say of the team; neither asked nor covered. A server may leave it out. */
  last?: { month: string; said: string[] } | null
  ticket: boolean
  /** In which moments are told, as in the mail. A server may leave it out. */
  timeZone?: string
}

export interface ToldAction {
  team: string
  text: string
  state: 'open' | 'done' | 'dropped'
  /** Why it was dropped. */
  reason?: string
}

/** All that is asked of one person, in order: the round's questions, then the unit's own. */
export const questionsOf = ({ questions, ownQuestions }: Invitation): Question[] => [
  ...questions,
  ...ownQuestions,
]
