import type { CurrentRoster } from './comparing/current.ts'
import { pathKey, teamKey } from './paths.ts'

export interface TeamNode {
  /** Null for a team that is still to be made, and for the root, which is no team. */
  id: string | null
  name: string
  parent: TeamNode | null
  children: Map<string, TeamNode>
}

/** The teams by id and by path; a path that leads nowhere yet grows the teams it takes. */
export class TeamTree {
  readonly #root = newNode(null, '', null)
  readonly #byId = new Map<string, TeamNode>()
  readonly #aliases = new Map<string, TeamNode>()
  readonly #found = new Map<string, TeamNode>()

  constructor({ teams, aliases }: Pick<CurrentRoster, 'teams' | 'aliases'>) {
    for (const { id, name } of teams) this.#byId.set(id, newNode(id, name, null))
    for (const { id, parentId } of teams) this.#attach(this.known(id), this.find(parentId) ?? this.#root)
    for (const { path, teamId } of aliases) {
      const team = this.find(teamId)
      if (team) this.#aliases.set(path, team)
    }
  }

  #attach(team: TeamNode, parent: TeamNode) {
    team.parent = parent
    const key = teamKey(team.name)
    if (!parent.children.has(key)) parent.children.set(key, team)
  }

  find(id: string | null): TeamNode | undefined {
    return id === null ? undefined : this.#byId.get(id)
  }

  /** A team that is known to be there. */
  known(id: string): TeamNode {
    const team = this.#byId.get(id)
    if (!team) throw new Error('A team is not in the tree it was read with.')
    return team
  }

  /** Level by level: a team that is there, else one that used to be, else one to be made. */
  resolve(path: readonly string[]): TeamNode {
    const name = path.at(-1)
    if (name === undefined) return this.#root
    const written = path.join('\0')
    const found = this.#found.get(written) ?? this.#below(this.resolve(path.slice(0, -1)), name, path)
    this.#found.set(written, found)
    return found
  }

  #below(parent: TeamNode, name: string, path: readonly string[]): TeamNode {
    const child = parent.children.get(teamKey(name))
    const today = pathKey([...pathOf(parent), name])
    const written = pathKey(path)
    const formerly = this.#aliases.get(written)
    // a path that leads through a former one has been told of more exactly by an alias of its own
    if (child?.id && (today === written || !formerly)) return child
    return formerly ?? this.#aliases.get(today) ?? child ?? this.#grow(parent, name)
  }

  #grow(parent: TeamNode, name: string): TeamNode {
    const team = newNode(null, name, parent)
    parent.children.set(teamKey(name), team)
    return team
  }

  /** Moves a team with all below it. False, and nothing moves, where another team is or where it lies below itself. */
  rename(id: string, to: readonly string[]): boolean {
    const team = this.find(id)
    const name = to.at(-1)
    if (!team?.parent || name === undefined) return false
    const parent = this.resolve(to.slice(0, -1))
    const there = parent.children.get(teamKey(name))
    if ((there?.id && there !== team) || [parent, ...teamsAbove(parent)].includes(team)) return false
    team.parent.children.delete(teamKey(team.name))
    team.name = name
    this.#attach(team, parent)
    this.#found.clear()
    return true
  }
}

const newNode = (id: string | null, name: string, parent: TeamNode | null): TeamNode => ({
  id,
  name,
  parent,
  children: new Map(),
})

/** The innermost first, without the root. */
export function teamsAbove(team: TeamNode): TeamNode[] {
  const above: TeamNode[] = []
  for (let next = team.parent; next?.parent; next = next.parent) above.push(next)
  return above
}

export function pathOf(team: TeamNode): string[] {
  if (!team.parent) return []
  return [team, ...teamsAbove(team)].map(({ name }) => name).toReversed()
}

/** How many of the people are in each team or below it. */
export function headcount(teamOfEach: Iterable<TeamNode | undefined>): Map<TeamNode, number> {
  const inTeam = new Map<TeamNode, number>()
  for (const team of teamOfEach) if (team) inTeam.set(team, (inTeam.get(team) ?? 0) + 1)
  const inSubtree = new Map<TeamNode, number>()
  for (const [team, people] of inTeam) {
    for (const unit of [team, ...teamsAbove(team)]) inSubtree.set(unit, (inSubtree.get(unit) ?? 0) + people)
  }
  return inSubtree
}
