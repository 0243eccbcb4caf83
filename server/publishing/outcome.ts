import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { roundById, tellAgain, type Round } from '../rounds/rounds.ts'
import { inBatches } from '../storage/batches.ts'
import type { Writes } from '../storage/index.ts'
import { leaderships } from '../storage/schema/people.ts'
import { invitations, rounds } from '../storage/schema/rounds.ts'
import { queueLetters } from '../post/post.ts'
import { countBallots } from './sealed-ballots.ts'
import { saveTally } from './saving.ts'
import { resultsFor } from './shredding.ts'
import type { Tally } from './ballot-box.ts'

/**
 * Second transaction: the results, and with them the end of the keys. False when a ballot whose transaction began before the close was stored since the ballots were opened: it counts too.
 */
export async function publish({ store, clock }: Context, { id }: Round, tallied: Tally): Promise<boolean> {
  const done = await store.write(async (tx) => {
    const round = await roundById(tx, id)
    if (round.state !== 'closing') return true
    if ((await countBallots(tx, id)) !== tallied.counted + tallied.spoiled) return false
    const invited = await tx.$count(invitations, eq(invitations.roundId, id))
    const published = tallied.counted >= round.threshold
    if (published) await saveTally(tx, id, tallied)
    else await tellAgain(tx, id)
    const { counted: ballots, spoiled } = tallied
    const outcome = published ? { published, invited, ballots, spoiled } : { published, invited }
    await tx.update(rounds).set({ state: 'keys to destroy', outcome }).where(eq(rounds.id, id))
    await tellLeaders(tx, clock.now(), id)
    return true
  })
  if (done) await store.tidy()
  return done
}

/** Who leads a team and was not asked is told all the same; everybody else with the end of their invitation. */
async function tellLeaders(tx: Writes, now: Date, roundId: string) {
  const invited = and(eq(invitations.personId, leaderships.personId), eq(invitations.roundId, roundId))
  const leaders = await tx
    .selectDistinct({ id: leaderships.personId })
    .from(leaderships)
    .leftJoin(invitations, invited)
    .where(isNull(invitations.personId))
  const letters = leaders.map(({ id }) => resultsFor(id, roundId))
  for (const some of inBatches(letters)) await queueLetters(tx, now, some)
}
