import { and, count, eq, lt } from 'drizzle-orm'
import { failingChannels } from '../chat/chat.ts'
import type { Context } from '../context.ts'
import { allConnectors } from '../figures/figures.ts'
import { backlogOf } from '../post/post.ts'
import { roundsWithKeyFaults } from '../rounds/rounds.ts'
import { figureImports } from '../storage/schema/figure-imports.ts'
import { rosterImports } from '../storage/schema/roster-imports.ts'
import { rounds, roundStates } from '../storage/schema/rounds.ts'
import { atMost, each, one, type Measured } from './measured.ts'

const minute = 60_000
/** So late a letter or a round may be before it is late. */
const patience = { letter: 5 * minute, round: 10 * minute }
/** Letters. One that somebody asked for themselves is no more than a letter among others. */
const amounts = [0, 10, 100, 1000, 10_000, 100_000]

/** How what is stored is getting on. Nothing in it is about ballots, tickets or who asked for what. */
export const ofWork = async (context: Context): Promise<Measured[]> => [
  ...(await ofRounds(context)),
  ...(await ofMail(context)),
  ...(await ofSources(context)),
]

async function ofRounds(context: Context): Promise<Measured[]> {
  const { read } = context.store
  const { state, opensAt, closesAt } = rounds
  const counted = await read.select({ state, rounds: count() }).from(rounds).groupBy(state)
  const inState = (one: string) => counted.find((row) => row.state === one)?.rounds ?? 0
  const late = new Date(context.clock.now().getTime() - patience.round)
  const lateTo = (step: typeof opensAt | typeof closesAt, from: 'scheduled' | 'open') =>
    read.$count(rounds, and(eq(state, from), lt(step, late)))
  return [
    each(
      'rounds',
      'Rounds by state.',
      'state',
      roundStates.map((one) => [one, inState(one)]),
    ),
    each('rounds_late', 'Rounds whose time to open or to close passed ten minutes ago.', 'to', [
      ['open', await lateTo(opensAt, 'scheduled')],
      ['close', await lateTo(closesAt, 'open')],
    ]),
    one(
      'rounds_without_keys',
      'Open rounds whose keys are not all in KEY_DIR.',
      (await roundsWithKeyFaults(context)).length,
    ),
  ]
}

async function ofMail(context: Context): Promise<Measured[]> {
  const { late, oldest, failing, isFailing } = await backlogOf(context, patience.letter)
  const waited = oldest ? context.clock.now().getTime() - oldest.getTime() : 0
  return [
    one('mail_failing', 'Whether letters fail otherwise than by their own address.', isFailing),
    each(
      'letters_late_at_most',
      'How many letters at most are due for five minutes and not sent: a power of ten.',
      'kind',
      late.map(({ kind, letters }) => [kind, atMost(amounts, letters)]),
    ),
    each(
      'letters_failing_at_most',
      'How many letters at most failed and are tried again, by why: a power of ten.',
      'failure',
      failing.map(({ failure, letters }) => [failure, atMost(amounts, letters)]),
    ),
    one(
      'letters_late_minutes',
      'For how many minutes the latest letter has been due.',
      Math.floor(waited / minute),
    ),
  ]
}

async function ofSources({ store: { read } }: Context): Promise<Measured[]> {
  const connectors = await allConnectors(read)
  return [
    each(
      'connector_failing',
      'Whether a connected source brought nothing when it was last asked.',
      'source',
      connectors.map(({ vendor, failingSince }) => [vendor, failingSince !== null]),
    ),
    each(
      'connector_asked_seconds',
      'When a connected source was last asked, in seconds since 1970.',
      'source',
      connectors.map(({ vendor, triedAt }) => [vendor, Math.floor(triedAt.getTime() / 1000)]),
    ),
    one(
      'chat_channels_failing',
      'Channels that the latest message did not reach so far.',
      (await failingChannels(read)).length,
    ),
    each('imports_reading', 'Files that are being read.', 'of', [
      ['roster', await read.$count(rosterImports, eq(rosterImports.state, 'reading'))],
      ['figures', await read.$count(figureImports, eq(figureImports.state, 'reading'))],
    ]),
  ]
}
