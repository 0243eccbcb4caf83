import type { RosterPerson } from '../../storage/schema/roster-imports.ts'
import type { TeamNode, TeamTree } from '../tree.ts'
import type { CurrentPerson } from './current.ts'

/** A person of the file, who they are today, and the teams the file's paths lead to. */
export interface Seat {
  person: RosterPerson
  current: CurrentPerson | undefined
  team: TeamNode
  manages: TeamNode[]
  facilitates: TeamNode[]
}

export function seatPeople(
  next: RosterPerson[],
  byEmail: Map<string, CurrentPerson>,
  tree: TeamTree,
): Seat[] {
  return next.map((person) => ({
    person,
    current: byEmail.get(person.email),
    team: tree.resolve(person.team),
    manages: teamsAt(person.manages, tree),
    facilitates: teamsAt(person.facilitates, tree),
  }))
}

/** Two paths may lead to one team. */
function teamsAt(paths: string[][], tree: TeamTree): TeamNode[] {
  return [...new Set(paths.map((path) => tree.resolve(path)))]
}
