import type { Viewer } from '../../access/access.ts'
import { overviewOf, workShares, type Overview } from '../../insights/insights.ts'
import { readingOf } from '../../results/results.ts'
import { questionIdOf } from '../../rounds/rounds.ts'
import type { TeamPaths } from '../../people/people.ts'
import type { Reads } from '../../storage/index.ts'
import { actionsOf, type Action } from '../actions/actions.ts'
import { fromLastTime } from '../board/boards.ts'
import { topicsOf, type Topic } from './topics.ts'

export interface Topics {
  topics: Topic[]
  /** What the topics rest on. */
  overview: Overview
  /** The group around the team, where its figures were looked at; null for the organisation. */
  around: Overview | null
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
  const around = await overviewOf(
    read,
    { teamId: await groupAround(read, viewer, teamId, paths), paths },
    choice,
  )
  const topics = topicsOf({
    series: overview.series,
    changes: overview.series.flatMap(({ told }) => told ?? []),
    work: workShares(overview.series),
    neighbours: around?.series ?? [],
  })
  return { topics, overview, around }
}

/** As far as an overview does, unless it is asked for more. */
const lookedBack = 12

/** The team above, if whoever holds the retro may read it; else the organisation, which everybody may. */
async function groupAround(
  read: Reads,
  viewer: Viewer,
  teamId: string,
  paths: TeamPaths,
): Promise<string | null> {
  const above = paths.get(teamId)!.slice(0, -1)
  const [parent] = [...paths].find(([, path]) => path.join('\n') === above.join('\n')) ?? []
  return parent && (await readingOf(read, viewer)).teams.has(parent) ? parent : null
}

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
