import type { MineProps } from '#views/retro/board/mine-props.ts'
import type { Topic } from '#views/retro/board/props.ts'
import type { Content } from './queries.ts'
import type { Device } from './secrets.ts'

export function mineOf({ board, cards, votes }: Content, device: Device, topics: Topic[]): MineProps {
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
