import { eq, isNotNull, and } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { queueLetters } from '../post/post.ts'
import { Refusal } from '../refusal.ts'
import { inBatches } from '../storage/batches.ts'
import { newId } from '../storage/identifier.ts'
import type { Reads, Writes } from '../storage/index.ts'
import { calendar, type Skipped } from '../storage/schema/calendar.ts'
import { people } from '../storage/schema/people.ts'
import type { Rule } from './occurrences.ts'

export type Calendar = typeof calendar.$inferSelect

/** Null until somebody has set it. */
export async function calendarOf(read: Reads): Promise<Calendar | null> {
  const [row] = await read.select().from(calendar)
  return row ?? null
}

/** What a form sets: skips and a pause are things of their own. */
export type RuleSet = Omit<Rule, 'skipped' | 'paused'>

/** Good for most: nobody has to choose anything. */
export const usualRule: RuleSet = {
  week: 1,
  weekday: 1,
  time: '09:00',
  openDays: 7,
  reminders: [2],
  threshold: 5,
  withoutMonths: [],
  quarterMonths: [1, 4, 7, 10],
}

export async function setCalendar(context: Context, by: string | null, rule: RuleSet): Promise<void> {
  const set = { ...rule, since: context.clock.now() }
  await context.store.write(async (tx) => {
    await tx
      .insert(calendar)
      .values({ ...set, id: 'calendar', feedKey: newId() })
      .onConflictDoUpdate({ target: calendar.id, set })
    await record(tx, context, by, 'calendar changed')
  })
  context.wake()
}

/** What everybody is mailed about the calendar, by what the letter's row is about. */
export const aboutSkipping = (month: string): string => `skipped ${month}`
export const aboutPause = 'paused'

interface Word {
  word: string
  /** Whether everybody who answers is mailed. */
  tell: boolean
}

/** Leaves a month out. Refuses with notFound where there is no calendar. */
export async function skipMonth(
  context: Context,
  by: string,
  { month, word, tell }: Skipped & Word,
): Promise<void> {
  await changeWith(context, by, 'month skipped', { month }, async (tx, { skipped }) => {
    const others = skipped.filter((one) => one.month !== month)
    await tx.update(calendar).set({ skipped: [...others, { month, word }] })
    if (tell) await tellEverybody(tx, context, aboutSkipping(month))
  })
}

export async function keepMonth(context: Context, by: string, month: string): Promise<void> {
  await changeWith(context, by, 'month kept', { month }, async (tx, { skipped }) => {
    await tx.update(calendar).set({ skipped: skipped.filter((one) => one.month !== month) })
  })
}

export async function pauseCalendar(context: Context, by: string, { word, tell }: Word): Promise<void> {
  await changeWith(context, by, 'calendar paused', {}, async (tx) => {
    await tx.update(calendar).set({ paused: word })
    if (tell) await tellEverybody(tx, context, aboutPause)
  })
}

export async function resumeCalendar(context: Context, by: string): Promise<void> {
  await changeWith(context, by, 'calendar resumed', {}, async (tx) => {
    await tx.update(calendar).set({ paused: null, since: context.clock.now() })
  })
}

async function changeWith(
  context: Context,
  by: string,
  action: Parameters<typeof record>[3],
  detail: Record<string, string>,
  change: (tx: Writes, calendar: Calendar) => Promise<void>,
) {
  await context.store.write(async (tx) => {
    const now = await calendarOf(tx)
    if (!now) throw new Refusal('notFound')
    await change(tx, now)
    await record(tx, context, by, action, detail)
  })
  context.wake()
}

async function tellEverybody(tx: Writes, { clock }: Context, about: string): Promise<void> {
  const asked = await tx
    .select({ addressee: people.id })
    .from(people)
    .where(and(eq(people.answers, true), isNotNull(people.teamId)))
  const letters = asked.map(({ addressee }) => ({ kind: 'calendar' as const, addressee, about }))
  for (const some of inBatches(letters)) await queueLetters(tx, clock.now(), some)
}
