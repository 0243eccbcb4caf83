import { usualHeadings } from '../../files/headings.ts'
import type { Named } from '../register.ts'
import { monthOf } from './days.ts'
import { FiguresUnreadable } from './faults.ts'
import type { Findings } from './findings.ts'
import { readTable, type Line } from './table.ts'

export const deliveryColumns = {
  team: [...usualHeadings.team, 'unit', 'group', 'gruppe'],
  month: [...usualHeadings.month, 'date', 'datum'],
  measure: ['measure', 'metric', 'indicator', 'kennzahl', 'messgröße'],
  unit: ['unitofmeasure', 'measureunit', 'metricunit', 'maßeinheit', 'einheit'],
  value: ['value', 'amount', 'wert'],
  count: ['count', 'n', 'changes', 'standsfor', 'samplesize', 'pullrequests', 'anzahl'],
}
type Column = keyof typeof deliveryColumns

/** Either a line a value, with its measure named in the line; or a column for each measure. */
export async function readDeliveryCsv(text: AsyncGenerator<string>, found: Findings) {
  const lineOf = new Map<string, number>()
  let named: { place: number; as: Named }[] = []
  await readTable(text, found, {
    spellings: deliveryColumns,
    begin(columns, headings, line) {
      const long = columns.has('measure') && columns.has('value')
      named = long
        ? []
        : headings.flatMap((heading, place) => {
            const as = found.register.named(heading)
            return as ? [{ place, as }] : []
          })
      const twice = named.find(({ as }, n) => named.findIndex((one) => one.as.measure === as.measure) < n)
      if (twice) throw new FiguresUnreadable(line, 'columnTwice', headings[twice.place]!)
      if (!columns.has('team') || !columns.has('month') || (!long && named.length === 0))
        throw new FiguresUnreadable(line, 'columnsMissing', 'team, month')
    },
    take(line) {
      const month = monthOf(line.cell('month'))
      const team = line.cell('team')
      const standsFor = readCount(line, found)
      if (!month) found.fault(line.number, 'monthInvalid', line.cell('month'))
      if (team === '') found.fault(line.number, 'teamEmpty')
      for (const { as, written } of valuesIn(line, named, found)) {
        const value = readValue(as, written, line.number, found)
        if (value === null || !month || team === '') continue
        const key = [team.toLowerCase(), month, as.measure].join('\0')
        const first = lineOf.get(key)
        if (first !== undefined) found.fault(line.number, 'valueTwice', String(first))
        lineOf.set(key, line.number)
        found.covers(month)
        found.delivery.push({ line: line.number, team, month, measure: as.measure, value, standsFor })
      }
    },
  })
}

/** A cell left empty in a column of a measure is no value; a line that names its measure has one. */
function valuesIn(
  line: Line<Column>,
  named: { place: number; as: Named }[],
  found: Findings,
): { as: Named; written: string }[] {
  if (named.length > 0)
    return named.map(({ place, as }) => ({ as, written: line.at(place) })).filter(({ written }) => written)
  const as = found.register.named(line.cell('measure') + line.cell('unit'))
  if (!as) found.fault(line.number, 'measureUnknown', line.cell('measure'))
  return as ? [{ as, written: line.cell('value') }] : []
}

function readValue(
  { measure, factor }: Named,
  written: string,
  line: number,
  found: Findings,
): number | null {
  const { unit } = found.register.of(measure)
  const plain = unit === 'percent' ? written.replace(/\s*%$/, '') : written
  const value = /^\d{1,9}([.,]\d{1,9})?$/.test(plain) ? Number(plain.replace(',', '.')) * factor : null
  if (value === null) found.fault(line, 'valueInvalid', written)
  if (value === null || unit !== 'percent' || value <= 100) return value
  found.fault(line, 'valueTooHigh', written)
  return null
}

function readCount(line: Line<Column>, found: Findings): number | null {
  const written = line.cell('count')
  if (written === '') return null
  if (/^\d{1,9}$/.test(written)) return Number(written)
  found.fault(line.number, 'countInvalid', written)
  return null
}
