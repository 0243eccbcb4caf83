import type { Viewer } from '../../access/access.ts'
import { groupAbove, overviewOf, seriesOf, workShares, type Overview } from '../../insights/insights.ts'
import { historyOf, readingOf, type GroupRound } from '../../results/results.ts'
import { questionIdOf } from '../../rounds/rounds.ts'
import type { TeamPaths } from '../../people/people.ts'
import type { Reads } from '../../storage/index.ts'
import { actionsOf, type Action } from '../actions/actions.ts'
import { fromLastTime } from '../board/boards.ts'
import { topicsOf } from './topics.ts'
import type { Topic } from './topic.ts'

export interface Topics {
  topics: Topic[]
  /** What the topics rest on. */
  overview: Overview
  /** The group around the team, the organisation (null) or a team, whose figures were looked at beside. */
  around: { teamId: string | null; history: GroupRound[] }
}

/**
 * What is worth talking about in a team as of a round; null while nothing of it is published.
 * @param roundId the team's latest when left out
 */
export async function topicsFor(
  read: Reads,
  viewer: Viewer,
  { teamId, paths, roundId }: { teamId: string; paths: TeamPaths; roundId: string | null },
): Promise<Topics | null> {
  const choice = { months: lookedBack, measure: null, roundId }
  const overview = await overviewOf(read, { teamId, paths }, choice)
  if (!overview) return null
  const around = await groupAbove(read, await readingOf(read, viewer), teamId)
  // A question is compared with the group around the team in the round it was last asked in, and in no other.
  const last = new Set(overview.series.map(({ points }) => points.at(-1)?.roundId))
  const rounds = overview.history.map(({ round }) => round).filter(({ id }) => last.has(id))
  const beside = await historyOf(read, rounds, around, paths)
  const history = beside.filter(({ items }) => items.length > 0)
  const topics = topicsOf({
    series: overview.series,
    changes: overview.changes,
    work: workShares(overview.series),
    neighbours: seriesOf(history),
  })
  return { topics, overview, around: { teamId: around, history } }
}

/** As far as an overview does, unless it is asked for more. */
const lookedBack = 12

/**
 * What was decided before and is open, has ended since the retro before, or was asked about in the round.
 * @param asked keys of the round's questions about actions
 */
export async function broughtAlong(read: Reads, teamId: string, asked: string[]): Promise<Action[]> {
  const recent = await fromLastTime(read, teamId)
  const known = new Set(recent.map(({ id }) => id))
  const answered = (await actionsOf(read, teamId)).filter(
    ({ id }) => asked.includes(questionIdOf(id)) && !known.has(id),
  )
  return [...recent, ...answered]
}
