import { Unreadable, type Fault } from '../../files/faults.ts'
import { findColumns, plainHeading, usualHeadings } from '../../files/headings.ts'
import type { RosterColumn } from '../../storage/schema/roster-imports.ts'

/** Where each column of the header stands; only email and team are certain to be there. */
export type Columns = Map<RosterColumn, number>

/** What headings mean by an administrator's word, by their letters and digits; null for one that is not used. */
export type Assigned = ReadonlyMap<string, RosterColumn | null>

/** Letters and digits alone; where a file has several of them, the one named first counts. */
const spellings: Record<RosterColumn, string[]> = {
  email: usualHeadings.email,
  team: [
    ...usualHeadings.team,
    'teams',
    'departmentpath',
    'departmentname',
    'orgunit',
    'orgunitpath',
    'organizationalunit',
    'organisationalunit',
    'unit',
  ],
  name: [
    'name',
    'fullname',
    'displayname',
    'preferredname',
    'employeename',
    'personname',
    'vollständigername',
    'anzeigename',
    'mitarbeitername',
  ],
  firstName: ['firstname', 'givenname', 'forename', 'vorname', 'rufname'],
  lastName: ['lastname', 'surname', 'familyname', 'nachname', 'familienname', 'zuname'],
  role: ['role', 'roles', 'rolle', 'rollen'],
  manages: ['manages', 'managesteams', 'managesteam', 'managerof', 'managedteams', 'teamsmanaged', 'leitet'],
  facilitates: [
    'facilitates',
    'facilitatesteams',
    'facilitatesteam',
    'facilitatorof',
    'facilitatedteams',
    'moderiert',
  ],
  answers: ['answers', 'answering', 'invited', 'participates', 'respondent', 'antwortet', 'eingeladen'],
}

/** What a page shows of a heading, and what it is assigned by. */
export const toldHeading = (heading: string): string => heading.slice(0, longestTold).toWellFormed()
const longestTold = 80

/** Finds the columns of a roster that can be told by their headings, and those that were assigned. */
export function readColumns(
  headings: string[],
  line: number,
  assigned: Assigned,
): { columns: Columns; faults: Fault[] } {
  const byHand: Columns = new Map()
  const faults: Fault[] = []
  for (const [at, heading] of headings.entries()) {
    const column = assigned.get(plainHeading(toldHeading(heading)))
    if (!column) continue
    if (byHand.has(column)) faults.push({ line, fault: 'columnTwice', value: heading })
    else byHand.set(column, at)
  }
  const left = headings.map((heading) => (assigned.has(plainHeading(toldHeading(heading))) ? '' : heading))
  const found = findColumns(left, line, without(byHand))
  const columns: Columns = new Map([...found.columns, ...byHand])
  joinNames(columns, byHand, headings)
  return { columns, faults: [...faults, ...found.faults] }
}

const without = (taken: Columns) =>
  Object.fromEntries(
    Object.entries(spellings).filter(([column]) => !taken.has(column as RosterColumn)),
  ) as Record<RosterColumn, string[]>

/** Beside a first name, "Name" alone is the last one, as in German files; beside both, it is the whole. */
function joinNames(columns: Columns, byHand: Columns, headings: string[]) {
  const name = columns.get('name')
  const parts = (['firstName', 'lastName'] as const).filter((part) => columns.has(part))
  if (name === undefined || parts.length === 0) return
  const isLast =
    !byHand.has('name') && parts.join() === 'firstName' && plainHeading(headings[name] ?? '') === 'name'
  if (isLast) columns.set('lastName', name)
  const partsAssigned = !byHand.has('name') && parts.some((part) => byHand.has(part))
  for (const other of isLast || partsAssigned ? (['name'] as const) : parts) columns.delete(other)
}

/** Throws Unreadable where a roster cannot be read by these. */
export function refuseWithout({ columns, faults }: { columns: Columns; faults: Fault[] }, line: number) {
  const missing: Fault[] = []
  if (!columns.has('email')) missing.push({ line, fault: 'emailColumnMissing' })
  if (!columns.has('team')) missing.push({ line, fault: 'teamColumnMissing' })
  if (faults.length + missing.length > 0) throw new Unreadable([...faults, ...missing])
}
