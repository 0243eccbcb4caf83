import { and, eq, gt, isNotNull, lte, type SQL } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { queueLetters } from '../post/post.ts'
import { inBatches } from '../storage/batches.ts'
import { people } from '../storage/schema/people.ts'
import { invitations, rounds } from '../storage/schema/rounds.ts'

/**
 * At most twice in a round everybody invited who wants reminders gets the same letter, with thanks to those who have
 * answered: written to those who have not, it would say who they are.
 */
export async function remindInvited(context: Context): Promise<void> {
  const { remindsAt, reminded, remindsAgainAt, remindedAgain } = rounds
  await remindWhere(context, and(eq(reminded, false), lte(remindsAt, context.clock.now())), {
    reminded: true,
  })
  const again = and(eq(remindedAgain, false), lte(remindsAgainAt, context.clock.now()))
  await remindWhere(context, again, { remindedAgain: true })
}

async function remindWhere(
  { store, clock }: Context,
  isTime: SQL | undefined,
  done: { reminded: true } | { remindedAgain: true },
): Promise<void> {
  const now = clock.now()
  const due = and(eq(rounds.state, 'open'), isTime, gt(rounds.closesAt, now))
  for (const { id } of await store.read.select({ id: rounds.id }).from(rounds).where(due))
    await store.write(async (tx) => {
      const [still] = await tx
        .update(rounds)
        .set(done)
        .where(and(eq(rounds.id, id), due))
        .returning()
      if (!still) return
      const invited = await tx
        .select({ personId: invitations.personId })
        .from(invitations)
        .innerJoin(people, eq(people.id, invitations.personId))
        .where(
          and(eq(invitations.roundId, id), isNotNull(invitations.invitationId), eq(people.reminders, true)),
        )
      const letters = invited.map(({ personId }) => ({
        kind: 'reminder' as const,
        addressee: personId,
        about: id,
      }))
      for (const some of inBatches(letters)) await queueLetters(tx, now, some)
    })
}
