import { organisationOf } from '../settings/settings.ts'
import { isWriting, type Reads } from '../storage/index.ts'
import { teams } from '../storage/schema/people.ts'
import { TeamTree, pathOf, teamsAbove } from './tree.ts'
import { known } from '../known.ts'

/** Names, the outermost first, by a team's id; in the order a reader expects a tree in. */
export type TeamPaths = ReadonlyMap<string, readonly string[]>

/** The names of a team that is known to be there. */
export function pathIn(paths: TeamPaths, id: string): readonly string[] {
  const path = paths.get(id)
  if (!path) throw new Error('A team has no path in the tree it was read with.')
  return path
}

/** The teams as they are now. */
export interface Hierarchy {
  paths: TeamPaths
  /** Ids of the team and of all above it, the innermost first; none where there is no such team. */
  upwards: (id: string) => readonly string[]
  /** Ids of the team and of all below it, in the order of the tree; none where there is no such team. */
  downwards: (id: string) => readonly string[]
}

/** By database, with the version of the roster it was read at. */
const remembered = new WeakMap<Reads, { version: number | null; hierarchy: Hierarchy }>()

/**
 * Read once for each version of the roster. Inside a write it is read anew: what is changed there may be undone, and
 * its version given to another change.
 */
export async function hierarchyOf(read: Reads): Promise<Hierarchy> {
  if (isWriting()) return readHierarchy(read)
  // Before the teams: a change between the two is seen the next time.
  const version = (await organisationOf(read))?.rosterVersion ?? null
  const kept = remembered.get(read)
  if (kept?.version === version) return kept.hierarchy
  const hierarchy = await readHierarchy(read)
  remembered.set(read, { version, hierarchy })
  return hierarchy
}

async function readHierarchy(read: Reads): Promise<Hierarchy> {
  const all = await read.select().from(teams)
  const tree = new TeamTree({ teams: all, aliases: [] })
  const paths = all.map(({ id }) => [id, pathOf(tree.known(id))] as const)
  const sorted = new Map(paths.sort(([, a], [, b]) => byName.compare(a.join('\0'), b.join('\0'))))
  const up = new Map<string, string[]>()
  const down = new Map(Array.from(sorted.keys(), (id): [string, string[]] => [id, []]))
  for (const id of sorted.keys()) {
    const team = tree.known(id)
    const upwards = [team, ...teamsAbove(team)].map((one) => one.id!)
    up.set(id, upwards)
    for (const above of upwards) known(down, above).push(id)
  }
  return {
    paths: sorted,
    upwards: (id) => up.get(id) ?? [],
    downwards: (id) => down.get(id) ?? [],
  }
}

/** Made once: with localeCompare, sorting a large tree takes ten times as long. */
export const byName = new Intl.Collator(undefined, { numeric: true })
