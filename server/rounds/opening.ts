import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import type { Reads } from '../storage/index.ts'
import { teams } from '../storage/schema/people.ts'
import { rounds } from '../storage/schema/rounds.ts'
import { UnderWay } from '../under-way.ts'
import { freeze } from './freeze.ts'
import { writeInvitations } from './invitations.ts'
import { invitedPerTeam, roundById, type Round } from './queries.ts'
import { makeRoundKeys } from './key-making.ts'
import { reportingUnits, spare, type Unit } from './units.ts'

export interface Preview {
  units: Unit[]
  invited: number
  /** The least a round with this threshold invites. */
  needed: number
}

/** How people would fall into reporting units if the round opened now. */
export async function previewUnits(read: Reads, round: Round): Promise<Preview> {
  const invited = await invitedPerTeam(read, round)
  const units = reportingUnits(await read.select().from(teams), invited, round.threshold)
  return {
    units,
    invited: [...invited.values()].reduce((sum, n) => sum + n, 0),
    needed: round.threshold + spare,
  }
}

/**
 * Begins the opening, which goes on by itself and survives a restart. From here on the plan is frozen.
 * Refuses with roundAlreadyOpened, roundTooSmall or roundClosesTooSoon.
 * @returns the opening under way: settles when everybody has been invited
 */
export async function beginOpening(
  context: Context,
  by: string | null,
  id: string,
): Promise<{ done: Promise<void> }> {
  await context.store.write(async (tx) => {
    const round = await roundById(tx, id)
    if (round.state !== 'scheduled') throw new Refusal('roundAlreadyOpened')
    if (round.closesAt <= context.clock.now()) throw new Refusal('roundClosesTooSoon')
    const { units, invited, needed } = await previewUnits(tx, round)
    if (units.length === 0) throw new Refusal('roundTooSmall', { invited, needed })
    const opensAt = context.clock.now()
    // Opened late, a round reminds nobody together with the invitation.
    const stillToCome = (at: Date | null) => (at && at > opensAt ? at : null)
    const remindsAt = stillToCome(round.remindsAt)
    const remindsAgainAt = stillToCome(round.remindsAgainAt)
    await tx
      .update(rounds)
      .set({ state: 'opening', opensAt, remindsAt, remindsAgainAt })
      .where(eq(rounds.id, id))
    await record(tx, context, by, 'round opened', { round: round.name, invited, units: units.length })
  })
  return { done: continueOpening(context, id) }
}

const openings = new UnderWay<object>('opening')

/** Keys, then one transaction that freezes, then invitations: each step begins where a crash left it. */
const continueOpening = (context: Context, id: string): Promise<void> =>
  openings.run(context.store, id, {}, () => open(context, id))

async function open(context: Context, id: string) {
  for (let frozen = false; !frozen;) {
    const round = await roundById(context.store.read, id)
    if (round.state !== 'opening') break
    const { units } = await previewUnits(context.store.read, round)
    await makeRoundKeys(context.keys, id, units.length)
    // Somebody may have changed the roster while keys were made; then a few more are made and it begins again.
    frozen = await freeze(context, id)
  }
  if ((await writeInvitations(context, id)) > 0) context.wake()
}

/** Takes up what a restart interrupted, and rounds whose invitations are not all written. */
export async function resumeOpenings(context: Context): Promise<void> {
  const begun = await context.store.read
    .select({ id: rounds.id })
    .from(rounds)
    .where(inArray(rounds.state, ['opening', 'open']))
  for (const { id } of begun) await continueOpening(context, id)
}

/** A round of the calendar that could not open when it was due opens by itself up to so much later, in milliseconds. */
export const openedLateUpTo = 12 * 60 * 60 * 1000

/** Opens what is due. A round that cannot open stays planned; its page says why. */
export async function openDueRounds(context: Context): Promise<void> {
  const due = await context.store.read
    .select()
    .from(rounds)
    .where(and(eq(rounds.state, 'scheduled'), lte(rounds.opensAt, context.clock.now())))
    .orderBy(asc(rounds.opensAt), asc(rounds.id))
  for (const round of due) {
    if (!(await opensByItself(context, round))) continue
    try {
      await (
        await beginOpening(context, null, round.id)
      ).done
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
}

/** The calendar's never beside another, nor when the next working day is better; others while half of their time is left. */
async function opensByItself({ store, clock }: Context, round: Round): Promise<boolean> {
  const now = clock.now().getTime()
  if (round.calendarMonth === null) return now < (round.opensAt.getTime() + round.closesAt.getTime()) / 2
  if (now - round.opensAt.getTime() > openedLateUpTo) return false
  return (await store.read.$count(rounds, inArray(rounds.state, [...underWay]))) === 0
}

const underWay = ['opening', 'open', 'closing', 'keys to destroy', 'unclosable'] as const
