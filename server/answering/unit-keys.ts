import { createPublicKey, type KeyObject } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { ticketKey } from '../rounds/rounds.ts'
import { roundUnits } from '../storage/schema/rounds.ts'

export interface UnitKey {
  roundId: string
  modulus: Buffer
  publicKey: KeyObject
}

/** Public halves never change once a round is frozen, so they are read once. */
const publicKeys = new Map<string, UnitKey>()

/** Null for a unit of no round. */
export async function unitKey({ store }: Context, unitId: string): Promise<UnitKey | null> {
  const known = publicKeys.get(unitId)
  if (known) return known
  const [unit] = await store.read.select().from(roundUnits).where(eq(roundUnits.id, unitId))
  if (!unit) return null
  const key = {
    roundId: unit.roundId,
    modulus: Buffer.from(unit.publicKey.n, 'base64url'),
    publicKey: createPublicKey({ key: unit.publicKey, format: 'jwk' }),
  }
  publicKeys.set(unitId, key)
  return key
}

/** Private halves are kept only as long as their round is open: `forgetKeys` drops them at its close. */
const privateKeys = new Map<string, Promise<KeyObject | null>>()

export function privateUnitKey({ keys }: Context, roundId: string, keyNumber: number): Promise<KeyObject | null> {
  const name = `${roundId} ${keyNumber}`
  const known = privateKeys.get(name)
  if (known) return known
  const read = ticketKey(keys, roundId, keyNumber)
  privateKeys.set(name, read)
  // A key that is not there may be brought back.
  read.then((key) => key ?? privateKeys.delete(name)).catch(() => privateKeys.delete(name))
  return read
}

export function forgetKeys(roundId: string): void {
  for (const name of privateKeys.keys()) if (name.startsWith(`${roundId} `)) privateKeys.delete(name)
}
