import { add, type Sum } from '../disclosure/add.ts'
import { code, type Code } from '../disclosure/exact-or-range.ts'
import { adoptionBands } from './adoption-bands.ts'
import { completed, type Cut } from './cut.ts'
import { replaces } from './kept.ts'
import type { Placed } from './placing.ts'
import { organisation } from './ready.ts'
import type { GroupSum, ReadyAdoption, SeatClass } from '../storage/schema/figure-imports.ts'
import type { Tree } from './tree.ts'

interface Month {
  source: string
  month: string
  days: number | null
}

type Coded = SeatClass & { code: Code; kept: boolean }

/**
 * Counts a month's seats by class and codes each class alone, by the same function as answers.
 * @param roster how many are in each team, where the file names only those who were active
 */
export function codedAdoption(
  about: Month,
  placed: Placed,
  before: Cut,
  tree: Tree,
  roster: Map<string, number> | null,
): ReadyAdoption {
  const inTeams = [...placed.values()].filter(({ teamId }) => teamId !== null)
  const active = byTeam(inTeams.filter((person) => person.active))
  const seats = roster ?? byTeam(inTeams)
  const { threshold, classes } = completed(before, seats, tree)
  const coded = classes.map((one): Coded => {
    const n = countIn(one, seats)
    const used = Math.min(n, countIn(one, active))
    const now = code([n - used, used], adoptionBands, threshold)
    const { code: shown } = one
    return shown && !replaces(shown, now, threshold)
      ? { ...one, code: shown, kept: true }
      : { ...one, code: now, kept: false }
  })
  const own = sumsAbove(coded)
  const withOwn = new Set(own.map(({ teamId }) => teamId))
  return {
    kind: 'adoption',
    ...about,
    threshold,
    seats: roster ? 'roster' : 'file',
    kept: coded.filter(({ kept }) => kept).length,
    classes: coded.map(({ kept: _kept, ...one }) => one),
    sums: [...own, ...sumsAround(coded, tree).filter(({ teamId }) => !withOwn.has(teamId))],
  }
}

function byTeam(people: { teamId: string | null }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { teamId } of people) if (teamId !== null) counts.set(teamId, (counts.get(teamId) ?? 0) + 1)
  return counts
}

const countIn = ({ teams }: SeatClass, counts: Map<string, number>): number =>
  teams.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0)

/** For every team above a class, and for the organisation: what adding the codes up gives, and nothing else. */
function sumsAbove(coded: Coded[]): GroupSum[] {
  const within = new Map<string, Code[]>()
  for (const { path, code: one } of coded)
    for (const teamId of [organisation, ...path]) {
      const codes = within.get(teamId) ?? []
      codes.push(one)
      within.set(teamId, codes)
    }
  return Array.from(within, ([teamId, codes]) => ({
    teamId,
    sum: add(codes, adoptionBands),
    pooledAs: null,
  }))
}

/** For every other team, the class its people are in: a part of a class is shown as the whole of it. */
function sumsAround(coded: Coded[], { lineage }: Tree): GroupSum[] {
  const around = new Map<string, Coded>()
  for (const one of coded)
    for (const team of one.teams)
      for (const above of lineage.get(team) ?? []) if (!around.has(above)) around.set(above, one)
  for (const one of coded) for (const team of one.teams) around.set(team, one)
  return Array.from(around, ([teamId, one]) => ({
    teamId,
    sum: add([one.code], adoptionBands),
    pooledAs: one.name,
  }))
}

/**
 * Where a file tells numbers and no people: of everybody in the roster at least so many were active as on the
 * busiest day. As in a range, it never says that all were.
 */
export function atLeast(
  about: Month,
  peak: number,
  people: number,
  { threshold, sum: before }: Pick<Cut, 'threshold' | 'sum'>,
): ReadyAdoption {
  const low = Math.min(peak, people - 1)
  const now: Sum =
    people < threshold
      ? { n: 0, classes: 1, shown: 0, bands: { inactive: [0, 0], active: [0, 0] } }
      : { n: people, classes: 1, shown: 1, bands: { inactive: [0, people - low], active: [low, people] } }
  const isKept = before !== null && Math.abs(leastOf(before) - leastOf(now)) < threshold
  return {
    kind: 'adoption',
    ...about,
    threshold,
    seats: 'roster',
    kept: isKept ? 1 : 0,
    classes: [],
    sums: [{ teamId: organisation, sum: isKept ? before : now, pooledAs: null }],
  }
}

const leastOf = ({ bands }: Sum): number => bands['active']?.[0] ?? 0
