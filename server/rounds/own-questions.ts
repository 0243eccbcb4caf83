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

export interface OwnAsked {
  roundId: string
  unitId: string
  questions: Question[]
}

/**
 * What the people directly in a team were asked for themselves.
 * @param inRound in any, when left out
 */
export async function ownQuestionsOf(read: Reads, teamId: string, inRound?: string): Promise<OwnAsked[]> {
  const { roundId, unitId } = roundTeams
  const asked = await read
    .select({ roundId, unitId, questions: roundUnits.ownQuestions })
    .from(roundTeams)
    .innerJoin(roundUnits, eq(roundUnits.id, unitId))
    .where(and(eq(roundTeams.teamId, teamId), inRound ? eq(roundId, inRound) : undefined))
  return asked.filter(({ questions }) => questions.length > 0)
}
