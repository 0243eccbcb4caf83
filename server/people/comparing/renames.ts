import { pathKey, teamKey } from '../paths.ts'
import { headcount, pathOf, type TeamNode, type TeamTree } from '../tree.ts'
import type { CurrentRoster } from './current.ts'
import type { Seat } from './seats.ts'

/** A team that is taken to be the same under another path, with its people, its past and the teams below it. */
export interface Rename {
  teamId: string
  from: string[]
  to: string[]
}

export interface RenameOffer extends Rename {
  /** How many people moved along, of how many in the team and below it. */
  people: number
  of: number
  /** The offered team above, if renaming that brings this one along; then this needs no question of its own. */
  comesWith: string | null
}

interface Candidate {
  team: TeamNode
  to: TeamNode
  people: number
  of: number
}

/**
 * Offers every team whose path is gone from the file while more than half of its people stand together
 * at one new path: each person of the team at T + s votes for the N of their new path N + s.
 * A new path is offered once, to the team that brings most people to it.
 */
export function offerRenames(current: CurrentRoster, seats: Seat[], tree: TeamTree): RenameOffer[] {
  const today = headcount(current.people.map(({ teamId }) => tree.find(teamId)))
  const chosen = onePerTarget(candidates(countVotes(seats, tree), today))
  const targets = new Map(chosen.map(({ team, to }) => [team, to]))
  return chosen.map(({ team, to, people, of }) => ({
    teamId: team.id!,
    from: pathOf(team),
    to: pathOf(to),
    people,
    of,
    comesWith: broughtBy(team, to, targets),
  }))
}

function countVotes(seats: Seat[], tree: TeamTree): Map<TeamNode, Map<TeamNode, number>> {
  const stillThere = headcount(
    seats.flatMap(({ team, manages, facilitates }) => [team, ...manages, ...facilitates]),
  )
  const votes = new Map<TeamNode, Map<TeamNode, number>>()
  for (const { current, team } of seats) {
    for (const [from, to] of voteOf(tree.find(current?.teamId ?? null), team)) {
      if (stillThere.has(from)) break
      const forFrom = votes.get(from) ?? new Map<TeamNode, number>()
      votes.set(from, forFrom.set(to, (forFrom.get(to) ?? 0) + 1))
    }
  }
  return votes
}

/** From the team itself upwards, as long as the new path ends as the old one did and is not there today. */
function* voteOf(from: TeamNode | undefined, to: TeamNode): Generator<[TeamNode, TeamNode]> {
  let [old, next]: (TeamNode | null | undefined)[] = [from, to]
  while (old?.parent && next?.parent && next.id === null) {
    yield [old, next]
    if (teamKey(old.name) !== teamKey(next.name)) return
    old = old.parent
    next = next.parent
  }
}

function candidates(votes: Map<TeamNode, Map<TeamNode, number>>, today: Map<TeamNode, number>): Candidate[] {
  return [...votes].flatMap(([team, targets]) => {
    const of = today.get(team) ?? 0
    return [...targets]
      .filter(([, people]) => people * 2 > of)
      .map(([to, people]) => ({ team, to, people, of }))
  })
}

function onePerTarget(found: Candidate[]): Candidate[] {
  const taken = new Set<TeamNode>()
  return found
    .toSorted((one, other) => other.people - one.people || (one.team.id! < other.team.id! ? -1 : 1))
    .filter(({ to }) => !taken.has(to) && taken.add(to))
}

function broughtBy(team: TeamNode, to: TeamNode, targets: Map<TeamNode, TeamNode>): string | null {
  const sameName = teamKey(team.name) === teamKey(to.name)
  const above = team.parent
  return sameName && above && to.parent && targets.get(above) === to.parent ? above.id : null
}

/**
 * Carries out in the tree what was offered and accepted, the outermost first, and tells which.
 * Left out is one that is not on offer, and one to where another brings a team already.
 */
export function acceptRenames(offers: RenameOffer[], accepted: Rename[], tree: TeamTree): RenameOffer[] {
  const wanted = new Map(accepted.map(({ teamId, to }) => [teamId, pathKey(to)]))
  return offers
    .filter(({ teamId, to }) => wanted.get(teamId) === pathKey(to))
    .toSorted((one, other) => one.to.length - other.to.length)
    .filter(({ teamId, to }) => tree.rename(teamId, to))
}
