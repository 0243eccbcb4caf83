import { headcount, pathOf, teamsAbove, type TeamNode, type TeamTree } from '../tree.ts'
import type { Difference, TeamRef } from './changes.ts'
import type { CurrentRoster } from './current.ts'
import type { RenameOffer } from './renames.ts'
import type { Seat } from './seats.ts'

export type RefOf = (team: TeamNode) => TeamRef

/** One reference a team, however many people are in it. */
export function teamRefs(): RefOf {
  const known = new Map<TeamNode, TeamRef>()
  return (team) => {
    const ref = known.get(team) ?? { id: team.id, path: pathOf(team) }
    known.set(team, ref)
    return ref
  }
}

/** Every level of a path is a team, though nobody may be in it directly. */
export function teamsMade(seats: Seat[], ref: RefOf): Difference['teamsMade'] {
  const used = new Set(seats.flatMap(({ team, manages, facilitates }) => [team, ...manages, ...facilitates]))
  const made = new Set<TeamNode>()
  for (const team of used) {
    for (const level of [team, ...teamsAbove(team)].toReversed()) if (level.id === null) made.add(level)
  }
  return [...made].map((team) => ({ path: pathOf(team), parent: parentOf(team, ref) }))
}

function parentOf({ parent }: TeamNode, ref: RefOf): TeamRef | null {
  return parent?.parent ? ref(parent) : null
}

export function teamsRenamed(
  renamed: RenameOffer[],
  after: TeamTree,
  ref: RefOf,
): Difference['teamsRenamed'] {
  return renamed.map(({ teamId, from, to }) => ({
    teamId,
    from,
    to,
    parent: parentOf(after.known(teamId), ref),
  }))
}

/** Teams with people in them or below them today, and none of those who will be there afterwards. */
export function teamsEmptied(
  current: CurrentRoster,
  before: TeamTree,
  after: TeamTree,
  teamsOfAll: (TeamNode | undefined)[],
): TeamRef[] {
  const today = headcount(current.people.map(({ teamId }) => before.find(teamId)))
  const then = headcount(teamsOfAll)
  return current.teams.flatMap(({ id }) => {
    const team = before.known(id)
    return today.has(team) && !then.has(after.known(id)) ? [{ id, path: pathOf(team) }] : []
  })
}
