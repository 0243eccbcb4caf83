import { and, eq, isNotNull } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { queueLetters } from '../post/post.ts'
import { Refusal } from '../refusal.ts'
import { destroyRoundKeys, roundById, roundsWithKeys, tellAgain } from '../rounds/rounds.ts'
import { inBatches } from '../storage/batches.ts'
import { invitations, rounds } from '../storage/schema/rounds.ts'
import { shred } from './shredding.ts'

/**
 * A planned round is forgotten. An open one ends without results: everybody invited is told, then ballots,
 * invitations and keys are destroyed. Refuses with roundNotOpen when it is already over.
 */
export async function cancelRound(context: Context, by: string, id: string): Promise<void> {
  await context.store.write(async (tx) => {
    const { state, name, calendarMonth } = await roundById(tx, id)
    if (state !== 'scheduled' && state !== 'opening' && state !== 'open' && state !== 'unclosable')
      throw new Refusal('roundNotOpen')
    await record(tx, context, by, 'round cancelled', { round: name })
    if (state === 'scheduled' && calendarMonth === null) {
      await tx.delete(rounds).where(eq(rounds.id, id))
      return
    }
    // The calendar would plan a forgotten month anew.
    if (state === 'scheduled') {
      await tx.update(rounds).set({ state: 'cancelled' }).where(eq(rounds.id, id))
      return
    }
    await tellAgain(tx, id)
    const invited = await tx
      .select({ personId: invitations.personId })
      .from(invitations)
      .where(and(eq(invitations.roundId, id), isNotNull(invitations.invitationId)))
    const letters = invited.map(({ personId }) => ({
      kind: 'cancellation' as const,
      addressee: personId,
      about: id,
    }))
    for (const some of inBatches(letters)) await queueLetters(tx, context.clock.now(), some)
    await tx.update(rounds).set({ state: 'cancelled' }).where(eq(rounds.id, id))
  })
  await forgetRound(context, id)
  context.wake()
}

/** Destroys what a crash left behind after its round was over. */
export async function destroyLeftOverKeys(context: Context): Promise<void> {
  for (const id of await roundsWithKeys(context.keys)) {
    const [round] = await context.store.read
      .select({ state: rounds.state })
      .from(rounds)
      .where(eq(rounds.id, id))
    if (round && (round.state === 'cancelled' || round.state === 'closed')) await forgetRound(context, id)
  }
}

/** Keys last: as long as there are any, it is done again after a crash. */
async function forgetRound(context: Context, id: string) {
  await shred(context, id)
  await destroyRoundKeys(context, id)
}
