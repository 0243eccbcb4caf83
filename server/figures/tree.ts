import { teamPaths } from '../people/people.ts'
import type { Reads } from '../storage/index.ts'
import { teams } from '../storage/schema/people.ts'

/** Today's teams, as figures are placed in them. */
export interface Tree {
  /** Ids from the outermost team down to the team itself. */
  lineage: Map<string, string[]>
  /** Names, the outermost first. */
  paths: Map<string, string[]>
}

export async function treeOf(read: Reads): Promise<Tree> {
  const parents = new Map((await read.select().from(teams)).map(({ id, parentId }) => [id, parentId]))
  const lineage = new Map<string, string[]>()
  const lineageOf = (id: string): string[] => {
    const parent = parents.get(id)
    const found = lineage.get(id) ?? [...(parent ? lineageOf(parent) : []), id]
    lineage.set(id, found)
    return found
  }
  for (const id of parents.keys()) lineageOf(id)
  return { lineage, paths: await teamPaths(read) }
}
