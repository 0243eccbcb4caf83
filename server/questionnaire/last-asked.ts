import { notInArray } from 'drizzle-orm'
import type { Reads } from '../storage/index.ts'
import { rounds } from '../storage/schema/rounds.ts'
import type { LastAsked } from './rotation.ts'

/** When each question was last asked: of rounds that are planned or were cancelled nothing counts. */
export async function lastAsked(read: Reads): Promise<LastAsked> {
  const { month, selection, state } = rounds
  const begun = await read
    .select({ month, selection })
    .from(rounds)
    .where(notInArray(state, ['scheduled', 'cancelled']))
  const months = new Map<string, string>()
  for (const round of begun)
    for (const { id } of round.selection)
      if (round.month > (months.get(id) ?? '')) months.set(id, round.month)
  return months
}
