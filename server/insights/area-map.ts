import {
  classesBeside,
  isReadable,
  whoIn,
  type Beside,
  type Item,
  type PublishedClass,
  type PublishedRound,
  type Reading,
} from '../results/results.ts'
import type { Sum } from '../disclosure/add.ts'
import type { Reads } from '../storage/index.ts'
import { keysOf, rowsAtOnce, shadesOf, type RoundsShown, type ShareTable } from './shades.ts'
import { wentSince, type RoundBeside } from './since-before.ts'

/** Kinds of work by area: few people of a small team have used AI for any one of them. */
export async function areaMapOf(
  read: Reads,
  { round, before }: RoundsShown,
  reading: Reading,
  teamId: string | null,
): Promise<ShareTable & { teams: string[] }> {
  const areas = areasOf(round, reading, teamId)
  const items = round.items.filter(isOfAreas)
  const names = new Map(areas.map((area) => [whoIn(area), area.name]))
  const besideIn = async (one: PublishedRound): Promise<RoundBeside> => {
    const own = areasOf(one, reading, teamId).filter((area) => names.has(whoIn(area)))
    const keys = keysOf(one.items.filter(isOfAreas))
    const found = await classesBeside(
      read,
      one,
      own.map(({ id }) => id),
      keys,
    )
    return { round: one, found: new Map(own.map((area) => [whoIn(area), besideOf(found.get(area.id))])) }
  }
  const now = await besideIn(round)
  const went = before && (await wentSince(read, await besideIn(before), now, [...names.keys()]))
  const rows = Array.from(names, ([who, name]) => ({
    id: who,
    path: [name],
    shades: shadesOf(now, items, who, went),
  }))
  return { items, rows, teams: areas.flatMap(({ teams }) => teams) }
}

const isOfAreas = ({ cut, row }: Item): boolean => cut === 'area' && row !== null

const besideOf = (sums: Map<string, Sum> = new Map()): Map<string, Beside> =>
  new Map(Array.from(sums, ([key, sum]) => [key, { sum, pooledAs: null, neighbours: [] }]))

/** Areas of a group, as far as somebody may read them. */
function areasOf({ classes }: PublishedRound, reading: Reading, teamId: string | null): PublishedClass[] {
  const isWithin = ({ cut, path, teams }: PublishedClass) =>
    cut === 'area' && (!teamId || path.includes(teamId) || teams.includes(teamId))
  return classes
    .filter((one) => isWithin(one) && isReadable(one, reading))
    .toSorted((a, b) => byName.compare(a.name, b.name))
    .slice(0, rowsAtOnce)
}

const byName = new Intl.Collator(undefined, { numeric: true })
