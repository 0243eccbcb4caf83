import { pool } from '../disclosure/pooling.ts'
import { known } from '../known.ts'

export interface Team {
  id: string
  name: string
  parentId: string | null
}

/** A reporting unit before it is frozen. */
export interface Unit {
  /** Ids of the teams whose people are in it; an inner team stands for the people directly in it. */
  teams: string[]
  names: string[]
  /** Ids of the teams above all of them, root first. */
  path: string[]
  size: number
}

/** People a unit needs beyond the threshold, so that one who does not answer does not undo it. */
export const spare = 2
export const areaMinimum = 20

/**
 * Every team with at least threshold + 2 invited is a unit; smaller ones are pooled by size alone.
 * @param invited how many are invited directly in each team
 * @returns [] when everybody together is too few
 */
export function reportingUnits(teams: Team[], invited: Map<string, number>, threshold: number): Unit[] {
  const tree = new Map(teams.map((team) => [team.id, team]))
  const inner = innerTeams(tree, invited)
  const leaves = [...invited].map(([id, size]) => {
    const above = ancestors(tree, id)
    return { id, size, path: inner.has(id) ? [...above, id] : above }
  })
  const units = pool(leaves, threshold + spare).map(({ members, path, size }) => ({
    teams: members,
    names: members.map((id) => nameOf(tree, id, inner)).sort(byName),
    path,
    size,
  }))
  return units.sort((a, b) => byName(a.names[0]!, b.names[0]!))
}

/** Made once: with localeCompare, sorting thousands takes ten times as long. */
export const byName = new Intl.Collator(undefined, { numeric: true }).compare

/** Merges units until an area holds at least 20 people invited. Returns the area's id for each unit's. */
export function areas(units: { id: string; path: string[]; size: number }[]): Map<string, string> {
  const merged = pool(units, areaMinimum)
  const everything = { members: units.map((unit) => unit.id) }
  return new Map(
    (merged.length ? merged : [everything]).flatMap(({ members }) => members.map((id) => [id, members[0]!])),
  )
}

/** Ids from the root to the team's parent. */
export function ancestors(tree: Map<string, Team>, id: string): string[] {
  const above: string[] = []
  for (let parent = tree.get(id)?.parentId; parent; parent = tree.get(parent)?.parentId) above.unshift(parent)
  return above
}

/** Teams with people invited both in them and below them. */
function innerTeams(tree: Map<string, Team>, invited: Map<string, number>): Set<string> {
  const above = new Set([...invited.keys()].flatMap((id) => ancestors(tree, id)))
  return new Set([...invited.keys()].filter((id) => above.has(id)))
}

function nameOf(tree: Map<string, Team>, id: string, inner: Set<string>): string {
  const { name } = known(tree, id)
  return inner.has(id) ? `${name} – direct` : name
}

const namesShown = 3

/** "Payments + Ledger + Risk + 2": short enough for a phone, in every language. */
export function unitName(names: string[]): string {
  const rest = names.length - namesShown
  return [...names.slice(0, namesShown), ...(rest > 0 ? [String(rest)] : [])].join(' + ')
}
