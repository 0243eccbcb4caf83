import { and, eq, sql } from 'drizzle-orm'
import type { Writes } from '../storage/index.ts'
import { people } from '../storage/schema/people.ts'
import { invitations, roundTeams } from '../storage/schema/rounds.ts'

/** One statement copies the roster, however large it is. */
export async function saveRoster(tx: Writes, roundId: string) {
  await tx.insert(invitations).select(
    tx
      .select({
        roundId: roundTeams.roundId,
        personId: sql`${people.id}`.as('person_id'),
        unitId: roundTeams.unitId,
        email: people.email,
        name: sql`${people.name}`.as('name'),
        invitationId: sql`null`.as('invitation_id'),
        tokenHash: sql`null`.as('token_hash'),
        generation: sql`0`.as('generation'),
        ticketIssued: sql`false`.as('ticket_issued'),
        blindedMessage: sql`null`.as('blinded_message'),
      })
      .from(people)
      .innerJoin(roundTeams, and(eq(roundTeams.roundId, roundId), eq(roundTeams.teamId, people.teamId)))
      .where(eq(people.answers, true)),
  )
}
