import { and, count, isNotNull, lt, min, notInArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { outbox } from '../storage/schema/post.ts'
import { refusals, type Queued } from './outbox.ts'

/** What somebody asked for just now, for a link of their own: how many do so is told to nobody. */
const askedFor: Queued['kind'][] = ['sign-in', 'own-link']
const ours = notInArray(outbox.kind, askedFor)

export interface Backlog {
  /** Letters that should have been sent so long ago, by kind. */
  late: { kind: Queued['kind']; letters: number }[]
  /** Since when the letter has been due that waits longest; null where none is late. */
  oldest: Date | null
  failing: { failure: string; letters: number }[]
  /** Whether the mail server takes nothing, or a letter at least failed otherwise than by its own address. */
  isFailing: boolean
}

/** @param patience for how long a letter may be due before it is late, in milliseconds */
export async function backlogOf({ store: { read }, clock }: Context, patience: number): Promise<Backlog> {
  const { kind, notBefore, failure } = outbox
  const isLate = and(ours, lt(notBefore, new Date(clock.now().getTime() - patience)))
  const late = await read
    .select({ kind, letters: count(), since: min(notBefore) })
    .from(outbox)
    .where(isLate)
    .groupBy(kind)
  const failing = await read
    .select({ failure, letters: count() })
    .from(outbox)
    .where(and(ours, isNotNull(failure)))
    .groupBy(failure)
  const codes = await read.selectDistinct({ failure }).from(outbox).where(isNotNull(failure))
  const since = late.map((one) => Number(one.since)).sort((a, b) => a - b)
  return {
    late: late.map((one) => ({ kind: one.kind, letters: one.letters })),
    oldest: since[0] === undefined ? null : new Date(since[0]),
    failing: failing.flatMap((one) => (one.failure ? [{ failure: one.failure, letters: one.letters }] : [])),
    isFailing: codes.some((one) => one.failure !== null && !refusals.includes(one.failure)),
  }
}
