import type { Difference } from './comparing/changes.ts'
import { compareDuties, compareProfiles, findMoves, placements } from './comparing/comparison.ts'
import type { CurrentRoster } from './comparing/current.ts'
import { acceptRenames, offerRenames, type Rename } from './comparing/renames.ts'
import type { RosterPerson } from './reading/rows.ts'
import { seatPeople } from './comparing/seats.ts'
import { teamRefs, teamsEmptied, teamsMade, teamsRenamed } from './comparing/teams.ts'
import { TeamTree } from './tree.ts'

export type { Change, Difference, Duties, Move, Placement, TeamRef } from './comparing/changes.ts'
export type { CurrentPerson, CurrentRoster, CurrentTeam } from './comparing/current.ts'
export type { Rename, RenameOffer } from './comparing/renames.ts'

/** Compares the roster as stored with a file, which is the whole roster: administrators alone may be absent and stay. */
export function difference(current: CurrentRoster, next: RosterPerson[], renames: Rename[] = []): Difference {
  const before = new TeamTree(current)
  const asWritten = seatPeople(next, current.people, before)
  const renamesOffered = offerRenames(current, asWritten, before)
  const tree = new TeamTree(current)
  const renamed = acceptRenames(renamesOffered, renames, tree)
  const [after, seats] =
    renamed.length === 0 ? [before, asWritten] : [tree, seatPeople(next, current.people, tree)]
  const ref = teamRefs()
  const placed = placements(seats, ref)
  const inFile = new Set(next.map(({ email }) => email))
  const absent = current.people.filter(({ email }) => !inFile.has(email))
  const staying = absent.filter(({ administrator }) => administrator)
  const teamsOfAll = [...seats.map(({ team }) => team), ...staying.map(({ teamId }) => after.find(teamId))]
  return {
    placements: placed,
    joins: placed.filter(({ personId }) => personId === null),
    moves: findMoves(seats, before, ref),
    leaves: absent.filter(({ administrator }) => !administrator),
    profileChanges: compareProfiles(seats),
    dutyChanges: compareDuties(seats, before, ref),
    teamsMade: teamsMade(seats, ref),
    teamsEmptied: teamsEmptied(current, before, after, teamsOfAll),
    teamsRenamed: teamsRenamed(renamed, after, ref),
    renamesOffered,
    faults:
      staying.length > 0 || placed.some(({ duties }) => duties.administrator) ? [] : ['noAdministrator'],
  }
}
