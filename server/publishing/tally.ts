import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { ownQuestions, sealKey, teamsByUnit, type Round } from '../rounds/rounds.ts'
import { roundUnits } from '../storage/schema/rounds.ts'
import { countBallots, sealedBallots } from './sealed-ballots.ts'
import type { Unit } from '../disclosure/partition.ts'
import { tallyBallots } from './tally-in-thread.ts'
import type { Tally } from './ballot-box.ts'
import { known } from '../known.ts'

/** Ballots opened, and how many there are. */
export interface Progress {
  opened: number
  total: number
}

export async function tally(context: Context, round: Round, progress: Progress): Promise<Tally> {
  const { read } = context.store
  progress.opened = 0
  progress.total = await countBallots(read, round.id)
  const key = await sealKey(context.keys, round.id)
  if (!key || !round.questions)
    throw new Error(`The key or the questions of ${round.name} went while it was closing.`)
  const order = {
    key: key.export({ type: 'pkcs8', format: 'pem' }) as string,
    units: await unitsOf(context, round.id),
    asked: { questions: round.questions, own: Object.fromEntries(await ownQuestions(read, round.id)) },
    threshold: round.threshold,
  }
  return tallyBallots(order, sealedBallots(read, round.id), (opened) => (progress.opened += opened))
}

async function unitsOf({ store }: Context, roundId: string): Promise<Unit[]> {
  const units = await store.read.select().from(roundUnits).where(eq(roundUnits.roundId, roundId))
  const teams = await teamsByUnit(store.read, roundId)
  return units.map(({ id, path, area }) => ({
    id,
    path,
    area,
    teams: known(teams, id).map(({ teamId }) => teamId),
  }))
}
