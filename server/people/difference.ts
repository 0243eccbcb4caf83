import { setImmediate } from 'node:timers/promises'
import { inBatches } from '../storage/batches.ts'
import type { Difference } from './comparing/changes.ts'
import { compareDuties, compareProfiles, findMoves, placements } from './comparing/comparison.ts'
import type { CurrentRoster } from './comparing/current.ts'
import { acceptRenames, offerRenames, type Rename } from './comparing/renames.ts'
import type { RosterPerson } from '../storage/schema/roster-imports.ts'
import { seatPeople, type Seat } from './comparing/seats.ts'
import { teamRefs, teamsEmptied, teamsMade, teamsRenamed } from './comparing/teams.ts'
import { TeamTree } from './tree.ts'

export type { Change, Difference, Duties, Move, Placement, TeamRef } from './comparing/changes.ts'
export type { CurrentPerson, CurrentRoster, CurrentTeam } from './comparing/current.ts'
export type { Rename, RenameOffer } from './comparing/renames.ts'

/** Compares the roster as stored with a file, which is the whole roster: administrators alone may be absent and stay. */
export function difference(current: CurrentRoster, next: RosterPerson[], renames: Rename[] = []): Difference {
  const steps = compare(current, next, renames)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, with a pause between its steps: a large roster does not hold up everybody else. */
export async function differenceWithPauses(
  current: CurrentRoster,
  next: RosterPerson[],
  renames: Rename[] = [],
): Promise<Difference> {
  const steps = compare(current, next, renames)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await setImmediate()
  }
}

function* compare(
  current: CurrentRoster,
  next: RosterPerson[],
  renames: Rename[],
): Generator<void, Difference> {
  const before = new TeamTree(current)
  const asWritten = yield* seats(next, current, before)
  const renamesOffered = offerRenames(current, asWritten, before)
  yield
  const tree = new TeamTree(current)
  const renamed = acceptRenames(renamesOffered, renames, tree)
  yield
  const [after, seated] =
    renamed.length === 0 ? [before, asWritten] : [tree, yield* seats(next, current, tree)]
  const ref = teamRefs()
  const placed = placements(seated, ref)
  yield
  const inFile = new Set(next.map(({ email }) => email))
  const absent = current.people.filter(({ email }) => !inFile.has(email))
  const staying = absent.filter(({ administrator }) => administrator)
  const teamsOfAll = [...seated.map(({ team }) => team), ...staying.map(({ teamId }) => after.find(teamId))]
  yield
  const moves = findMoves(seated, before, ref)
  const profileChanges = compareProfiles(seated)
  yield
  const dutyChanges = compareDuties(seated, before, ref)
  yield
  return {
    placements: placed,
    joins: placed.filter(({ personId }) => personId === null),
    moves,
    leaves: absent.filter(({ administrator }) => !administrator),
    profileChanges,
    dutyChanges,
    teamsMade: teamsMade(seated, ref),
    teamsEmptied: teamsEmptied(current, before, after, teamsOfAll),
    teamsRenamed: teamsRenamed(renamed, after, ref),
    renamesOffered,
    faults:
      staying.length > 0 || placed.some(({ duties }) => duties.administrator) ? [] : ['noAdministrator'],
  }
}

function* seats(next: RosterPerson[], { people }: CurrentRoster, tree: TeamTree): Generator<void, Seat[]> {
  const byEmail = new Map(people.map((person) => [person.email, person]))
  const seated: Seat[] = []
  for (const some of inBatches(next, 2000)) {
    yield
    for (const seat of seatPeople(some, byEmail, tree)) seated.push(seat)
  }
  return seated
}
