import { createPublicKey, type KeyObject } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { roundUnits } from '../storage/schema/rounds.ts'

/** A unit's ticket key: frozen with the round, so the public half is read once. */
export interface UnitKey {
  roundId: string
  number: number
  modulus: Buffer
  publicKey: KeyObject
}

const publicKeys = new Map<string, UnitKey>()

/** Null for a unit of no round. */
export async function unitKey({ store }: Context, unitId: string): Promise<UnitKey | null> {
  const known = publicKeys.get(unitId)
  if (known) return known
  const [unit] = await store.read.select().from(roundUnits).where(eq(roundUnits.id, unitId))
  if (!unit) return null
  const key = {
    roundId: unit.roundId,
    number: unit.keyNumber,
    modulus: Buffer.from(unit.publicKey.n, 'base64url'),
    publicKey: createPublicKey({ key: unit.publicKey, format: 'jwk' }),
  }
  publicKeys.set(unitId, key)
  return key
}
