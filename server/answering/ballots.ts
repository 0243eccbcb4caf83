import { createHash } from 'node:crypto'
import { and, eq, gt, sql, type Placeholder, type SQL } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Writes } from '../storage/index.ts'
import { preparedOn } from '../storage/prepared.ts'
import { ballots } from '../storage/schema/ballots.ts'
import { rounds } from '../storage/schema/rounds.ts'
import { isSignedBy, modulusBytes } from './blind-signature.ts'
import { unitKey } from './unit-keys.ts'

export interface CastBallot {
  round: string
  unit: string
  message: Buffer
  signature: Buffer
  /** Compact JWE. */
  ballot: string
}

type Outcome = 'counted' | 'malformed' | 'forged' | 'conflicting' | 'closed'

/** 32 random bytes, then `safe-to-say ballot\n<round>\n<unit>\n<nonce>`. */
const preparedBytes = 32
/** Header, no key, 96-bit nonce, 8,192 bytes and 128-bit tag, all in base64url: every ballot has this length. */
const sealedLengths = '222,0,16,10923,22'

/** Counts a ballot: resolves once it is durable. The same one again is counted already. */
export async function castBallot(context: Context, cast: CastBallot): Promise<Outcome> {
  const key = await unitKey(context, cast.unit)
  if (!isWellFormed(cast)) return 'malformed'
  if (!key || key.roundId !== cast.round || !isSignedBy(key.publicKey, cast.message, cast.signature))
    return 'forged'
  return insert(context, cast)
}

function isWellFormed({ round, unit, message, signature, ballot }: CastBallot): boolean {
  const stated = message.subarray(preparedBytes).toString('latin1')
  return (
    stated.startsWith(`safe-to-say ballot\n${round}\n${unit}\n`) &&
    /^[A-Za-z0-9_-]{43}$/.test(stated.split('\n')[3] ?? '') &&
    stated.split('\n').length === 4 &&
    signature.length === modulusBytes &&
    isSealed(ballot)
  )
}

const isSealed = (ballot: string): boolean =>
  /^[A-Za-z0-9_.-]*$/.test(ballot) && String(ballot.split('.').map(({ length }) => length)) === sealedLengths

/** State and insert stand in one statement: a ballot is either in before the close or told 410. */
async function insert(
  { store, clock }: Context,
  { round, unit, message, ballot }: CastBallot,
): Promise<Outcome> {
  const receipt = createHash('sha256').update(message).digest('hex')
  const now = clock.now()
  const [inserted] = await store.execute(insertBallot, { round, receipt, unit, ballot, now })
  if (inserted) return 'counted'
  // A retry of what was counted is told so, also while the round closes.
  const [earlier] = await store.read
    .select({ sealed: ballots.sealed })
    .from(ballots)
    .where(and(eq(ballots.roundId, round), eq(ballots.receipt, receipt)))
  if (earlier?.sealed === ballot) return 'counted'
  const stillOpen = earlier && (await store.read.$count(rounds, isOpen(round, now)))
  return stillOpen ? 'conflicting' : 'closed'
}

const isOpen = (round: string | Placeholder, now: Date | SQL) =>
  and(eq(rounds.id, round), eq(rounds.state, 'open'), gt(rounds.closesAt, now))

const insertBallot = preparedOn('insert ballot', (tx: Writes) =>
  tx
    .insert(ballots)
    .select(
      tx
        .select({
          roundId: rounds.id,
          receipt: sql`${sql.placeholder('receipt')}`.as('receipt'),
          unitId: sql`${sql.placeholder('unit')}`.as('unit_id'),
          sealed: sql`${sql.placeholder('ballot')}`.as('sealed'),
        })
        .from(rounds)
        .where(isOpen(sql.placeholder('round'), sql`${sql.param(sql.placeholder('now'), rounds.closesAt)}`)),
    )
    .onConflictDoNothing()
    .returning({ receipt: ballots.receipt }),
)
