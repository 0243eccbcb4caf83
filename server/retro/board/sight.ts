import type { Sight, Topic } from '#views/retro/board/props.ts'
import type { BoardStage } from '../../storage/schema/boards.ts'
import type { Content } from './queries.ts'

export function sightOf(content: Content): Sight {
  const { board, cards, votes } = content
  const { id, version, stage, locked, columns, votesEach, timerEndsAt } = board
  return {
    id,
    version,
    stage,
    locked,
    columns,
    topics: topicsOf(content),
    unrevealed: cards.filter(({ revealed }) => !revealed).length,
    votesEach,
    votesCast: votes.length,
    timerEndsAt,
  }
}

export interface HiddenCard {
  id: string
  text: string
}

/** For facilitators alone. */
export const hiddenCards = ({ cards }: Content): HiddenCard[] =>
  cards.filter(({ hidden }) => hidden).map(({ id, text }) => ({ id, text }))

const votesAreCounted = (stage: BoardStage) => ['discuss', 'decide', 'ended'].includes(stage)

function topicsOf({ board, cards, titles, votes }: Content): Topic[] {
  const counted = new Map<string, number>()
  if (votesAreCounted(board.stage))
    for (const { groupId } of votes) counted.set(groupId, (counted.get(groupId) ?? 0) + 1)
  const topics = new Map<string, Topic>()
  for (const { id, groupId, column, text, mark } of cards.filter((card) => card.revealed && !card.hidden)) {
    const title = titles.get(groupId) ?? null
    const topic = topics.get(groupId) ?? {
      id: groupId,
      title,
      column,
      cards: [],
      votes: counted.get(groupId) ?? 0,
    }
    topic.cards.push({ id, text, fromResults: mark === null })
    topics.set(groupId, topic)
  }
  return [...topics.values()].sort((a, b) => b.votes - a.votes || a.column - b.column)
}
