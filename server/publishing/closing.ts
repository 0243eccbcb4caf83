import { and, eq, inArray, lte } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { roundById, sealFault } from '../rounds/rounds.ts'
import { rounds } from '../storage/schema/rounds.ts'
import { UnderWay } from '../under-way.ts'
import { tally, type Progress } from './tally.ts'
import { publish } from './outcome.ts'
import { destroyKeys } from './key-destruction.ts'

const closes = new UnderWay<Progress>('closing')
export const closingProgress = ({ store }: Context, id: string): Promise<Progress | null> =>
  closes.progress(store, id)

/**
 * First transaction: from here on ballots are told 410. What follows goes on by itself and survives a crash.
 * Refuses with roundNotOpen.
 */
export async function closeRound(
  context: Context,
  by: string | null,
  id: string,
): Promise<{ done: Promise<void> }> {
  await context.store.write(async (tx) => {
    const round = await roundById(tx, id)
    if (round.state !== 'open' && round.state !== 'unclosable') throw new Refusal('roundNotOpen')
    // Closed before its time, it says so everywhere; a time that has passed is the one it was open until.
    const now = context.clock.now()
    const closesAt = round.closesAt < now ? round.closesAt : now
    await tx.update(rounds).set({ state: 'closing', closesAt }).where(eq(rounds.id, id))
    await record(tx, context, by, 'round closed', { round: round.name })
  })
  return { done: continueClosing(context, id) }
}

const continueClosing = (context: Context, id: string): Promise<void> =>
  closes.run(context.store, id, { opened: 0, total: 0 }, (progress) => close(context, id, progress))

/** Each step leaves a state the next start takes up from; the same ballots always give the same codes. */
async function close(context: Context, id: string, progress: Progress) {
  const round = await roundById(context.store.read, id)
  if (round.state === 'closing') {
    if ((await sealFault(context, round)) !== null) return cannotClose(context, id)
    let published = false
    while (!published) published = await publish(context, round, await tally(context, round, progress))
  }
  await destroyKeys(context, id)
}

/** A database restored without its keys: said plainly, and tried again when somebody brings them back. */
async function cannotClose({ store }: Context, id: string) {
  await store.write(async (tx) => {
    await tx
      .update(rounds)
      .set({ state: 'unclosable' })
      .where(and(eq(rounds.id, id), eq(rounds.state, 'closing')))
  })
}

/** Takes up what a restart interrupted. */
export async function resumeClosings(context: Context): Promise<void> {
  const interrupted = await context.store.read
    .select({ id: rounds.id })
    .from(rounds)
    .where(inArray(rounds.state, ['closing', 'keys to destroy']))
  for (const { id } of interrupted) await continueClosing(context, id)
}

/** Closes what is due. A round waiting for its keys is tried again as soon as they are back. */
export async function closeDueRounds(context: Context): Promise<void> {
  const due = await context.store.read
    .select()
    .from(rounds)
    .where(and(inArray(rounds.state, ['open', 'unclosable']), lte(rounds.closesAt, context.clock.now())))
  for (const round of due) {
    if (round.state === 'unclosable' && (await sealFault(context, round)) !== null) continue
    await (
      await closeRound(context, null, round.id)
    ).done
  }
}
