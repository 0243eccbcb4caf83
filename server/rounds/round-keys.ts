import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import type { Keys } from '../keys.ts'

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

const directory = (roundId: string) => `rounds/${roundId}`
const secretFile = (roundId: string) => `${directory(roundId)}/secret`
const sealFile = (roundId: string) => `${directory(roundId)}/seal.pem`
const ticketFile = (roundId: string, n: number) =>
  `${directory(roundId)}/ticket-${String(n).padStart(5, '0')}.pem`

/**
 * Makes what is missing of a round's keys: its secret, the sealing key and one ticket key for each unit.
 * RSA keys are made on the thread pool, no more at once than there are cores; a crash loses at most those.
 */
export async function makeRoundKeys(keys: Keys, roundId: string, units: number): Promise<void> {
  const present = new Set(
    (await keys.list(directory(roundId))).map((name) => `${directory(roundId)}/${name}`),
  )
  const make = async (file: string, content: () => Promise<string | Buffer>) => {
    if (!present.has(file)) await keys.write(file, await content())
  }
  await make(secretFile(roundId), async () => randomBytes(32))
  await make(sealFile(roundId), newSealKey)
  let next = 0
  const worker = async () => {
    while (next < units) await make(ticketFile(roundId, next++), () => keys.newRsaKey())
  }
  const outcomes = await Promise.allSettled(Array.from({ length: availableParallelism() }, worker))
  // Not before all have ended: a straggler would replace a key that was published meanwhile.
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}

async function newSealKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
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

/** Ticket keys in use, in memory until their round's keys are destroyed. */
const inUse = new Map<string, KeyObject>()

/** What signs the tickets of a unit; null when the key directory does not hold it. */
export async function ticketKey(keys: Keys, roundId: string, n: number): Promise<KeyObject | null> {
  const file = ticketFile(roundId, n)
  const known = inUse.get(file)
  if (known) return known
  const key = await ticketKeyOnDisk(keys, roundId, n)
  if (key) inUse.set(file, key)
  return key
}

export const ticketKeyOnDisk = (keys: Keys, roundId: string, n: number): Promise<KeyObject | null> =>
  privateKey(keys, ticketFile(roundId, n))

/** What opens the round's ballots; null when the key directory does not hold it. */
export const sealKey = (keys: Keys, roundId: string): Promise<KeyObject | null> =>
  privateKey(keys, sealFile(roundId))

async function privateKey(keys: Keys, file: string): Promise<KeyObject | null> {
  const kept = await keys.read(file)
  return kept && createPrivateKey(kept)
}

/** Null when the key directory does not hold the round's keys. */
export const roundSecret = (keys: Keys, roundId: string): Promise<Buffer | null> =>
  keys.read(secretFile(roundId))

/** The token of an invitation: nobody can make one without the round's secret, and it is stored nowhere. */
export const tokenOf = (secret: Buffer, invitationId: string, generation: number): string =>
  createHmac('sha256', secret).update(`${invitationId}\n${generation}`).digest('base64url')

export async function destroyRoundKeys(keys: Keys, roundId: string): Promise<void> {
  await keys.destroy(directory(roundId))
  for (const file of inUse.keys()) if (file.startsWith(`${directory(roundId)}/`)) inUse.delete(file)
}

export const roundsWithKeys = (keys: Keys): Promise<string[]> => keys.list('rounds')
