import type { Interval } from '../disclosure/add.ts'
import { hierarchyOf, pathIn, type TeamPaths } from '../people/people.ts'
import {
  dividedHistoryOf,
  historyOf,
  publishedRounds,
  shownOf,
  type PublishedRound,
  type Reading,
  type Shown,
} from '../results/results.ts'
import type { Reads } from '../storage/index.ts'
import { theOrganisation } from '../settings/settings.ts'
import { changesIn } from './changes.ts'
import { seriesOf } from './series.ts'

/** What stands beside one month of a group: the month before it, and the group above. */
export async function besideOf(
  read: Reads,
  round: PublishedRound,
  readers: Readers,
): Promise<{ since: Since | null; above: Above | null; shown: Shown[] }> {
  const since = await sinceBefore(read, round, readers)
  const above = await aboveOf(read, round, readers)
  return { since, above, shown: [...(since?.shown ?? []), ...(above?.shown ?? [])] }
}

/** Whoever reads one group's month: which group, and what else they may read. */
interface Readers {
  teamId: string | null
  reading: Reading
  paths: TeamPaths
}

/** The group above, in the same month. */
export interface Above {
  name: string
  /** The same share as the group's own, by the question's key. */
  shares: Map<string, Interval>
  /** What this shows of whom. */
  shown: Shown[]
}

/** The nearest team above that the reader may read too; null for the organisation, which everybody may. */
export async function groupAbove(read: Reads, reading: Reading, teamId: string): Promise<string | null> {
  const [, ...above] = (await hierarchyOf(read)).upwards(teamId)
  return above.find((id) => reading.teams.has(id)) ?? null
}

/** Null for the organisation, above which there is nothing. */
export async function aboveOf(
  read: Reads,
  round: PublishedRound,
  { teamId, reading, paths }: Readers,
): Promise<Above | null> {
  if (teamId === null) return null
  const group = await groupAbove(read, reading, teamId)
  const history = await historyOf(read, [round], group, paths)
  const shares = seriesOf(history).flatMap(({ key, points }): [string, Interval][] => {
    const share = points.at(-1)?.share
    return share ? [[key, share]] : []
  })
  return {
    name: group ? (pathIn(paths, group).at(-1) ?? group) : (await theOrganisation(read)).name,
    shares: new Map(shares),
    shown: shownOf(group, history),
  }
}

/** How far the shares went since the round before, by the question's key: over the groups shown in both. */
interface Since {
  /** YYYY-MM. */
  month: string
  moved: Map<string, Interval>
  shown: Shown[]
}

/** Null for a first round. */
async function sinceBefore(
  read: Reads,
  round: PublishedRound,
  { teamId, paths }: Readers,
): Promise<Since | null> {
  const [before, ...rest] = await publishedRounds(read, 2, round.id)
  if (!before || rest.length === 0) return null
  const history = await dividedHistoryOf(read, [before, round], teamId, paths)
  const changes = changesIn(seriesOf(history), round.month)
  return {
    month: before.month,
    moved: new Map(changes.map(({ series, moved }) => [series.key, moved.latest])),
    shown: shownOf(teamId, history),
  }
}
