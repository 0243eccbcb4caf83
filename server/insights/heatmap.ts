import {
  classesBeside,
  isReadable,
  teamsBeside,
  type Item,
  type PublishedClass,
  type PublishedRound,
  type Reading,
  type Shown,
} from '../results/results.ts'
import type { Interval, Sum } from '../disclosure/add.ts'
import { pathIn, type TeamPaths } from '../people/people.ts'
import type { Reads } from '../storage/index.ts'
import { shareOf, toldBand } from './series.ts'

/** One field of a map. Shares go from 0 to 1; they are null where nothing is shown. */
export interface Shade {
  share: Interval | null
  n: number
  pooledAs: string | null
}

export interface HeatmapRow {
  id: string
  /** Names, outermost first; the page indents by them. */
  path: readonly string[]
  shades: (Shade | null)[]
}

export interface Heatmap {
  teams: { items: Item[]; rows: HeatmapRow[] }
  areas: { items: Item[]; rows: HeatmapRow[] }
  /** Whose figures these are. */
  shown: Omit<Shown, 'roundId'>
  /** Teams on this page, of how many. */
  page: number
  pages: number
}

/** More than anybody compares at once. */
const rowsAtOnce = 60

export interface HeatmapChoice {
  teamId: string | null
  /** Key of the question rows are sorted by, lowest share first; null for the order of the tree. */
  sort: string | null
  page: number
}

/** One round's answers of the teams below a group beside each other, as far as somebody may read them. */
export async function heatmapOf(
  read: Reads,
  round: PublishedRound,
  { reading, paths }: { reading: Reading; paths: TeamPaths },
  { teamId, sort, page }: HeatmapChoice,
): Promise<Heatmap> {
  const listed = teamsToCompare(paths, teamId, reading)
  const items = round.items.filter(({ cut, row }) => cut === 'unit' && row === null)
  const shown = sort ? listed : listed.slice(page * rowsAtOnce, (page + 1) * rowsAtOnce)
  const found = await teamsBeside(read, round, shown, keysOf(items))
  const rows = shown.map((id) => ({
    id,
    path: pathIn(paths, id),
    shades: items.map((item) => {
      const beside = found.get(id)?.get(item.key)
      return beside ? shade(beside.sum, item, beside.pooledAs) : null
    }),
  }))
  const sorted = sort
    ? sortedBy(
        rows,
        items.findIndex(({ key }) => key === sort),
      )
    : rows
  const areas = areasOf(round, reading, teamId)
  const onPage = sort ? sorted.slice(page * rowsAtOnce, (page + 1) * rowsAtOnce) : rows
  const pools = onPage.flatMap(({ id }) => [...(found.get(id)?.values() ?? [])])
  const teams = [...pools.flatMap(({ neighbours }) => neighbours), ...areas.flatMap((area) => area.teams)]
  return {
    teams: { items, rows: onPage },
    areas: await areasBeside(read, round, areas),
    shown: { groups: onPage.map(({ id }) => id), teams: [...new Set(teams)] },
    page,
    pages: Math.max(1, Math.ceil(listed.length / rowsAtOnce)),
  }
}

const keysOf = (items: Item[]): string[] => items.map(({ key }) => key)

/** Everything below where that is not too much; else the next level, from which one goes on. */
function teamsToCompare(paths: TeamPaths, teamId: string | null, reading: Reading): string[] {
  const top = teamId ? (paths.get(teamId) ?? []) : []
  const below = [...paths].filter(
    ([id, path]) => reading.teams.has(id) && top.every((name, depth) => path[depth] === name),
  )
  const next = below.filter(([, path]) => path.length <= top.length + 1)
  return (below.length > rowsAtOnce && next.length > 1 ? next : below).map(([id]) => id)
}

function shade(sum: Sum, { bands }: Item, pooledAs: string | null): Shade {
  return { share: shareOf(sum, toldBand(bands)), n: sum.n, pooledAs }
}

/** Lowest first; what is not shown stands last. */
function sortedBy(rows: HeatmapRow[], column: number): HeatmapRow[] {
  const middle = ({ shades }: HeatmapRow) => {
    const share = shades[column]?.share
    return share ? (share[0] + share[1]) / 2 : Infinity
  }
  return column < 0 ? rows : rows.toSorted((a, b) => middle(a) - middle(b))
}

/** Areas of a group, as far as somebody may read them. */
function areasOf({ classes }: PublishedRound, reading: Reading, teamId: string | null): PublishedClass[] {
  const isWithin = ({ cut, path, teams }: PublishedClass) =>
    cut === 'area' && (!teamId || path.includes(teamId) || teams.includes(teamId))
  return classes
    .filter((one) => isWithin(one) && isReadable(one, reading))
    .toSorted((a, b) => byName.compare(a.name, b.name))
    .slice(0, rowsAtOnce)
}

/** Kinds of work by area: few people of a small team have used AI for any one of them. */
async function areasBeside(
  read: Reads,
  round: PublishedRound,
  areas: PublishedClass[],
): Promise<Heatmap['areas']> {
  const items = round.items.filter(({ cut, row }) => cut === 'area' && row !== null)
  const found = await classesBeside(
    read,
    round,
    areas.map(({ id }) => id),
    keysOf(items),
  )
  const rows = areas.map(({ id, name }) => ({
    id,
    path: [name],
    shades: items.map((item) => {
      const sum = found.get(id)?.get(item.key)
      return sum ? shade(sum, item, null) : null
    }),
  }))
  return { items, rows }
}

const byName = new Intl.Collator(undefined, { numeric: true })
