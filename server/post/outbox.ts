import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, lte, sql } from 'drizzle-orm'
import type { Context, Letter } from '../context.ts'
import { newId } from '../storage/identifier.ts'
import type { Writes } from '../storage/index.ts'
import { outbox } from '../storage/schema/post.ts'

export type Queued = typeof outbox.$inferSelect

/** Writes the letter of a row when its turn comes; null when there is nobody to write to any more. */
export type Letters = Record<Queued['kind'], (context: Context, row: Queued) => Promise<Letter | null>>

const batch = 50
const atOnce = 5
const minute = 60_000
const longestPause = 6 * 60 * minute
/** After these the row waits for an administrator to try again; most of a day has passed. */
const attemptsBeforeRest = 12
const resting = 10 * 365 * 24 * 60 * minute

/** Queues a letter once: of one kind to one addressee about one round there is never a second row. */
export async function queueLetter(
  tx: Writes,
  { clock }: Context,
  letter: { kind: Queued['kind']; addressee: string; about?: string },
): Promise<void> {
  await queueLetters(tx, clock.now(), [letter])
}

export async function queueLetters(
  tx: Writes,
  notBefore: Date,
  letters: { kind: Queued['kind']; addressee: string; about?: string }[],
): Promise<void> {
  const rows = letters.map(({ kind, addressee, about = '' }) => ({
    id: newId(),
    kind,
    addressee,
    about,
    notBefore,
  }))
  await tx
    .insert(outbox)
    .values(rows)
    .onConflictDoUpdate({ target: [outbox.kind, outbox.addressee, outbox.about], set: asNew })
}

/** Asked for again, it is due at once and outlives the attempt that may be under way: its address may have changed. */
const asNew = { id: sql`excluded.id`, notBefore: sql`excluded.not_before`, attempts: 0, failure: null }

/** Mail waiting for somebody who has left, by person's id or by address. */
export async function dropLetters(tx: Writes, addressees: string[]): Promise<void> {
  await tx.delete(outbox).where(inArray(outbox.addressee, addressees))
}

/** Letters that wait for somebody who does not want any of their kinds. */
export async function dropLettersOf(tx: Writes, personId: string, kinds: Queued['kind'][]): Promise<void> {
  await tx.delete(outbox).where(and(eq(outbox.addressee, personId), inArray(outbox.kind, kinds)))
}

/** Sends what is due, sign-ins first, then the oldest, until nothing is due or the mail server cannot be reached at all. */
export async function drainOutbox(context: Context, letters: Letters): Promise<void> {
  for (;;) {
    const due = await dueLetters(context)
    if (due.length === 0) return
    for (let start = 0; start < due.length; start += atOnce) {
      const some = due.slice(start, start + atOnce)
      // Written side by side and then sent in their order, which so says nothing of what was written how fast.
      const written = await Promise.all(some.map((row) => write(context, letters, row)))
      const outcomes = await Promise.all(some.map((row, n) => deliver(context, row, written[n] ?? null)))
      if (outcomes.includes('unreachable')) return
    }
  }
}

async function dueLetters({ store, clock }: Context): Promise<Queued[]> {
  return store.read
    .select()
    .from(outbox)
    .where(lte(outbox.notBefore, clock.now()))
    .orderBy(desc(eq(outbox.kind, 'sign-in')), asc(outbox.notBefore), asc(outbox.addressee))
    .limit(batch)
}

/** Of a round that is over nothing is found by its name: these are no invitations to it, and stay. */
const outlived = new Set<Queued['kind']>(['results'])

/** Null where there is nobody to write to any more; a fault is the letter's, and met when it is to be sent. */
const write = (context: Context, letters: Letters, row: Queued): Promise<Letter | Error | null> =>
  letters[row.kind](context, row).catch((error: Error) => error)

async function deliver(
  context: Context,
  row: Queued,
  letter: Letter | Error | null,
): Promise<'done' | 'failed' | 'unreachable'> {
  try {
    if (letter instanceof Error) throw letter
    if (letter)
      await context.post.send(letter, { id: row.id, about: outlived.has(row.kind) ? row.kind : row.about })
    await context.store.write((tx) => tx.delete(outbox).where(eq(outbox.id, row.id)))
    return 'done'
  } catch (error) {
    const failure = failureOf(error)
    await postpone(context, row, failure)
    return unreachable.has(failure) ? 'unreachable' : 'failed'
  }
}

/** What a mail server says of one letter: it will not have the address, or what is written. */
export const refusals = ['EENVELOPE', 'EMESSAGE']

/** A refusal for now, as many servers answer whom they do not know yet, is none. */
function failureOf(error: unknown): string {
  const { code = 'UNKNOWN', responseCode = 0 } = error as { code?: string; responseCode?: number }
  return refusals.includes(code) && responseCode >= 400 && responseCode < 500 ? 'LATER' : code
}

/** Failures of the server rather than of one letter: trying the next letter would only fail again. */
const unreachable = new Set([
  'ECONNECTION',
  'ESOCKET',
  'ETIMEDOUT',
  'EDNS',
  'EAUTH',
  'ETLS',
  'ENOAUTH',
  'EOAUTH2',
])

async function postpone({ store, clock }: Context, row: Queued, failure: string): Promise<void> {
  const attempts = row.attempts + 1
  const pause = attempts < attemptsBeforeRest ? Math.min(minute * 2 ** (attempts - 1), longestPause) : resting
  const notBefore = new Date(clock.now().getTime() + pause)
  await store.write((tx) =>
    tx.update(outbox).set({ attempts, failure, notBefore }).where(eq(outbox.id, row.id)),
  )
}

export interface OutboxState {
  waiting: number
  failing: { failure: string; letters: number }[]
}

/** How many letters wait, and of which failures. It says nothing of whom: that is nobody's business but the server's. */
export async function outboxState({ store }: Context): Promise<OutboxState> {
  const [all] = await store.read.select({ letters: count() }).from(outbox)
  const failing = await store.read
    .select({ failure: outbox.failure, letters: count() })
    .from(outbox)
    .where(isNotNull(outbox.failure))
    .groupBy(outbox.failure)
  return {
    waiting: all!.letters,
    failing: failing.map((row) => ({ failure: row.failure!, letters: row.letters })),
  }
}

/** Tries failed letters at once, from the first pause on. */
export async function retryFailing(context: Context): Promise<void> {
  const change = { attempts: 0, notBefore: context.clock.now() }
  await context.store.write((tx) => tx.update(outbox).set(change).where(isNotNull(outbox.failure)))
  context.wake()
}

/** Letters that have rested since before a moment, and that nobody has tried again. */
export async function dropRested(tx: Writes, before: Date): Promise<void> {
  const rested = new Date(before.getTime() + resting)
  await tx.delete(outbox).where(and(gte(outbox.attempts, attemptsBeforeRest), lt(outbox.notBefore, rested)))
}
