import { columns as c } from '../columns.ts'

/**
 * What can be wrong with a roster. `value` is what was found, unless said otherwise.
 *
 * Of the whole file (line 0): fileEmpty, notUtf8 (damaged, in whatever encoding), spreadsheet (an .xlsx or .ods), noPeople.
 * Of the header: emailColumnMissing, teamColumnMissing, columnTwice.
 * Where reading ends: tooManyLines (value: the most there may be), lineTooLong, quoteUnclosed,
 * quoteMisplaced (both with the line on which the record begins). `nulByte` in the header ends it as well.
 * Of a line: all others. columnCount's value is `found/expected`, emailTwice's the line that had it first.
 */
export type FaultCode =
  | 'fileEmpty'
  | 'notUtf8'
  | 'spreadsheet'
  | 'noPeople'
  | 'emailColumnMissing'
  | 'teamColumnMissing'
  | 'columnTwice'
  | 'tooManyLines'
  | 'lineTooLong'
  | 'quoteUnclosed'
  | 'quoteMisplaced'
  | 'nulByte'
  | 'columnCount'
  | 'emailInvalid'
  | 'emailTooLong'
  | 'emailTwice'
  | 'nameTooLong'
  | 'teamEmpty'
  | 'teamNameTooLong'
  | 'teamTooDeep'
  | 'teamWithinItself'
  | 'teamUnknown'
  | 'roleUnknown'
  | 'answersUnknown'

export const rosterColumns = [
  'email',
  'team',
  'name',
  'firstName',
  'lastName',
  'role',
  'manages',
  'facilitates',
  'answers',
] as const
export type RosterColumn = (typeof rosterColumns)[number]

export type Role = 'member' | 'manager' | 'facilitator' | 'administrator'

export interface RosterPerson {
  /** Where the record begins, the first line of the file being 1. */
  line: number
  email: string
  name: string | null
  /** A path, the outermost team first. */
  team: string[]
  roles: Role[]
  manages: string[][]
  facilitates: string[][]
  answers: boolean
}

/** How many there are, and the first of them to show. */
export interface Sample {
  count: number
  first: string[]
}

export interface RosterFault {
  line: number
  fault: FaultCode | 'noAdministrator'
  value?: string | undefined
}

/** How a file was understood. */
export interface Understood {
  /** Its headings in their order; null for a column that was not used. */
  columns: { heading: string; as: RosterColumn | null }[]
  roles: Record<Exclude<Role, 'member'>, number>
}

/** What the page of an import shows: how the file was understood, and faults, or every kind of change. */
export interface ImportReport {
  understood: Understood
  faults: RosterFault[]
  faultCount: number
  joins: Sample
  moves: Sample
  leaves: Sample
  /** How many people there were when the file was compared with them. */
  today: number
  changes: Sample
  roles: Sample
  made: Sample
  emptied: Sample
  renames: { teamId: string; from: string; to: string }[]
}

/** A roster on its way in: read, shown, applied. Gone a day later. */
export const rosterImports = c.table('roster_imports', {
  id: c.text('id').primaryKey(),
  state: c.text('state').notNull().$type<'reading' | 'faulty' | 'ready' | 'applied'>(),
  madeAt: c.instant('made_at').notNull(),
  /** What the roster was when it was compared; when it has moved on, the import can no longer be applied. */
  rosterVersion: c.count('roster_version').notNull(),
  /** What was pasted, to be mended in place; a file stays with its owner. */
  pasted: c.text('pasted'),
  people: c.json('people').$type<RosterPerson[]>().notNull(),
  report: c.json('report').$type<ImportReport>().notNull(),
})

/** What an administrator said a heading means, for every file that follows. */
export const assignedColumns = c.table('assigned_columns', {
  /** Letters and digits alone. */
  heading: c.text('heading').primaryKey(),
  /** Null for a column that is not to be used. */
  column: c.text('column').$type<RosterColumn>(),
})
