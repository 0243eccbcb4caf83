import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { queueLetters } from '../post/post.ts'
import type { Store } from '../storage/index.ts'
import { ballots } from '../storage/schema/ballots.ts'
import { outbox } from '../storage/schema/post.ts'
import { invitations } from '../storage/schema/rounds.ts'

/** One transaction that overwrote ten thousand ballots would hold everybody up for seconds. */
const ballotsAtOnce = 50
const invitationsAtOnce = 500

export const resultsFor = (addressee: string, about: string) => ({
  kind: 'results' as const,
  addressee,
  about,
})

/**
 * Deletes what an ended round leaves behind: ballots, invitations, their letters. Doing it again does no harm.
 * @param tell whether everybody who was asked is mailed that results are in
 */
export async function shred(
  { store, post, clock }: Pick<Context, 'store' | 'post' | 'clock'>,
  roundId: string,
  tell?: 'results',
): Promise<void> {
  while (await shredBallots(store, roundId)) await store.tidy()
  while (await shredInvitations(store, roundId, tell ? clock.now() : null)) await store.tidy()
  await store.write((tx) =>
    tx.delete(outbox).where(and(eq(outbox.about, roundId), inArray(outbox.kind, ['invitation', 'reminder']))),
  )
  await post.forget(roundId)
  for (const table of ['invitations', 'outbox'] as const) await store.rewrite(table)
  await store.tidy()
}

/** False once there is nothing left. */
const shredBallots = (store: Store, roundId: string): Promise<boolean> =>
  store.write(async (tx) => {
    const ofRound = eq(ballots.roundId, roundId)
    const some = await tx
      .select({ receipt: ballots.receipt })
      .from(ballots)
      .where(ofRound)
      .limit(ballotsAtOnce)
    const receipts = some.map(({ receipt }) => receipt)
    if (receipts.length > 0) await tx.delete(ballots).where(and(ofRound, inArray(ballots.receipt, receipts)))
    return receipts.length > 0
  })

/** With its invitation goes all that says somebody was asked, so that is when they are sent their results: once. */
const shredInvitations = (store: Store, roundId: string, told: Date | null): Promise<boolean> =>
  store.write(async (tx) => {
    const ofRound = eq(invitations.roundId, roundId)
    const some = await tx
      .select({ personId: invitations.personId })
      .from(invitations)
      .where(ofRound)
      .limit(invitationsAtOnce)
    const people = some.map(({ personId }) => personId)
    if (people.length === 0) return false
    await tx.delete(invitations).where(and(ofRound, inArray(invitations.personId, people)))
    if (told)
      await queueLetters(
        tx,
        told,
        people.map((id) => resultsFor(id, roundId)),
      )
    return true
  })
