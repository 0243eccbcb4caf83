import { eq } from 'drizzle-orm'
import { hashOf } from '../access/access.ts'
import type { Context } from '../context.ts'
import type { Question } from '../rounds/questions.ts'
import type { Reads } from '../storage/index.ts'
import { invitations, rounds, roundTeams, roundUnits } from '../storage/schema/rounds.ts'

/** What docs/protocol.md, section 2, answers with. */
export interface Invitation {
  round: string
  unit: { id: string; name: string; size: number; members: string[] }
  pooled: string[]
  questions: Question[]
  ownQuestions: Question[]
  ticket: boolean
}

/** The invitation a token stands for; null for a token of no open round, 'closed' once answering is over. */
export async function invitationOf({ store, clock }: Context, token: string): Promise<Invitation | 'closed' | null> {
  const found = await findInvitation(store.read, token)
  if (!found) return null
  const { round, unit, invitation } = found
  if (round.state !== 'open' || round.closesAt <= clock.now()) return 'closed'
  const members = await store.read
    .select({ name: invitations.name, email: invitations.email })
    .from(invitations)
    .where(eq(invitations.unitId, unit.id))
  const teams = await store.read.select().from(roundTeams).where(eq(roundTeams.unitId, unit.id))
  return {
    round: round.id,
    unit: { id: unit.id, name: unit.name, size: unit.size, members: members.flatMap(({ name, email }) => name ?? email ?? []).sort(byName) },
    pooled: teams.length > 1 ? teams.map((team) => team.name).sort(byName) : [],
    questions: round.questions!,
    ownQuestions: [],
    ticket: invitation.ticketIssued,
  }
}

const byName = (a: string, b: string) => a.localeCompare(b)

export async function findInvitation(read: Reads, token: string) {
  const [found] = await read
    .select({ invitation: invitations, round: rounds, unit: roundUnits })
    .from(invitations)
    .innerJoin(rounds, eq(rounds.id, invitations.roundId))
    .innerJoin(roundUnits, eq(roundUnits.id, invitations.unitId))
    .where(eq(invitations.tokenHash, hashOf(token)))
  return found ?? null
}
