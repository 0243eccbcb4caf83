import { TZDate } from '@date-fns/tz'
import { monthIn } from '../rounds/rounds.ts'
import type { calendar } from '../storage/schema/calendar.ts'

export type Rule = Omit<typeof calendar.$inferSelect, 'id' | 'since' | 'feedKey'>

/** One month's round, as the rule has it. */
export interface Occurrence {
  /** YYYY-MM. */
  month: string
  opensAt: Date
  closesAt: Date
  /** Soonest first, at most two. */
  reminders: Date[]
  /** Whether the quarterly questions are asked too. */
  quarterly: boolean
}

/** The months from a moment on that have a round, soonest first, those that open later only. */
export function occurrencesAfter(rule: Rule, after: Date, timeZone: string, atMost: number): Occurrence[] {
  const there = new TZDate(after, timeZone)
  const found: Occurrence[] = []
  // With eleven months left out each year, six rounds lie within six years.
  for (let n = 0; found.length < atMost && n <= 12 * (atMost + 1); n++) {
    const first = new TZDate(there.getFullYear(), there.getMonth() + n, 1, timeZone)
    if (isLeftOut(rule, first)) continue
    const one = occurrenceIn(rule, first)
    if (one.opensAt > after) found.push(one)
  }
  return found
}

const monthOf = (day: TZDate): string => monthIn(day, day.timeZone ?? 'UTC')

const isLeftOut = ({ withoutMonths, skipped }: Rule, first: TZDate): boolean =>
  withoutMonths.includes(first.getMonth() + 1) || skipped.some(({ month }) => month === monthOf(first))

function occurrenceIn(rule: Rule, first: TZDate): Occurrence {
  return {
    month: monthOf(first),
    ...openFrom(rule, new TZDate(first.getFullYear(), first.getMonth(), dayOf(rule, first), first.timeZone)),
    quarterly: rule.quarterMonths.includes(first.getMonth() + 1),
  }
}

/** The day of the month that is, say, its second Tuesday. */
function dayOf({ week, weekday }: Rule, first: TZDate): number {
  const offset = (weekday - first.getDay() + 7) % 7
  const days = new TZDate(first.getFullYear(), first.getMonth() + 1, 0, first.timeZone).getDate()
  const last = 1 + offset + 7 * Math.floor((days - 1 - offset) / 7)
  return week === 5 ? last : 1 + offset + 7 * (week - 1)
}

/** By the clock on the wall: seven days later it shows the same time, whatever happens to the hours between. */
export function openFrom(rule: Rule, day: TZDate): Pick<Occurrence, 'opensAt' | 'closesAt' | 'reminders'> {
  const [hour = 0, minute = 0] = rule.time.split(':').map(Number)
  const at = (days: number) =>
    new Date(
      new TZDate(
        day.getFullYear(),
        day.getMonth(),
        day.getDate() + days,
        hour,
        minute,
        day.timeZone,
      ).getTime(),
    )
  return {
    opensAt: at(0),
    closesAt: at(rule.openDays),
    reminders: rule.reminders.map((before) => at(rule.openDays - before)).sort((a, b) => +a - +b),
  }
}
