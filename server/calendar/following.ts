import { TZDate } from '@date-fns/tz'
import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { lastAsked, nextTurn, questionBank } from '../questionnaire/questionnaire.ts'
import { openedLateUpTo, usualSelection } from '../rounds/rounds.ts'
import { organisationOf, type Organisation } from '../settings/settings.ts'
import { newId } from '../storage/identifier.ts'
import type { Reads } from '../storage/index.ts'
import { rounds } from '../storage/schema/rounds.ts'
import { calendarOf, type Calendar } from './changing.ts'
import { roundName } from './letters.ts'
import { occurrencesAfter, openFrom, type Occurrence } from './occurrences.ts'

const day = 24 * 60 * 60 * 1000
/** A month that could not open by then, since no server ran, is left out. */
const givenUpAfter = 14 * day
const monthsAhead = 6

/**
 * Keeps the next month's round planned as the calendar has it: one at a time, so that questions, roster and rule are
 * those of today. A plan that somebody changed by hand is left alone. Doing it twice changes nothing.
 */
export async function followCalendar(context: Context): Promise<void> {
  const { read } = context.store
  const rule = await calendarOf(read)
  const organisation = await organisationOf(read)
  if (!rule || !organisation) return
  const wanted = rule.paused === null ? await nextPlan(context, rule, organisation) : null
  if (isPlanned(await plannedByCalendar(read), wanted)) return
  await context.store.write(async (tx) => {
    const planned = await plannedByCalendar(tx)
    const others = planned.filter((one) => !one.changedByHand && one.calendarMonth !== wanted?.calendarMonth)
    if (others.length > 0)
      await tx.delete(rounds).where(
        inArray(
          rounds.id,
          others.map(({ id }) => id),
        ),
      )
    if (!wanted) return
    await tx
      .insert(rounds)
      .values({ ...wanted, id: newId(), state: 'scheduled' })
      .onConflictDoUpdate({
        target: rounds.calendarMonth,
        set: wanted,
        setWhere: and(eq(rounds.state, 'scheduled'), eq(rounds.changedByHand, false)),
      })
  })
}

async function nextPlan(context: Context, rule: Calendar, organisation: Organisation) {
  const { read } = context.store
  const next = await nextRound(read, rule, organisation, context.clock.now())
  if (!next) return null
  const bank = await questionBank(read)
  const turn = nextTurn(bank, await lastAsked(read))
  const selection = usualSelection(bank, { turn, quarterly: next.quarterly })
  if (selection.length === 0) return null
  const { month, opensAt, closesAt, reminders } = next
  const [remindsAt = null, remindsAgainAt = null] = reminders
  return {
    name: roundName(context, organisation, month),
    month,
    calendarMonth: month,
    opensAt,
    closesAt,
    remindsAt,
    remindsAgainAt,
    threshold: rule.threshold,
    selection,
    teamIds: null,
  }
}

const planned = and(isNotNull(rounds.calendarMonth), eq(rounds.state, 'scheduled'))

const plannedByCalendar = (read: Reads) => read.select().from(rounds).where(planned)

type Wanted = Awaited<ReturnType<typeof nextPlan>>

function isPlanned(rows: (typeof rounds.$inferSelect)[], wanted: Wanted): boolean {
  const isRight = (row: (typeof rows)[number]) => row.calendarMonth === wanted?.calendarMonth
  const others = rows.filter((row) => !isRight(row) && !row.changedByHand)
  const [mine] = rows.filter(isRight)
  if (others.length > 0 || (wanted && !mine)) return false
  return !wanted || !mine || mine.changedByHand || isLike(mine, wanted)
}

const isLike = (row: typeof rounds.$inferSelect, wanted: NonNullable<Wanted>): boolean =>
  Object.entries(wanted).every(
    ([name, value]) => JSON.stringify(row[name as keyof typeof row]) === JSON.stringify(value),
  )

/** What comes next by the calendar; null where no month is left. */
export async function nextRound(
  read: Reads,
  rule: Calendar,
  { timeZone }: Organisation,
  now: Date,
): Promise<Occurrence | null> {
  const begun = await read
    .select({ month: rounds.calendarMonth })
    .from(rounds)
    .where(and(isNotNull(rounds.calendarMonth), ne(rounds.state, 'scheduled')))
  const done = new Set(begun.map(({ month }) => month))
  const from = new Date(Math.max(now.getTime() - givenUpAfter, rule.since.getTime()))
  const [next] = occurrencesAfter(rule, from, timeZone, monthsAhead).filter(({ month }) => !done.has(month))
  return next ? caughtUp(rule, next, now, timeZone) : null
}

/** Missed by more than half a day, it opens on the next working day at the usual time, for as long as usual. */
function caughtUp(rule: Calendar, next: Occurrence, now: Date, timeZone: string): Occurrence {
  if (now.getTime() - next.opensAt.getTime() <= openedLateUpTo) return next
  const today = new TZDate(now, timeZone)
  for (let later = 0; ; later++) {
    const at = new TZDate(today.getFullYear(), today.getMonth(), today.getDate() + later, timeZone)
    const moved = openFrom(rule, at)
    if (at.getDay() % 6 !== 0 && moved.opensAt > now) return { ...next, ...moved }
  }
}
