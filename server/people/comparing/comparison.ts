import type { TeamNode, TeamTree } from '../tree.ts'
import type { Change, Duties, Move, Placement } from './changes.ts'
import type { CurrentPerson } from './current.ts'
import type { Seat } from './seats.ts'
import type { RefOf } from './teams.ts'

export function placements(seats: Seat[], ref: RefOf): Placement[] {
  return seats.map((seat) => ({
    personId: seat.current?.id ?? null,
    person: seat.person,
    team: ref(seat.team),
    duties: dutiesAfter(seat, ref),
  }))
}

function dutiesAfter({ person, manages, facilitates }: Seat, ref: RefOf): Duties {
  return {
    administrator: person.roles.includes('administrator'),
    manages: manages.map(ref),
    facilitates: facilitates.map(ref),
  }
}

export function findMoves(seats: Seat[], before: TeamTree, ref: RefOf): Move[] {
  return seats.flatMap(({ current, person, team }) => {
    if (!current || isTeam(team, current.teamId)) return []
    const from = before.find(current.teamId)
    return [{ personId: current.id, email: person.email, from: from ? ref(from) : null, to: ref(team) }]
  })
}

/** A team still to be made has no id, and so has nobody's team: they are not the same. */
const isTeam = (team: TeamNode, id: string | null) => team.id !== null && team.id === id

export function compareProfiles(seats: Seat[]): Change<{ name: string | null; answers: boolean }>[] {
  return seats.flatMap(({ current, person: { email, name, answers } }) => {
    if (!current || (current.name === name && current.answers === answers)) return []
    const before = { name: current.name, answers: current.answers }
    return [{ personId: current.id, email, before, after: { name, answers } }]
  })
}

export function compareDuties(seats: Seat[], before: TeamTree, ref: RefOf): Change<Duties>[] {
  return seats.flatMap((seat) => {
    const { current, person } = seat
    if (!current || hasSameDuties(current, seat)) return []
    return [
      {
        personId: current.id,
        email: person.email,
        before: dutiesBefore(current, before, ref),
        after: dutiesAfter(seat, ref),
      },
    ]
  })
}

function hasSameDuties(current: CurrentPerson, { person, manages, facilitates }: Seat): boolean {
  return (
    current.administrator === person.roles.includes('administrator') &&
    areTeams(manages, current.manages) &&
    areTeams(facilitates, current.facilitates)
  )
}

function areTeams(teams: TeamNode[], ids: string[]): boolean {
  const known = new Set<string | null>(ids)
  return teams.length === known.size && teams.every(({ id }) => known.has(id))
}

function dutiesBefore(
  { administrator, manages, facilitates }: CurrentPerson,
  before: TeamTree,
  ref: RefOf,
): Duties {
  const refs = (ids: string[]) => ids.flatMap((id) => before.find(id) ?? []).map(ref)
  return { administrator, manages: refs(manages), facilitates: refs(facilitates) }
}
