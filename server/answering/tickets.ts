import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { invitations } from '../storage/schema/rounds.ts'
import { blindSign } from './blind-signature.ts'
import { findInvitation } from './invitation.ts'
import { privateUnitKey } from './unit-keys.ts'

type Ticket = { blindSignature: Buffer } | 'unknown' | 'closed' | 'issued' | 'unavailable'

/**
 * Signs one blinded message per invitation. The same message again gets the same bytes: a device that lost the
 * answer asks once more. Throws MalformedMessage.
 */
export async function issueTicket(context: Context, token: string, blindedMessage: Buffer): Promise<Ticket> {
  const found = await findInvitation(context.store.read, token)
  if (!found) return 'unknown'
  const { invitation, round, unit } = found
  if (round.state !== 'open' || round.closesAt <= context.clock.now()) return 'closed'
  const privateKey = await privateUnitKey(context, round.id, unit.keyNumber)
  if (!privateKey) return 'unavailable'
  const blindSignature = blindSign(privateKey, Buffer.from(unit.publicKey.n, 'base64url'), blindedMessage)
  const text = blindedMessage.toString('base64url')
  return (await remember(context, invitation, text)) ? { blindSignature } : 'issued'
}

/** The one bit, and the message it was spent on. False when it was spent on another. */
async function remember({ store }: Context, { roundId, personId }: typeof invitations.$inferSelect, blindedMessage: string) {
  const own = and(eq(invitations.roundId, roundId), eq(invitations.personId, personId))
  return store.write(async (tx) => {
    const [spent] = await tx
      .update(invitations)
      .set({ ticketIssued: true, blindedMessage })
      .where(and(own, eq(invitations.ticketIssued, false)))
      .returning({ personId: invitations.personId })
    if (spent) return true
    const [earlier] = await tx.select({ blindedMessage: invitations.blindedMessage }).from(invitations).where(own)
    return earlier?.blindedMessage === blindedMessage
  })
}
