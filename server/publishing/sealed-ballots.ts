import { and, asc, eq, gt } from 'drizzle-orm'
import type { Reads } from '../storage/index.ts'
import { ballots } from '../storage/schema/ballots.ts'

const atOnce = 50

export type SealedBallot = typeof ballots.$inferSelect

/** All sealed ballots of a round, in portions, in the order of their receipts, which is no order of arrival. */
export async function* sealedBallots(read: Reads, roundId: string): AsyncGenerator<SealedBallot[]> {
  let after = ''
  for (;;) {
    const portion = await read
      .select()
      .from(ballots)
      .where(and(eq(ballots.roundId, roundId), gt(ballots.receipt, after)))
      .orderBy(asc(ballots.receipt))
      .limit(atOnce)
    if (portion.length === 0) return
    yield portion
    after = portion.at(-1)!.receipt
  }
}

export const countBallots = (read: Reads, roundId: string): Promise<number> =>
  read.$count(ballots, eq(ballots.roundId, roundId))
