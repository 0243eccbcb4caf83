import type { Stage, Topic } from './props.ts'

export interface MineProps {
  id: string
  stage: Stage
  locked: boolean
  columns: string[]
  cards: { id: string; column: number; text: string }[]
  ballot: { topic: Topic; votes: number[] }[]
  votesLeft: number
  nextVote: number | null
}
