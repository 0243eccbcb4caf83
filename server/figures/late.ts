import { and, desc, eq } from 'drizzle-orm'
import type { Reads } from '../storage/index.ts'
import { figureMonths } from '../storage/schema/figures.ts'
import { finalFrom } from './final.ts'

/**
 * The last month that is final, where adoption was imported before and of it nothing has come; null where nothing is
 * late, and where nobody imports any.
 */
export async function lateFigures(read: Reads, now: Date): Promise<string | null> {
  const [newest] = await read
    .select({ month: figureMonths.month })
    .from(figureMonths)
    .where(and(eq(figureMonths.kind, 'adoption'), eq(figureMonths.removed, false)))
    .orderBy(desc(figureMonths.month))
    .limit(1)
  const last = lastFinal(now)
  return newest && newest.month < last ? last : null
}

function lastFinal(now: Date): string {
  const monthsAgo = (n: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - n, 1)).toISOString().slice(0, 7)
  return finalFrom(monthsAgo(1)) <= now ? monthsAgo(1) : monthsAgo(2)
}
