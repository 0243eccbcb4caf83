import { and, eq, inArray, isNull, lte } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import { announce } from '../chat/chat.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import {
  destroyRoundKeys,
  ownQuestions,
  roundById,
  sealFault,
  sealKey,
  teamsByUnit,
  tellAgain,
  type Round,
} from '../rounds/rounds.ts'
import { inBatches } from '../storage/batches.ts'
import type { Writes } from '../storage/index.ts'
import { leaderships } from '../storage/schema/people.ts'
import { invitations, rounds, roundUnits } from '../storage/schema/rounds.ts'
import { queueLetters } from '../post/post.ts'
import { UnderWay } from '../under-way.ts'
import { countBallots, sealedBallots } from './ballots.ts'
import type { Unit } from '../disclosure/partition.ts'
import { saveTally } from './saving.ts'
import { resultsFor, shred } from './shredding.ts'
import { tallyBallots } from './tallying.ts'
import type { Tally } from './tally.ts'
import { known } from '../known.ts'

/** Ballots opened, and how many there are. */
interface Progress {
  opened: number
  total: number
}

const closes = new UnderWay<Progress>()
export const closingProgress = (id: string): Progress | null => closes.progress(id)

/**
 * First transaction: from here on ballots are told 410. What follows goes on by itself and survives a crash.
 * Refuses with roundNotOpen.
 */
export async function closeRound(
  context: Context,
  by: string | null,
  id: string,
): Promise<{ done: Promise<void> }> {
  await context.store.write(async (tx) => {
    const round = await roundById(tx, id)
    if (round.state !== 'open' && round.state !== 'unclosable') throw new Refusal('roundNotOpen')
    // Closed before its time, it says so everywhere; a time that has passed is the one it was open until.
    const closesAt = [round.closesAt, context.clock.now()].reduce((one, other) => (one < other ? one : other))
    await tx.update(rounds).set({ state: 'closing', closesAt }).where(eq(rounds.id, id))
    await record(tx, context, by, 'round closed', { round: round.name })
  })
  return { done: continueClosing(context, id) }
}

const continueClosing = (context: Context, id: string): Promise<void> =>
  closes.run(id, { opened: 0, total: 0 }, (progress) => close(context, id, progress))

/** Each step leaves a state the next start takes up from; the same ballots always give the same codes. */
async function close(context: Context, id: string, progress: Progress) {
  const round = await roundById(context.store.read, id)
  if (round.state === 'closing') {
    if ((await sealFault(context, round)) !== null) return cannotClose(context, id)
    let published = false
    while (!published) published = await publish(context, round, await tally(context, round, progress))
  }
  await destroyKeys(context, id)
}

/** A database restored without its keys: said plainly, and tried again when somebody brings them back. */
async function cannotClose({ store }: Context, id: string) {
  await store.write(async (tx) => {
    await tx
      .update(rounds)
      .set({ state: 'unclosable' })
      .where(and(eq(rounds.id, id), eq(rounds.state, 'closing')))
  })
}

async function tally(context: Context, round: Round, progress: Progress): Promise<Tally> {
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

/**
 * Second transaction: the results, and with them the end of the keys. False when a ballot whose transaction began before the close was stored since the ballots were opened: it counts too.
 */
async function publish({ store, clock }: Context, { id }: Round, tallied: Tally): Promise<boolean> {
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

/**
 * Only when the results are durable and read back, since without the keys there is no second try. What they opened
 * goes first, in small transactions; afterwards nothing says who took part.
 */
async function destroyKeys(context: Context, id: string) {
  const { state, outcome } = await roundById(context.store.read, id)
  if (state !== 'keys to destroy' || !outcome) return
  await shred(context, id, 'results')
  await destroyRoundKeys(context.keys, id)
  await context.store.write(async (tx) => {
    await tx.update(rounds).set({ state: 'closed' }).where(eq(rounds.id, id))
    if (!outcome.published) return
    await announce(tx, context, { event: 'results', about: id })
    await announce(tx, context, { event: 'signal', about: id })
  })
  await context.store.tidy()
  context.wake()
}

/** Takes up what a restart interrupted. */
export async function resumeClosings(context: Context): Promise<void> {
  const interrupted = await context.store.read
    .select({ id: rounds.id })
    .from(rounds)
    .where(inArray(rounds.state, ['closing', 'keys to destroy']))
  for (const { id } of interrupted) await continueClosing(context, id)
}

/** Closes what is due. A round waiting for its keys is tried again as soon as they are back. */
export async function closeDueRounds(context: Context): Promise<void> {
  const due = await context.store.read
    .select()
    .from(rounds)
    .where(and(inArray(rounds.state, ['open', 'unclosable']), lte(rounds.closesAt, context.clock.now())))
  for (const round of due) {
    if (round.state === 'unclosable' && (await sealFault(context, round)) !== null) continue
    await (
      await closeRound(context, null, round.id)
    ).done
  }
}
