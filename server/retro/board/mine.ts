import type { MineProps } from '#views/retro/board/mine-props.ts'
import type { Topic } from '#views/retro/board/props.ts'
import type { BoardMatter } from '../../storage/schema/boards.ts'
import type { Content } from './queries.ts'
import type { Device } from './secrets.ts'

export function mineOf(content: Content, device: Device, topics: Topic[]): MineProps {
  const { board, cards } = content
  const { id, stage, locked, columns, everybodyGroups, checkIn } = board
  const none = { cards: [], ballot: [], votesLeft: 0, nextVote: null }
  const mine = { id, stage, locked, columns, everybodyGroups, checkIn, ...none, ...saidBy(content, device) }
  if (stage === 'write') {
    const own = cards.filter((card) => !card.revealed && device.wrote(card))
    return { ...mine, cards: own.map((card) => ({ id: card.id, column: card.column, text: card.text })) }
  }
  return stage === 'vote' ? { ...mine, ...ballotOf(content, device, topics) } : mine
}

function saidBy({ board, signs }: Content, device: Device): Pick<MineProps, 'asksMore' | 'said'> {
  const given = new Map(signs.map(({ mark, value }) => [mark, value]))
  const said = (about: BoardMatter) => given.get(device.signMark(board, about)) ?? null
  return {
    asksMore: board.asksMore,
    said: { done: said('done') !== null, more: said('more'), arrived: said('arrived'), worth: said('worth') },
  }
}

function ballotOf({ board, votes }: Content, device: Device, topics: Topic[]) {
  const cast = new Map(votes.map(({ mark, groupId }) => [mark, groupId]))
  const own = device.voteMarks(board).map((mark) => cast.get(mark) ?? null)
  const next = own.indexOf(null)
  return {
    ballot: topics.map((topic) => ({
      topic,
      votes: own.flatMap((groupId, number) => (groupId === topic.id ? [number] : [])),
    })),
    votesLeft: own.filter((groupId) => groupId === null).length,
    nextVote: next === -1 ? null : next,
  }
}
