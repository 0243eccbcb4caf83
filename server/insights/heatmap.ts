import { teamsBeside, type Item, type PublishedRound, type Reading, type Shown } from '../results/results.ts'
import { pathIn, type TeamPaths } from '../people/people.ts'
import type { Reads } from '../storage/index.ts'
import { areaMapOf } from './area-map.ts'
import { keysOf, rowsAtOnce, shadesOf, type RoundsShown, type Row, type ShareTable } from './shades.ts'
import { wentSince, type RoundBeside } from './since-before.ts'

export interface Heatmap {
  teams: ShareTable
  areas: ShareTable
  /** Whose figures these are. */
  shown: Shown[]
  /** Teams on this page, of how many. */
  page: number
  pages: number
}

export interface HeatmapChoice {
  teamId: string | null
  /** Key of the question rows are sorted by, lowest first; null for the order of the tree. */
  sort: string | null
  page: number
}

/** One round's answers of the teams below a group beside each other, as far as somebody may read them. */
export async function heatmapOf(
  read: Reads,
  { round, before }: RoundsShown,
  { reading, paths }: { reading: Reading; paths: TeamPaths },
  { teamId, sort, page }: HeatmapChoice,
): Promise<Heatmap> {
  const listed = teamsToCompare(paths, teamId, reading)
  const items = round.items.filter(isOfTeams)
  const onPage = <Of>(all: Of[]): Of[] => all.slice(page * rowsAtOnce, (page + 1) * rowsAtOnce)
  const looked = sort ? listed : onPage(listed)
  const besideIn = async (one: PublishedRound): Promise<RoundBeside> => ({
    round: one,
    found: await teamsBeside(read, one, looked, keysOf(one.items.filter(isOfTeams))),
  })
  const now = await besideIn(round)
  const then = before && (await besideIn(before))
  const went = then && (await wentSince(read, then, now, looked))
  const all = looked.map((id) => ({ id, path: pathIn(paths, id), shades: shadesOf(now, items, id, went) }))
  const rows = sort ? onPage(sortedBy(all, columnOf(items, sort), before !== null)) : all
  const areas = await areaMapOf(read, { round, before }, reading, teamId)
  const groups = rows.map(({ id }) => id)
  return {
    teams: { items, rows },
    areas,
    shown: [now, ...(then ? [then] : [])].map((one) => ({
      roundId: one.round.id,
      groups,
      teams: [...new Set([...neighboursOf(one, groups), ...areas.teams])],
    })),
    page,
    pages: Math.max(1, Math.ceil(listed.length / rowsAtOnce)),
  }
}

const isOfTeams = ({ cut, row }: Item): boolean => cut === 'unit' && row === null

const columnOf = (items: Item[], sort: string): number => items.findIndex(({ key }) => key === sort)

const neighboursOf = ({ found }: RoundBeside, groups: string[]): string[] =>
  groups.flatMap((id) => [...(found.get(id)?.values() ?? [])].flatMap(({ neighbours }) => neighbours))

/** Everything below where that is not too much; else the next level, from which one goes on. */
function teamsToCompare(paths: TeamPaths, teamId: string | null, reading: Reading): string[] {
  const top = teamId ? (paths.get(teamId) ?? []) : []
  const below = [...paths].filter(
    ([id, path]) => reading.teams.has(id) && top.every((name, depth) => path[depth] === name),
  )
  const next = below.filter(([, path]) => path.length <= top.length + 1)
  return (below.length > rowsAtOnce && next.length > 1 ? next : below).map(([id]) => id)
}

/** Lowest first; what is not shown stands last. */
function sortedBy(rows: Row[], column: number, byChange: boolean): Row[] {
  const middle = ({ shades }: Row) => {
    const shade = shades[column]
    const told = byChange ? shade?.went?.by : shade?.share
    return told ? (told[0] + told[1]) / 2 : Infinity
  }
  return column < 0 ? rows : rows.toSorted((a, b) => middle(a) - middle(b))
}
