import { and, eq } from 'drizzle-orm'
import type { Reads } from '../storage/index.ts'
import { roundTeams, roundUnits } from '../storage/schema/rounds.ts'
import type { Question } from '../storage/schema/questions.ts'

/** Questions of their own of a round's units, by unit; units without any are absent. */
export async function ownQuestions(read: Reads, roundId: string): Promise<Map<string, Question[]>> {
  const units = await read
    .select({ id: roundUnits.id, own: roundUnits.ownQuestions })
    .from(roundUnits)
    .where(eq(roundUnits.roundId, roundId))
  return new Map(units.filter(({ own }) => own.length > 0).map(({ id, own }) => [id, own]))
}

/** What the people directly in a team were asked for themselves in one round. */
export async function ownQuestionsOf(read: Reads, roundId: string, teamId: string): Promise<Question[]> {
  const [unit] = await read
    .select({ own: roundUnits.ownQuestions })
    .from(roundTeams)
    .innerJoin(roundUnits, eq(roundUnits.id, roundTeams.unitId))
    .where(and(eq(roundTeams.roundId, roundId), eq(roundTeams.teamId, teamId)))
  return unit?.own ?? []
}

/** What they were asked for themselves in any round, by round. */
export async function ownQuestionsEver(read: Reads, teamId: string): Promise<Map<string, Question[]>> {
  const asked = await read
    .select({ roundId: roundTeams.roundId, own: roundUnits.ownQuestions })
    .from(roundTeams)
    .innerJoin(roundUnits, eq(roundUnits.id, roundTeams.unitId))
    .where(eq(roundTeams.teamId, teamId))
  return new Map(asked.map(({ roundId, own }) => [roundId, own]))
}
