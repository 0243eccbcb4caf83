import { createHmac, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Keys } from '../keys.ts'
import { directory, secretFile, sealFile, ticketFile } from './key-files.ts'

export interface RsaPublicKey {
  kty: 'RSA'
  n: string
  e: string
}

export interface SealPublicKey {
  kty: 'EC'
  crv: 'P-256'
  x: string
  y: string
}

/** Another one whenever a key of the round has been written, replaced or removed. */
export const keyStamp = (keys: Keys, roundId: string): Promise<string> => keys.stamp(directory(roundId))

export async function ticketKeysMade(keys: Keys, roundId: string): Promise<number> {
  return (await keys.list(directory(roundId))).filter((name) => /^ticket-\d+\.pem$/.test(name)).length
}

export async function publicTicketKey(keys: Keys, roundId: string, n: number): Promise<RsaPublicKey> {
  const ticket = await keys.read(ticketFile(roundId, n))
  if (!ticket) throw new Error('A ticket key that was made is not there.')
  const { n: modulus, e } = createPublicKey(ticket).export({ format: 'jwk' })
  if (!modulus || !e) throw new Error('A ticket key is no RSA key.')
  return { kty: 'RSA', n: modulus, e }
}

export async function publicSealKey(keys: Keys, roundId: string): Promise<SealPublicKey | null> {
  const seal = await keys.read(sealFile(roundId))
  if (!seal) return null
  const { x, y } = createPublicKey(seal).export({ format: 'jwk' })
  if (!x || !y) throw new Error('A seal key is on no curve.')
  return { kty: 'EC', crv: 'P-256', x, y }
}

/** Ticket keys in use, by round and number: in memory until their round's keys are destroyed, by whichever process. */
const inUse = new Map<string, Map<number, KeyObject>>()

/** What signs the tickets of a unit; null when the key directory does not hold it. */
export async function ticketKey(keys: Keys, roundId: string, n: number): Promise<KeyObject | null> {
  const known = inUse.get(roundId)?.get(n)
  if (known) return known
  const key = await ticketKeyOnDisk(keys, roundId, n)
  if (key) inUse.set(roundId, (inUse.get(roundId) ?? new Map<number, KeyObject>()).set(n, key))
  return key
}

export const ticketKeyOnDisk = (keys: Keys, roundId: string, n: number): Promise<KeyObject | null> =>
  privateKey(keys, ticketFile(roundId, n))

/** What opens the round's ballots; null when the key directory does not hold it. */
export const sealKey = (keys: Keys, roundId: string): Promise<KeyObject | null> =>
  privateKey(keys, sealFile(roundId))

export async function privateKey(keys: Keys, file: string): Promise<KeyObject | null> {
  const kept = await keys.read(file)
  return kept && createPrivateKey(kept)
}

/** Null when the key directory does not hold the round's keys. */
export const roundSecret = (keys: Keys, roundId: string): Promise<Buffer | null> =>
  keys.read(secretFile(roundId))

/** The token of an invitation: nobody can make one without the round's secret, and it is stored nowhere. */
export const tokenOf = (secret: Buffer, invitationId: string, generation: number): string =>
  createHmac('sha256', secret).update(`${invitationId}\n${generation}`).digest('base64url')

export async function destroyRoundKeys(
  { keys, store }: Pick<Context, 'keys' | 'store'>,
  roundId: string,
): Promise<void> {
  await keys.destroy(directory(roundId))
  inUse.delete(roundId)
  store.bulletin.announce('keys destroyed', roundId)
}

/** What another process destroyed goes from this one's memory too. Returns what ends it. */
export const forgetDestroyedKeys = ({ store }: Pick<Context, 'store'>): (() => void) =>
  store.bulletin.onAnnouncement('keys destroyed', (roundId) => inUse.delete(roundId))

/** The same for what was destroyed while this process was cut off from the others. */
export async function forgetMissedKeys({ keys }: Pick<Context, 'keys'>): Promise<void> {
  const kept = new Set(await roundsWithKeys(keys))
  for (const roundId of inUse.keys()) if (!kept.has(roundId)) inUse.delete(roundId)
}

export const roundsWithKeys = (keys: Keys): Promise<string[]> => keys.list('rounds')
