import { and, eq } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { queueLetters } from '../post/post.ts'
import { Refusal } from '../refusal.ts'
import { destroyRoundKeys, roundById, roundsWithKeys } from '../rounds/rounds.ts'
import { inBatches } from '../storage/batches.ts'
import { outbox } from '../storage/schema/post.ts'
import { invitations, rounds } from '../storage/schema/rounds.ts'
import { deleteBallots } from './ballots.ts'

/**
 * A planned round is forgotten. An open one ends without results: ballots and invitations are deleted, everybody
 * invited is told, and the keys are destroyed once that is durable. Refuses with roundNotOpen when it is already over.
 */
export async function cancelRound(context: Context, by: string, id: string): Promise<void> {
  await context.store.write(async (tx) => {
    const { state, name } = await roundById(tx, id)
    if (state !== 'scheduled' && state !== 'opening' && state !== 'open' && state !== 'unclosable')
      throw new Refusal('roundNotOpen')
    await record(tx, context, by, 'round cancelled', { round: name })
    if (state === 'scheduled') {
      await tx.delete(rounds).where(eq(rounds.id, id))
      return
    }
    await deleteBallots(tx, id)
    const invited = await tx.delete(invitations).where(eq(invitations.roundId, id)).returning()
    await tx.delete(outbox).where(and(eq(outbox.about, id), eq(outbox.kind, 'invitation')))
    const letters = invited
      .filter((one) => one.invitationId !== null)
      .map(({ personId }) => ({ kind: 'cancellation' as const, addressee: personId, about: id }))
    for (const some of inBatches(letters)) await queueLetters(tx, context.clock.now(), some)
    await tx.update(rounds).set({ state: 'cancelled' }).where(eq(rounds.id, id))
  })
  await forgetRound(context, id)
  await context.store.tidy()
  context.wake()
}

/** Destroys keys, and letters, that a crash left behind after their round was over. */
export async function destroyLeftOverKeys(context: Context): Promise<void> {
  for (const id of await roundsWithKeys(context.keys)) {
    const [round] = await context.store.read
      .select({ state: rounds.state })
      .from(rounds)
      .where(eq(rounds.id, id))
    if (round && (round.state === 'cancelled' || round.state === 'closed')) await forgetRound(context, id)
  }
}

/** Letters first: as long as there are keys, it is done again after a crash. */
async function forgetRound({ keys, post }: Context, id: string) {
  await post.forget(id)
  await destroyRoundKeys(keys, id)
}
