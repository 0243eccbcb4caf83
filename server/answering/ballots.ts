import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
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
const sealedForm = /^[A-Za-z0-9_-]{222}\.\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{10923}\.[A-Za-z0-9_-]{22}$/

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
    sealedForm.test(ballot)
  )
}

/** State and insert stand in one transaction: a ballot is either in before the close or told 410. */
async function insert(
  { store, clock }: Context,
  { round, unit, message, ballot }: CastBallot,
): Promise<Outcome> {
  const receipt = createHash('sha256').update(message).digest('hex')
  return store.write(async (tx) => {
    const [current] = await roundState(tx).execute({ round })
    const isOpen = current?.state === 'open' && current.closesAt > clock.now()
    if (isOpen) {
      const [inserted] = await insertBallot(tx).execute({ round, receipt, unit, ballot })
      if (inserted) return 'counted'
    }
    // A retry of what was counted is told so, also while the round closes.
    const [earlier] = await tx
      .select({ sealed: ballots.sealed })
      .from(ballots)
      .where(and(eq(ballots.roundId, round), eq(ballots.receipt, receipt)))
    if (earlier?.sealed === ballot) return 'counted'
    return isOpen ? 'conflicting' : 'closed'
  })
}

const roundState = preparedOn((tx: Writes) =>
  tx
    .select({ state: rounds.state, closesAt: rounds.closesAt })
    .from(rounds)
    .where(eq(rounds.id, sql.placeholder('round')))
    .prepare(),
)

const insertBallot = preparedOn((tx: Writes) =>
  tx
    .insert(ballots)
    .values({
      roundId: sql.placeholder('round'),
      receipt: sql.placeholder('receipt'),
      unitId: sql.placeholder('unit'),
      sealed: sql.placeholder('ballot'),
    })
    .onConflictDoNothing()
    .returning({ receipt: ballots.receipt })
    .prepare(),
)
