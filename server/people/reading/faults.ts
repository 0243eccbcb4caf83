/**
 * What can be wrong with a roster. `value` is what was found, unless said otherwise.
 *
 * Of the whole file (line 0): fileEmpty, notUtf8, utf16, spreadsheet (an .xlsx or .ods), noPeople.
 * Of the header: emailColumnMissing, teamColumnMissing, columnTwice.
 * Where reading ends: tooManyLines (value: the most there may be), lineTooLong, quoteUnclosed,
 * quoteMisplaced (both with the line on which the record begins). `nulByte` in the header ends it as well.
 * Of a line: all others. columnCount's value is `found/expected`, emailTwice's the line that had it first.
 */
export type FaultCode =
  | 'fileEmpty'
  | 'notUtf8'
  | 'utf16'
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

export interface Fault<Code extends string = FaultCode> {
  line: number
  fault: Code
  value?: string | undefined
}

export type Report = (fault: FaultCode, value?: string) => void

/** Thrown where a file cannot be read any further. */
export class Unreadable extends Error {
  constructor(readonly faults: Fault[]) {
    super(faults.map(({ fault }) => fault).join(', '))
  }
}

/** Characters, and for a path its levels. */
export const longest = { email: 254, name: 120, teamName: 80, path: 12 }

const mostFaultsKept = 1000
const longestValue = 200

/** Counts every fault, keeps the first thousand. */
export class Faults<Code extends string = FaultCode> {
  count = 0
  readonly #kept: Fault<Code>[] = []

  add({ line, fault, value }: Fault<Code>) {
    this.count += 1
    if (this.#kept.length >= mostFaultsKept) return
    this.#kept.push(value === undefined ? { line, fault } : { line, fault, value: shortened(value) })
  }

  /** What ended the reading is kept, whatever else has to give way. */
  end(faults: Fault<Code>[]) {
    this.#kept.splice(mostFaultsKept - faults.length)
    for (const fault of faults) this.add(fault)
  }

  get inOrder(): Fault<Code>[] {
    return this.#kept.toSorted((one, other) => one.line - other.line)
  }
}

function shortened(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value
}
