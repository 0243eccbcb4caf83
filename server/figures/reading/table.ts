import { findColumns } from '../../files/headings.ts'
import { readRecords } from '../../files/records.ts'
import { FiguresUnreadable } from './faults.ts'
import type { FigureFault } from '../../storage/schema/figure-imports.ts'
import type { Findings } from './findings.ts'

export interface Line<Name> {
  number: number
  cell: (column: Name) => string
  /** By place, for columns that are not known by name alone. */
  at: (place: number) => string
}

interface Table<Name extends string> {
  spellings: Record<Name, string[]>
  /** Throws FiguresUnreadable where a column is missing. */
  begin: (columns: Set<Name>, headings: string[], line: number) => void
  take: (line: Line<Name>) => void
}

/** Reads a CSV file with a header. The delimiter is comma, semicolon or tab; other columns are passed over. */
export async function readTable<Name extends string>(
  text: AsyncGenerator<string>,
  found: Findings,
  { spellings, begin, take }: Table<Name>,
) {
  let header: { columns: Map<Name, number>; width: number } | undefined
  await readRecords(text, (fields, line) => {
    if (fields.every((field) => field.trim() === '')) return
    if (!header) {
      const { columns, faults } = findColumns(fields, line, spellings)
      const fault = faults[0]
      if (fault) throw new FiguresUnreadable(line, fault.fault as FigureFault, fault.value)
      begin(new Set(columns.keys()), fields, line)
      header = { columns, width: fields.length }
      return
    }
    found.lines += 1
    const { columns, width } = header
    if (fields.some((field) => field.includes('\0'))) return found.fault(line, 'nulByte')
    if (fields.length !== width) return found.fault(line, 'columnCount', `${fields.length}/${width}`)
    const at = (place: number) => (fields[place] ?? '').trim()
    take({ number: line, at, cell: (column) => at(columns.get(column) ?? -1) })
  })
}
