import { pathIn, type TeamPaths } from '../people/people.ts'
import { add } from '../disclosure/add.ts'
import { organisation } from '../disclosure/partition.ts'
import type { Item, ItemResult, Published, PublishedClass } from './published.ts'
import type { PublishedRound } from './published-round.ts'

/** The ratings of a team, or of the organisation, in one round. */
export interface GroupResults {
  items: ItemResult[]
  response: { invited: number; ballots: number } | null
  /** Classes these rest on. */
  classes: PublishedClass[]
  /** Teams inside whose people are counted with others elsewhere. */
  elsewhere: number
  /** Ids of teams outside whose people are counted in what is shown here. */
  neighbours: string[]
}

/** What one group's answers were in one round. */
export interface GroupRound extends GroupResults {
  round: PublishedRound
}

/** The ratings of one group in one round, and the classes they rest on; `below` is null for the organisation. */
export function groupResults(
  items: Item[],
  published: Published,
  teamId: string | null,
  below: Set<string> | null,
): GroupResults {
  const touching = published.classes.filter(({ cut }) => cut === 'unit')
  const within = touching.filter(({ path }) => !teamId || path.includes(teamId))
  const base = within.length > 0 ? within : touching
  const found = items.flatMap((item) => itemResult(item, teamId ?? organisation, published, below))
  return {
    items: found.map(({ around: _around, ...item }) => item),
    response: base.length > 0 ? { invited: total(base, 'invited'), ballots: total(base, 'ballots') } : null,
    classes: base,
    elsewhere: within.length > 0 ? touching.length - within.length : 0,
    neighbours: below ? outside(below, [...base, ...found.flatMap(({ around }) => around ?? [])]) : [],
  }
}

const outside = (below: Set<string>, classes: PublishedClass[]): string[] => [
  ...new Set(classes.flatMap(({ teams }) => teams.filter((id) => !below.has(id)))),
]

/** The team and all below it; null for the organisation, which holds everybody. */
export function teamsBelow(paths: TeamPaths, teamId: string | null): Set<string> | null {
  if (teamId === null) return null
  const top = pathIn(paths, teamId)
  const isBelow = (path: readonly string[]) => top.every((name, depth) => path[depth] === name)
  return new Set([...paths].filter(([, path]) => isBelow(path)).map(([id]) => id))
}

function itemResult(
  item: Item,
  group: string,
  published: Published,
  below: Set<string> | null,
): (ItemResult & { around: PublishedClass | null })[] {
  if (item.cut !== 'unit' && item.cut !== 'area' && below) return []
  const sum = published.sums.get(group)?.get(item.key)
  if (sum) return [{ ...item, sum, pooledAs: null, around: null }]
  const around = below ? classAround(published.classes, item.cut) : undefined
  const code = around && published.codes.get(around.id)?.get(item.key)
  return code ? [{ ...item, sum: add([code], item.bands), pooledAs: around.name, around }] : []
}

/** The class in which a team's people are counted, where it has no sum of its own. */
export const classAround = (touching: PublishedClass[], cut: string): PublishedClass | undefined =>
  touching.find((one) => one.cut === cut)

const total = (classes: PublishedClass[], what: 'invited' | 'ballots'): number =>
  classes.reduce((sum, one) => sum + (one[what] ?? 0), 0)
