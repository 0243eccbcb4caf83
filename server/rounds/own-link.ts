import { and, eq, isNotNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { queueLetters } from '../post/post.ts'
import { invitations, rounds } from '../storage/schema/rounds.ts'

/**
 * Whoever asked for their own link is sent the invitations to the rounds that are open again, as they were: the same
 * whether they have answered or not. An address that is invited nowhere is sent nothing.
 */
export async function inviteAgain(
  { store, clock }: Context,
  { addressee }: { addressee: string },
): Promise<null> {
  await store.write(async (tx) => {
    const invited = await tx
      .select({ addressee: invitations.personId, about: invitations.roundId })
      .from(invitations)
      .innerJoin(rounds, and(eq(rounds.id, invitations.roundId), eq(rounds.state, 'open')))
      .where(and(eq(invitations.email, addressee), isNotNull(invitations.invitationId)))
    const letters = invited.map((one) => ({ kind: 'invitation' as const, ...one }))
    if (letters.length > 0) await queueLetters(tx, clock.now(), letters)
  })
  return null
}
