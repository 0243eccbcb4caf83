import { TZDate } from '@date-fns/tz'

/** Days are texts, such as 2026-11-30: they sort as they follow each other, in both databases. */
export const dayIn = (at: Date, timeZone: string): string => {
  const there = new TZDate(at, timeZone)
  return asDay(there.getFullYear(), there.getMonth(), there.getDate())
}

export function addDays(day: string, days: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return asDay(year, month - 1, date + days)
}

const asDay = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)
