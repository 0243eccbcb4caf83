import type { Sum } from '../../disclosure/add.ts'
import type { Code } from '../../disclosure/exact-or-range.ts'
import { columns as c } from '../columns.ts'
import type { FaultCode } from './roster-imports.ts'

export type FigureKind =
  | 'copilot'
  | 'copilot-metrics'
  | 'cursor'
  | 'claude-code'
  | 'claude-enterprise'
  | 'adoption-csv'
  | 'delivery-csv'

/**
 * What can be wrong with a file of figures. `value` is what was found, never of a person: it is left out there,
 * and wherever it might be an address.
 *
 * Of the whole file (line 0): fileEmpty, notUtf8, spreadsheet, unknownKind, linksOnly, entityReport,
 * mappingColumns, noRows, moreActiveThanRoster (value: `active/roster`), monthUnfinished (value: the last of them), notFetched (value: why, a word of ours). Where reading ends: lineTooLong,
 * quoteUnclosed, quoteMisplaced, jsonIncomplete, jsonMisplaced, tooManyPeople (value: the most), nulByte,
 * columnTwice, columnsMissing. Of a line, or of the entry that begins on it: all others.
 */
export type FigureFault =
  | Extract<
      FaultCode,
      | 'fileEmpty'
      | 'notUtf8'
      | 'spreadsheet'
      | 'lineTooLong'
      | 'quoteUnclosed'
      | 'quoteMisplaced'
      | 'nulByte'
      | 'columnTwice'
      | 'columnCount'
    >
  | 'unknownKind'
  | 'linksOnly'
  | 'entityReport'
  | 'noRows'
  | 'mappingColumns'
  | 'columnsMissing'
  | 'notJson'
  | 'jsonIncomplete'
  | 'jsonMisplaced'
  | 'pageMissing'
  | 'tooManyPeople'
  | 'personMissing'
  | 'dayMissing'
  | 'dayInvalid'
  | 'dayNotInRow'
  | 'monthInvalid'
  | 'fieldInvalid'
  | 'activeUnknown'
  | 'teamEmpty'
  | 'measureUnknown'
  | 'valueInvalid'
  | 'valueTooHigh'
  | 'countInvalid'
  | 'valueTwice'
  | 'moreActiveThanRoster'
  | 'monthUnfinished'
  | 'notFetched'
  | 'monthInFuture'

/** What an import would bring about one month. */
export type MonthReport = {
  month: string
  source: string
  /** The figures of this month and source that are there already go. */
  replaces: boolean
} & (
  | {
      kind: 'adoption'
      /** People with a seat who are counted in a class. */
      people: number
      seats: 'file' | 'roster'
      /** Days of the month the file covers; null for a file of whole months. */
      days: number | null
      /** Only the busiest day of the month is known: at least so many were active. */
      atLeast: boolean
      classes: Record<'exact' | 'range' | 'none', number>
      /** Groups whose figures stay as they are, since fewer seats than the threshold are certain to differ. */
      kept: number
    }
  | { kind: 'delivery'; values: number; teams: number }
)

/** What the page of an import shows. Counts, and names of teams: never of people. */
export interface FiguresReport {
  kind: FigureKind | null
  faults: { line: number; fault: FigureFault; value?: string | undefined }[]
  faultCount: number
  /** Lines, or entries of JSON. */
  lines: number
  /** People the file names, and those of them who are not in the roster or in no team of it. */
  people: number
  unmatched: number
  /** Lines about keys and removed accounts. */
  nameless: number
  /** Teams of the file that are not in the roster; the first fifty. */
  unknownTeams: string[]
  /** Teams with fewer people than the threshold, which get no delivery figures of their own; the first fifty. */
  withheldTeams: string[]
  /** Values of a group that is too small for their measure; the first fifty. */
  tooFine: { team: string; measure: { id: string; name: string | null } }[]
  months: MonthReport[]
  /** Months, YYYY-MM, that are left out until their vendor corrects them no more. */
  unfinished: string[]
}

/** People whose seats are counted together. */
export interface SeatClass {
  id: string
  name: string
  /** Ids of all teams whose people are in it. */
  teams: string[]
  /** Ids of the teams that hold everybody in it, root first. */
  path: string[]
}

export interface GroupSum {
  /** A team's id, or 'organisation'. */
  teamId: string
  sum: Sum
  pooledAs: string | null
}

interface Ready {
  source: string
  /** YYYY-MM */
  month: string
  threshold: number
}

export interface ReadyAdoption extends Ready {
  kind: 'adoption'
  seats: 'file' | 'roster'
  days: number | null
  kept: number
  classes: (SeatClass & { code: Code })[]
  sums: GroupSum[]
}

export interface ReadyDelivery extends Ready {
  kind: 'delivery'
  values: { teamId: string; measure: string; value: number; standsFor: number | null }[]
}

/** One month of one source, counted and coded: all that is left of a file once it has been read. */
export type ReadyFigures = ReadyAdoption | ReadyDelivery

/** Figures on their way in: counts and codes, never a row of the file. Gone a day later. */
export const figureImports = c.table('figure_imports', {
  id: c.text('id').primaryKey(),
  state: c.text('state').notNull().$type<'reading' | 'faulty' | 'ready' | 'applied'>(),
  madeAt: c.instant('made_at').notNull(),
  report: c.json('report').$type<FiguresReport>().notNull(),
  ready: c.json('ready').$type<ReadyFigures[]>().notNull(),
})
