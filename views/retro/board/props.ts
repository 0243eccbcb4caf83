export type Stage = 'write' | 'group' | 'vote' | 'discuss' | 'decide' | 'ended'

export interface Topic {
  id: string
  title: string | null
  column: number
  cards: { id: string; text: string; fromResults: boolean }[]
  votes: number
}

/** What all who look at a board see of it. */
export interface Sight {
  id: string
  version: number
  stage: Stage
  locked: boolean
  columns: string[]
  topics: Topic[]
  unrevealed: number
  votesEach: number
  votesCast: number
  timerEndsAt: Date | null
}

/** What was decided. */
export interface Action {
  id: string
  text: string
  /** Null for somebody who has left. */
  owner: string | null
  /** As it is read. */
  due: string
  state: 'open' | 'done' | 'dropped'
  /** Why it was dropped. */
  reason: string | null
}

/** A short name for a group: its heading, else its first card, cut where it grows long. */
export function topicName({ title, cards }: Topic): string {
  const name = title ?? cards[0]!.text.split('\n', 1)[0]!
  return name.length > 60 ? `${name.slice(0, 59)}…` : name
}
