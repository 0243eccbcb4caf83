import type { BoardStage } from '../../storage/schema/boards.ts'
import type { Content } from './queries.ts'
import type { Device } from './secrets.ts'
import type { Topic } from './sight.ts'

/** What one device alone sees: its own cards before they are revealed, its own votes while they are cast. */
export interface Mine {
  id: string
  stage: BoardStage
  locked: boolean
  columns: string[]
  cards: { id: string; column: number; text: string }[]
  ballot: BallotLine[]
  votesLeft: number
  /** The number of the next vote that is free; null when all are cast. */
  nextVote: number | null
}

export interface BallotLine {
  topic: Topic
  /** Numbers of the device's votes for it. */
  votes: number[]
}

export function mineOf({ board, cards, votes }: Content, device: Device, topics: Topic[]): Mine {
  const { id, stage, locked, columns } = board
  const none = { id, stage, locked, columns, cards: [], ballot: [], votesLeft: 0, nextVote: null }
  if (stage === 'write') {
    const own = cards.filter((card) => !card.revealed && device.wrote(card))
    return { ...none, cards: own.map((card) => ({ id: card.id, column: card.column, text: card.text })) }
  }
  if (stage !== 'vote') return none
  const cast = new Map(votes.map(({ mark, groupId }) => [mark, groupId]))
  const own = device.voteMarks(board).map((mark) => cast.get(mark) ?? null)
  const next = own.indexOf(null)
  return {
    ...none,
    ballot: topics.map((topic) => ({
      topic,
      votes: own.flatMap((groupId, number) => (groupId === topic.id ? [number] : [])),
    })),
    votesLeft: own.filter((groupId) => groupId === null).length,
    nextVote: next === -1 ? null : next,
  }
}
