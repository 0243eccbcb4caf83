import type { CheckIn, Stage, Topic } from './props.ts'

/** What one device alone sees: its own cards before they are revealed, its own votes while they are cast. */
export interface MineProps {
  id: string
  stage: Stage
  locked: boolean
  columns: string[]
  everybodyGroups: boolean
  checkIn: CheckIn | null
  asksMore: boolean
  /** What the device said of itself; null for what it did not. */
  said: { done: boolean; more: number | null; arrived: number | null; worth: number | null }
  cards: { id: string; column: number; text: string }[]
  /** With the numbers of the device's votes for each. */
  ballot: { topic: Topic; votes: number[] }[]
  votesLeft: number
  /** The number of the next vote that is free; null when all are cast. */
  nextVote: number | null
}
