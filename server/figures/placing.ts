import { teamsByAddress } from '../people/people.ts'
import type { Reads } from '../storage/index.ts'
import type { Findings, PersonMonth } from './reading/findings.ts'
import type { Tree } from './tree.ts'
import { known } from '../known.ts'

/** Everybody of one month, each once, with the team they are in today; null for whom none was found. */
export type Placed = Map<string, { teamId: string | null; active: boolean; spent: number }>

/** Finds people's teams: by their address, by the mapping's, or else by the one vendor's team that is called like ours. */
export class Places {
  /** How many of the roster are in each team. */
  readonly rosterSizes = new Map<string, number>()

  private constructor(
    private readonly byAddress: Map<string, string | null>,
    private readonly byGroup: Map<string, string | null>,
    private readonly tree: Tree,
  ) {
    for (const teamId of byAddress.values())
      if (teamId) this.rosterSizes.set(teamId, (this.rosterSizes.get(teamId) ?? 0) + 1)
  }

  static async of(read: Reads, tree: Tree): Promise<Places> {
    return new Places(await teamsByAddress(read), groupNames(tree), tree)
  }

  place(people: Map<string, PersonMonth>, { aliases }: Findings, addresses: Map<string, string>): Placed {
    const placed: Placed = new Map()
    for (const [name, { active, spent, groups }] of people) {
      const login = aliases.get(name) ?? name
      const person = addresses.get(login) ?? addresses.get(name) ?? login
      const known = placed.get(person)
      placed.set(person, {
        teamId: known?.teamId ?? this.byAddress.get(person) ?? this.#teamOfGroups(groups),
        active: active || (known?.active ?? false),
        spent: spent + (known?.spent ?? 0),
      })
    }
    return placed
  }

  /** Several are one where each lies within the next; otherwise nobody knows in which the person works. */
  #teamOfGroups(groups: string[]): string | null {
    const found = [...new Set(groups)].flatMap((group) => this.byGroup.get(slugOf(group)) ?? [])
    const innermost = found.reduce<string[]>((longest, id) => {
      const lineage = known(this.tree.lineage, id)
      return lineage.length > longest.length ? lineage : longest
    }, [])
    return found.every((id) => innermost.includes(id)) ? (innermost.at(-1) ?? null) : null
  }
}

/** Teams by what a vendor would call them; null where two of ours are called alike. */
function groupNames({ paths }: Tree): Map<string, string | null> {
  const names = new Map<string, string | null>()
  for (const [id, path] of paths)
    for (const name of new Set([slugOf(path.at(-1)!), slugOf(path.join(' '))]))
      names.set(name, names.has(name) ? null : id)
  return names
}

/** As GitHub makes a team's address of its name. */
const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
