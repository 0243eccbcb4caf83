import { hierarchyOf, type TeamPaths } from '../people/people.ts'
import type { Reads } from '../storage/index.ts'

/** Today's teams, as figures are placed in them. */
export interface Tree {
  /** Ids from the outermost team down to the team itself. */
  lineage: Map<string, string[]>
  /** Names, the outermost first. */
  paths: TeamPaths
}

export async function treeOf(read: Reads): Promise<Tree> {
  const { paths, upwards } = await hierarchyOf(read)
  const lineage = new Map(Array.from(paths.keys(), (id) => [id, upwards(id).toReversed()]))
  return { lineage, paths }
}
