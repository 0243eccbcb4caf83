import { and, asc, desc, eq, gte, lte, type Column } from 'drizzle-orm'
import type { Sum } from '../disclosure/add.ts'
import type { Reads } from '../storage/index.ts'
import { adoptionSums, delivery, figureMonths } from '../storage/schema/figures.ts'

/** YYYY-MM, both included. */
export interface Months {
  from: string
  to: string
}

/** How many of how many seats were active in a month: any use, at any time of it. */
export interface Adoption {
  month: string
  source: string
  /** In bands `inactive` and `active`; n is the seats. */
  sum: Sum
  /** The class shown instead where the team is only a part of it. */
  pooledAs: string | null
  /** Who the seats are: everybody the file named, or everybody in the roster. */
  seats: 'file' | 'roster'
  /** Days of the month the file covered; null for a file of whole months. */
  days: number | null
}

/** Adoption of a team or 'organisation', oldest month first; two sources of one month stand side by side. */
export async function adoptionOf(read: Reads, group: string, months?: Months): Promise<Adoption[]> {
  const { month, source, sum, pooledAs } = adoptionSums
  const rows = await read
    .select({ month, source, sum, pooledAs, seats: figureMonths.seats, days: figureMonths.days })
    .from(adoptionSums)
    .innerJoin(
      figureMonths,
      and(eq(figureMonths.kind, 'adoption'), eq(figureMonths.source, source), eq(figureMonths.month, month)),
    )
    .where(and(eq(adoptionSums.teamId, group), eq(figureMonths.removed, false), within(month, months)))
    .orderBy(asc(month), asc(source))
  return rows.map((row) => ({ ...row, seats: row.seats! }))
}

/** One measure of a team's work in one month. */
export interface Delivery {
  month: string
  source: string
  measure: string
  /** In the measure's unit. */
  value: number
  standsFor: number | null
}

/** Delivery figures of a team or 'organisation', as they were given, oldest month first. */
export async function deliveryOf(read: Reads, group: string, months?: Months): Promise<Delivery[]> {
  const { month, source, measure, value, standsFor } = delivery
  return read
    .select({ month, source, measure, value, standsFor })
    .from(delivery)
    .where(and(eq(delivery.teamId, group), within(month, months)))
    .orderBy(asc(month), asc(source), asc(measure))
}

const within = (month: Column, months: Months | undefined) =>
  months && and(gte(month, months.from), lte(month, months.to))

export type FigureSource = typeof figureMonths.$inferSelect

/** Which figures there are, newest month first. */
export async function figureSources(read: Reads): Promise<FigureSource[]> {
  return read
    .select()
    .from(figureMonths)
    .where(eq(figureMonths.removed, false))
    .orderBy(desc(figureMonths.month), asc(figureMonths.kind), asc(figureMonths.source))
}
