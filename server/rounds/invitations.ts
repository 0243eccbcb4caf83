import { setImmediate } from 'node:timers/promises'
import { and, asc, eq, gt, isNotNull, isNull, ne } from 'drizzle-orm'
import { hashOf } from '../access/access.ts'
import type { Context } from '../context.ts'
import { queueLetters } from '../post/post.ts'
import { newId } from '../storage/identifier.ts'
import { organisationOf } from '../settings/settings.ts'
import type { Store, Writes } from '../storage/index.ts'
import { people } from '../storage/schema/people.ts'
import { invitations, rounds } from '../storage/schema/rounds.ts'
import { openRounds } from './queries.ts'
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

async function issue(context: Context, tx: Writes, secret: Buffer, chosen: Invitation[]) {
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

/** The roster as it was when open rounds last followed it; a restart follows once more. */
const followed = new WeakMap<Store, number>()

/** The version of the roster that all open rounds follow; null while they are catching up. */
export const followedRoster = (store: Store): number | null => followed.get(store) ?? null

/**
 * Lets open rounds follow the roster: who left loses invitation, name and address; a changed address gets a new
 * link and the old one dies.
 */
export async function followRoster(context: Context): Promise<void> {
  const version = (await organisationOf(context.store.read))?.rosterVersion ?? 0
  if (followedRoster(context.store) === version) return
  followed.delete(context.store)
  for (const round of await openRounds(context.store.read)) {
    await withdrawFromLeavers(context, round.id)
    const secret = await roundSecret(context.keys, round.id)
    if (secret) await reissueToNewAddresses(context, round.id, secret)
  }
  followed.set(context.store, version)
}

async function withdrawFromLeavers({ store }: Context, roundId: string) {
  await store.write(async (tx) => {
    const gone = await tx
      .select({ personId: invitations.personId })
      .from(invitations)
      .leftJoin(people, eq(people.id, invitations.personId))
      .where(and(eq(invitations.roundId, roundId), isNull(people.id), isNotNull(invitations.email)))
    const nothing = { email: null, name: null, invitationId: null, tokenHash: null }
    for (const { personId } of gone)
      await tx
        .update(invitations)
        .set(nothing)
        .where(and(eq(invitations.roundId, roundId), eq(invitations.personId, personId)))
  })
}

async function reissueToNewAddresses(context: Context, roundId: string, secret: Buffer) {
  await context.store.write(async (tx) => {
    const moved = await tx
      .select({ invitation: invitations, email: people.email, name: people.name })
      .from(invitations)
      .innerJoin(people, eq(people.id, invitations.personId))
      .where(
        and(
          eq(invitations.roundId, roundId),
          isNotNull(invitations.invitationId),
          ne(people.email, invitations.email),
        ),
      )
    const reissued = moved.map(({ invitation, email, name }) => ({
      ...invitation,
      email,
      name,
      generation: invitation.generation + 1,
    }))
    for (const { personId, email, name, generation } of reissued)
      await tx
        .update(invitations)
        .set({ email, name, generation })
        .where(and(eq(invitations.roundId, roundId), eq(invitations.personId, personId)))
    await issue(context, tx, secret, reissued)
  })
}
