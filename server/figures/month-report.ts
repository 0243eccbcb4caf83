import { and, eq } from 'drizzle-orm'
import type { Reads } from '../storage/index.ts'
import type { MonthReport, ReadyFigures } from '../storage/schema/figure-imports.ts'
import { figureMonths } from '../storage/schema/figures.ts'
import { standsFor } from './ready.ts'

/** What an import would bring about one month. */
export async function monthReport(read: Reads, ready: ReadyFigures): Promise<MonthReport> {
  const { kind, source, month } = ready
  const same = and(
    eq(figureMonths.kind, kind),
    eq(figureMonths.source, source),
    eq(figureMonths.month, month),
    eq(figureMonths.removed, false),
  )
  const replaces = (await read.$count(figureMonths, same)) > 0
  if (ready.kind === 'delivery') {
    const { values } = ready
    return { kind: 'delivery', source, month, replaces, values: values.length, teams: standsFor(ready) }
  }
  const shownAs = (shown: string) => ready.classes.filter(({ code }) => code.shown === shown).length
  return {
    kind: 'adoption',
    source,
    month,
    replaces,
    people: standsFor(ready),
    seats: ready.seats,
    days: ready.days,
    atLeast: ready.classes.length === 0,
    kept: ready.kept,
    classes: { exact: shownAs('exact'), range: shownAs('range'), none: shownAs('none') },
  }
}
