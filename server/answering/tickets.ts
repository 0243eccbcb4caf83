import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { ticketKey } from '../rounds/rounds.ts'
import type { Writes } from '../storage/index.ts'
import { preparedOn } from '../storage/prepared.ts'
import { invitations } from '../storage/schema/rounds.ts'
import { blindSign } from './blind-signature.ts'
import { findInvitation } from './invitation.ts'
import { unitKey } from './unit-keys.ts'

type Ticket = { blindSignature: Buffer } | 'unknown' | 'closed' | 'issued' | 'unavailable'

/**
 * Signs one blinded message per invitation. The same message again gets the same bytes: a device that lost the
 * answer asks once more. Throws MalformedMessage.
 */
export async function issueTicket(context: Context, token: string, blindedMessage: Buffer): Promise<Ticket> {
  const invitation = await findInvitation(context.store.read, token)
  if (!invitation) return 'unknown'
  if (invitation.state !== 'open' || invitation.closesAt <= context.clock.now()) return 'closed'
  const unit = (await unitKey(context, invitation.unitId))!
  const privateKey = await ticketKey(context.keys, unit.roundId, unit.number)
  if (!privateKey) return 'unavailable'
  // Side by side: a signature that could not be made is made when the device asks again.
  const [blindSignature, isFirst] = await Promise.all([
    blindSign(privateKey, unit, blindedMessage),
    remember(context, invitation, blindedMessage.toString('base64url')),
  ])
  return isFirst ? { blindSignature } : 'issued'
}

const spend = preparedOn('spend ticket', (tx: Writes) =>
  tx
    .update(invitations)
    .set({ ticketIssued: true, blindedMessage: sql.placeholder('blindedMessage') as unknown as string })
    .where(and(ownInvitation(), eq(invitations.ticketIssued, false)))
    .returning({ personId: invitations.personId }),
)

const ownInvitation = () =>
  and(
    eq(invitations.roundId, sql.placeholder('roundId')),
    eq(invitations.personId, sql.placeholder('personId')),
  )

/** The one bit, and the message it was spent on. False when it was spent on another. */
async function remember(
  { store }: Context,
  { roundId, personId }: { roundId: string; personId: string },
  blindedMessage: string,
) {
  const [spent] = await store.execute(spend, { roundId, personId, blindedMessage })
  if (spent) return true
  const [earlier] = await store.read
    .select({ blindedMessage: invitations.blindedMessage })
    .from(invitations)
    .where(and(eq(invitations.roundId, roundId), eq(invitations.personId, personId)))
  return earlier?.blindedMessage === blindedMessage
}
