export type Stage = 'write' | 'group' | 'vote' | 'discuss' | 'decide' | 'ended'

/** A group of cards as everybody sees it; most are of one card. */
export interface Topic {
  id: string
  title: string | null
  column: number
  cards: { id: string; text: string; fromResults: boolean }[]
  /** 0 while votes are being cast: nobody should follow the others. */
  votes: number
}

/** What all who look at a board see of it. */
export interface Sight {
  id: string
  version: number
  stage: Stage
  locked: boolean
  columns: string[]
  /** Column by column; by votes once they have been cast. */
  topics: Topic[]
  /** Cards nobody can read yet. */
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
  /** A day, such as 2026-11-30. */
  due: string
  state: 'open' | 'done' | 'dropped'
  /** Open, and its day has passed. */
  overdue: boolean
  /** Why it was dropped. */
  reason: string | null
}

/** A short name for a group: its heading, else its first card, cut where it grows long. */
export function topicName({ title, cards }: Topic): string {
  const name = title ?? cards[0]!.text.split('\n', 1)[0]!
  return name.length > 60 ? `${name.slice(0, 59)}…` : name
}
