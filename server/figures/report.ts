import type { FigureFault } from './reading/faults.ts'
import type { Kind } from './reading/recognise.ts'

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
    }
  | { kind: 'delivery'; values: number; teams: number }
)

/** What the page of an import shows. Counts, and names of teams: never of people. */
export interface FiguresReport {
  kind: Kind | null
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
  months: MonthReport[]
}

export const emptyReport: FiguresReport = {
  kind: null,
  faults: [],
  faultCount: 0,
  lines: 0,
  people: 0,
  unmatched: 0,
  nameless: 0,
  unknownTeams: [],
  withheldTeams: [],
  months: [],
}
