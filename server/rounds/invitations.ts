import { setImmediate } from 'node:timers/promises'
import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { hashOf } from '../access/access.ts'
import type { Context } from '../context.ts'
import { queueLetters } from '../post/post.ts'
import { newId } from '../storage/identifier.ts'
import type { Writes } from '../storage/index.ts'
import { invitations, rounds } from '../storage/schema/rounds.ts'
import { roundSecret, tokenOf } from './round-keys.ts'

const batch = 200

type Invitation = typeof invitations.$inferSelect

/**
 * Writes invitations and their letters in batches: a crash loses none and doubles none.
 * @returns how many were written
 */
export async function writeInvitations(context: Context, roundId: string): Promise<number> {
  const secret = await roundSecret(context.keys, roundId)
  if (!secret) return 0
  const unwritten = and(
    eq(invitations.roundId, roundId),
    isNull(invitations.invitationId),
    isNotNull(invitations.email),
  )
  let total = 0
  for (let after: string | null = ''; after !== null;) {
    const from: string = after
    const written = await context.store.write(async (tx) => {
      const [round] = await tx.select({ state: rounds.state }).from(rounds).where(eq(rounds.id, roundId))
      if (round?.state !== 'open') return []
      const next = await tx
        .select()
        .from(invitations)
        .where(and(unwritten, gt(invitations.personId, from)))
        .orderBy(asc(invitations.personId))
        .limit(batch)
      await issue(context, tx, secret, next)
      return next
    })
    total += written.length
    after = written.length < batch ? null : written.at(-1)!.personId
    await setImmediate()
  }
  return total
}

export async function issue(context: Context, tx: Writes, secret: Buffer, chosen: Invitation[]) {
  for (const { roundId, personId, generation } of chosen) {
    const invitationId = newId()
    const tokenHash = hashOf(tokenOf(secret, invitationId, generation))
    await tx
      .update(invitations)
      .set({ invitationId, tokenHash })
      .where(and(eq(invitations.roundId, roundId), eq(invitations.personId, personId)))
  }
  const letters = chosen.map(({ personId, roundId }) => ({
    kind: 'invitation' as const,
    addressee: personId,
    about: roundId,
  }))
  if (letters.length > 0) await queueLetters(tx, context.clock.now(), letters)
}
