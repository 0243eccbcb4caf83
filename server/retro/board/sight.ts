import type { Room, Sight, Topic } from '#views/retro/board/props.ts'
import type { BoardMatter, BoardStage } from '../../storage/schema/boards.ts'
import type { Content } from './queries.ts'

export function sightOf(content: Content): Sight {
  const { board, cards, votes } = content
  const { id, version, stage, locked, columns, votesEach, timerEndsAt, everybodyGroups } = board
  const topics = topicsOf(content)
  return {
    id,
    version,
    stage,
    locked,
    columns,
    topics,
    unrevealed: cards.filter(({ revealed }) => !revealed).length,
    votesEach,
    votesCast: votes.length,
    timerEndsAt,
    openUntil: board.openUntil,
    everybodyGroups,
    checkIn: board.checkIn,
    topic: topicNow(board.topicId, topics),
    room: roomOf(content),
    arrived: board.arrived,
    worth: board.worth,
  }
}

/** Numbers of what devices did, and of nobody. */
function roomOf({ board, signs }: Content): Room {
  const about = (matter: BoardMatter) => signs.filter((sign) => sign.about === matter)
  const more = about('more')
  return {
    joined: board.seats,
    done: about('done').length,
    arrived: about('arrived').length,
    worth: about('worth').length,
    asksMore: board.asksMore,
    more: more.filter(({ value }) => value === 1).length,
    enough: more.filter(({ value }) => value === 0).length,
  }
}

/** What is talked about: what was chosen, while it is there, or the first. */
const topicNow = (chosen: string | null, topics: Topic[]): string | null =>
  (topics.find(({ id }) => id === chosen) ?? topics[0])?.id ?? null

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
