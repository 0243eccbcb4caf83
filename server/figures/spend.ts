import { and, eq } from 'drizzle-orm'
import type { Reads } from '../storage/index.ts'
import { delivery } from '../storage/schema/figures.ts'
import type { ReadyDelivery } from '../storage/schema/figure-imports.ts'
import { leastOfAnArea } from './measures.ts'
import { organisation } from './ready.ts'

/** What people spent in a month, in the unit of the measure. */
export interface Spent {
  source: string
  month: string
  measure: string
  threshold: number
  /** Of everybody with a seat, each once. */
  parts: number[]
}

/**
 * What everybody together spent, of the organisation alone: of a group inside it the rest could be had by subtraction.
 * Null of fewer than twenty seats. What was shown of the month stays unless so many people as the threshold would have
 * to have spent otherwise.
 */
export async function spendOf(read: Reads, { parts, ...about }: Spent): Promise<ReadyDelivery | null> {
  const { source, month, measure, threshold } = about
  if (parts.length < leastOfAnArea) return null
  const { sum, cap } = cappedSum(parts, threshold)
  const same = and(
    eq(delivery.teamId, organisation),
    eq(delivery.source, source),
    eq(delivery.month, month),
    eq(delivery.measure, measure),
  )
  const [before] = await read.select().from(delivery).where(same)
  const value = before && Math.abs(before.value - sum) < threshold * cap ? before.value : rounded(sum)
  return {
    kind: 'delivery',
    source,
    month,
    threshold,
    values: [{ teamId: organisation, measure, value, standsFor: parts.length }],
  }
}

/**
 * The sum of what each spent, where nobody counts for more than the `threshold`-largest part: who spends most cannot be
 * told from those next to them, and without any one person the sum is at most `cap` less.
 */
export function cappedSum(parts: number[], threshold: number): { sum: number; cap: number } {
  const cap = parts.toSorted((a, b) => b - a)[threshold - 1] ?? 0
  return { sum: parts.reduce((sum, part) => sum + Math.min(part, cap), 0), cap }
}

/** To two digits, as far as a bill is worth talking about. */
const rounded = (value: number): number => Number(value.toPrecision(2))
