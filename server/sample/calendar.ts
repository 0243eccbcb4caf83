import { TZDate } from '@date-fns/tz'
import { monthIn } from '../rounds/rounds.ts'

/** When each of the last months' rounds was planned, oldest first: the day before its first Monday, at noon. */
export function planningDays(now: Date, months: number, timeZone: string): Date[] {
  const today = new TZDate(now, timeZone)
  return Array.from({ length: months }, (_, n) => {
    const first = new TZDate(today.getFullYear(), today.getMonth() - months + n, 1, timeZone)
    const untilMonday = (8 - first.getDay()) % 7
    const sunday = new TZDate(first.getFullYear(), first.getMonth(), untilMonday, 12, timeZone)
    return new Date(sunday.getTime())
  })
}

/** YYYY-MM of the first Monday after a planning day. */
export function monthPlanned(planned: Date, timeZone: string): string {
  return monthIn(new Date(planned.getTime() + 24 * 60 * 60 * 1000), timeZone)
}
