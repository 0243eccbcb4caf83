import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { organisationOf } from '../settings/settings.ts'
import type { Store } from '../storage/index.ts'
import { people } from '../storage/schema/people.ts'
import { invitations } from '../storage/schema/rounds.ts'
import { openRounds } from './queries.ts'
import { roundSecret } from './round-keys.ts'
import { issue } from './invitations.ts'

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
