import type { FaultCode } from '../../people/reading/faults.ts'

/**
 * What can be wrong with a file of figures. `value` is what was found, never of a person: it is left out there,
 * and wherever it might be an address.
 *
 * Of the whole file (line 0): fileEmpty, notUtf8, utf16, spreadsheet, unknownKind, linksOnly, entityReport,
 * mappingColumns, noRows, moreActiveThanRoster (value: `active/roster`). Where reading ends: lineTooLong,
 * quoteUnclosed, quoteMisplaced, jsonIncomplete, jsonMisplaced, tooManyPeople (value: the most), nulByte,
 * columnTwice, columnsMissing. Of a line, or of the entry that begins on it: all others.
 */
export type FigureFault =
  | Extract<
      FaultCode,
      | 'fileEmpty'
      | 'notUtf8'
      | 'utf16'
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

/** Thrown where a file cannot be read any further. */
export class FiguresUnreadable extends Error {
  constructor(
    readonly line: number,
    readonly fault: FigureFault,
    readonly value?: string,
  ) {
    super(fault)
  }
}

/** What may be quoted of a file in a report: no address, and not much. */
export const quotable = (text: string): string | undefined =>
  text.includes('@') ? undefined : text.slice(0, 80)
