import { setImmediate } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { inBatches } from '../storage/batches.ts'
import type { Writes } from '../storage/index.ts'
import { adoption, adoptionSums, delivery, figureMonths } from '../storage/schema/figures.ts'
import { standsFor } from './ready.ts'
import type { ReadyFigures } from '../storage/schema/figure-imports.ts'

export interface FigureMonth {
  kind: ReadyFigures['kind']
  source: string
  month: string
}

/** Puts one month of one source in the place of what was there. */
export async function saveFigures(tx: Writes, ready: ReadyFigures, importedAt: Date): Promise<void> {
  const { kind, source, month, threshold } = ready
  await clear(tx, ready)
  const about = { kind, source, month, threshold, importedAt, standsFor: standsFor(ready) }
  if (ready.kind === 'adoption') {
    await tx.insert(figureMonths).values({ ...about, seats: ready.seats, days: ready.days })
    const coded = ready.classes.map(({ id: classId, ...one }) => ({ source, month, classId, ...one }))
    await insertAll(coded, (some) => tx.insert(adoption).values(some))
    const sums = ready.sums.map((one) => ({ source, month, ...one }))
    await insertAll(sums, (some) => tx.insert(adoptionSums).values(some))
  } else {
    await tx.insert(figureMonths).values(about)
    const values = ready.values.map((one) => ({ source, month, ...one }))
    await insertAll(values, (some) => tx.insert(delivery).values(some))
  }
}

/** Whether another import of the same source and month was applied after a moment. */
export async function wasImportedSince(
  tx: Writes,
  { kind, source, month }: FigureMonth,
  since: Date,
): Promise<boolean> {
  const same = and(
    eq(figureMonths.kind, kind),
    eq(figureMonths.source, source),
    eq(figureMonths.month, month),
  )
  const [there] = await tx.select().from(figureMonths).where(same)
  return there !== undefined && there.importedAt > since
}

/** Requests are answered between batches: on SQLite a statement does not wait for anything by itself. */
async function insertAll<T>(rows: T[], insert: (some: T[]) => PromiseLike<unknown>) {
  for (const some of inBatches(rows, 200)) {
    await insert(some)
    await setImmediate()
  }
}

async function clear(tx: Writes, { kind, source, month }: FigureMonth): Promise<boolean> {
  const tables = kind === 'adoption' ? [adoption, adoptionSums] : [delivery]
  for (const table of tables)
    await tx.delete(table).where(and(eq(table.source, source), eq(table.month, month)))
  const gone = await tx
    .delete(figureMonths)
    .where(and(eq(figureMonths.kind, kind), eq(figureMonths.source, source), eq(figureMonths.month, month)))
    .returning()
  return gone.length > 0
}

/** Removes one month of one source from every page; of adoption, which groups it was counted in is kept. Refuses with notFound. */
export async function removeFigures(context: Context, by: string, which: FigureMonth): Promise<void> {
  await context.store.write(async (tx) => {
    const { kind, source, month } = which
    const gone = kind === 'adoption' ? await hide(tx, which) : await clear(tx, which)
    if (!gone) throw new Refusal('notFound')
    await record(tx, context, by, 'figures removed', { kind, source, month })
  })
}

async function hide(tx: Writes, { kind, source, month }: FigureMonth): Promise<boolean> {
  const shown = and(
    eq(figureMonths.kind, kind),
    eq(figureMonths.source, source),
    eq(figureMonths.month, month),
    eq(figureMonths.removed, false),
  )
  const hidden = await tx.update(figureMonths).set({ removed: true }).where(shown).returning()
  return hidden.length > 0
}
