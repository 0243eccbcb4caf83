import { generateKeyPair, randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import type { Keys } from '../keys.ts'
import { directory, secretFile, sealFile, ticketFile } from './key-files.ts'

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
