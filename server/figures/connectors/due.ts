import { finalFrom } from '../final.ts'
import { monthAt } from './days.ts'

/** So many months at once at most: what a vendor has forgotten meanwhile is not asked for. */
const most = 3
/** So many when a connector is new. */
const atFirst = 2

/**
 * The months that are final and not brought yet, oldest first.
 * @param last YYYY-MM, the last that was brought; null before the first
 */
export function dueMonths(last: string | null, now: Date): string[] {
  const final = Array.from({ length: most + 1 }, (_, back) => monthBefore(now, back))
    .filter((month) => finalFrom(month) <= now)
    .slice(0, last === null ? atFirst : most)
  return final.filter((month) => last === null || month > last).toReversed()
}

/** The last one that is final. */
export const lastFinalMonth = (now: Date): string =>
  finalFrom(monthBefore(now, 1)) <= now ? monthBefore(now, 1) : monthBefore(now, 2)

const monthBefore = (now: Date, back: number): string =>
  monthAt(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)))

const hour = 60 * 60_000
/** By UTC. */
const nightHour = 2

/** When the last night began: who was asked since is not asked again before the next. */
export function nightOf(now: Date): Date {
  const night = new Date(now).setUTCHours(nightHour, 0, 0, 0)
  return new Date(night <= now.getTime() ? night : night - 24 * hour)
}
