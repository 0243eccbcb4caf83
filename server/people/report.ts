import type { Difference, RenameOffer, TeamRef } from './difference.ts'
import { pathText } from './paths.ts'
import type { ImportReport, RosterFault, Sample, Understood } from '../storage/schema/roster-imports.ts'

const shown = 50
const sample = <T>(all: T[], line: (one: T) => string): Sample => ({
  count: all.length,
  first: all.slice(0, shown).map(line),
})
const none: Sample = { count: 0, first: [] }

export const nothingUnderstood: Understood = {
  columns: [],
  roles: { manager: 0, facilitator: 0, administrator: 0 },
}

const empty = {
  understood: nothingUnderstood,
  today: 0,
  joins: none,
  moves: none,
  leaves: none,
  changes: none,
  roles: none,
  made: none,
  emptied: none,
  renames: [],
}

export const nothingYet: ImportReport = { faults: [], faultCount: 0, ...empty }

export const faultReport = (
  understood: Understood,
  faults: RosterFault[],
  faultCount: number,
): ImportReport => ({
  ...empty,
  understood,
  faults,
  faultCount,
})

export function differenceReport(
  understood: Understood,
  today: number,
  difference: Difference,
): ImportReport {
  const { joins, moves, leaves, profileChanges, dutyChanges, teamsMade, teamsEmptied, renamesOffered } =
    difference
  return {
    understood,
    today,
    faults: [],
    faultCount: 0,
    joins: sample(joins, ({ person, team }) => `${person.email} → ${pathText(team.path)}`),
    moves: sample(
      moves,
      ({ email, from, to }) => `${email}: ${from ? pathText(from.path) : '–'} → ${pathText(to.path)}`,
    ),
    leaves: sample(leaves, ({ email }) => email),
    changes: sample(
      profileChanges,
      ({ email, before, after }) => `${email}: ${profile(before)} → ${profile(after)}`,
    ),
    roles: sample(
      dutyChanges,
      ({ email, before, after }) => `${email}: ${duties(before)} → ${duties(after)}`,
    ),
    made: sample(teamsMade, ({ path }) => pathText(path)),
    emptied: sample(teamsEmptied, ({ path }) => pathText(path)),
    // A team that comes along with the one above needs no question of its own.
    renames: renamesOffered.filter(({ comesWith }) => comesWith === null).map(asOffer),
  }
}

const asOffer = ({ teamId, from, to }: RenameOffer) => ({ teamId, from: pathText(from), to: pathText(to) })

const profile = ({ name, answers }: { name: string | null; answers: boolean }) =>
  `${name ?? '–'} (${answers ? '+' : '–'})`

function duties({
  administrator,
  manages,
  facilitates,
}: Difference['dutyChanges'][number]['before']): string {
  const led = (mark: string, teams: TeamRef[]) => teams.map(({ path }) => `${mark} ${pathText(path)}`)
  return (
    [
      ...(administrator ? ['admin'] : []),
      ...led('manager', manages),
      ...led('facilitator', facilitates),
    ].join(', ') || '–'
  )
}
