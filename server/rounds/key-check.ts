import { createPublicKey, type KeyObject } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { rounds, roundUnits } from '../storage/schema/rounds.ts'
import type { Manifest } from './manifest.ts'
import { manifestOf, type Round } from './queries.ts'
import { keyStamp, roundSecret, sealKey, ticketKeyOnDisk } from './round-keys.ts'

export type KeyFault = 'secretMissing' | 'sealMissing' | 'sealWrong' | 'ticketMissing' | 'ticketWrong'

/** Where rounds and their keys are. */
interface Kept {
  store: Pick<Context['store'], 'read'>
  keys: Context['keys']
}

/** What is amiss with an open round's keys, while there is still time to bring them back; null if nothing is. */
export async function keyFault(context: Kept, round: Pick<Round, 'id'>): Promise<KeyFault | null> {
  const stamp = await keyStamp(context.keys, round.id)
  if (sound.get(round.id) === stamp) return null
  const fault = await readKeyFault(context, round)
  if (fault) sound.delete(round.id)
  else sound.set(round.id, stamp)
  return fault
}

/** The state of a round's key files when they were last found to be right: reading thousands takes a second. */
const sound = new Map<string, string>()

async function readKeyFault({ store, keys }: Kept, round: Pick<Round, 'id'>): Promise<KeyFault | null> {
  const fault = await sealFault({ store, keys }, round)
  if (fault) return fault
  if (!(await roundSecret(keys, round.id))) return 'secretMissing'
  for (const unit of await store.read.select().from(roundUnits).where(eq(roundUnits.roundId, round.id))) {
    const ticket = await ticketKeyOnDisk(keys, round.id, unit.keyNumber).catch(() => undefined)
    if (!ticket) return ticket === null ? 'ticketMissing' : 'ticketWrong'
    if (jwkOf(ticket).n !== unit.publicKey.n) return 'ticketWrong'
  }
  return null
}

/** What keeps a round from being closed: only the key that opens its ballots does. */
export async function sealFault(
  { store, keys }: Kept,
  { id }: Pick<Round, 'id'>,
): Promise<'sealMissing' | 'sealWrong' | null> {
  const seal = await sealKey(keys, id).catch(() => undefined)
  if (!seal) return seal === null ? 'sealMissing' : 'sealWrong'
  const manifest = await manifestOf(store.read, id)
  const promised = (JSON.parse(manifest!) as Manifest).seal.x
  return jwkOf(seal).x === promised ? null : 'sealWrong'
}

/** Open rounds whose keys are not all there, for the start to say so. */
export async function roundsWithKeyFaults(context: Kept): Promise<{ name: string; fault: KeyFault }[]> {
  const open = await context.store.read
    .select({ id: rounds.id, name: rounds.name })
    .from(rounds)
    .where(inArray(rounds.state, ['open', 'closing', 'unclosable']))
  const checked = await Promise.all(
    open.map(async (round) => ({ name: round.name, fault: await keyFault(context, round) })),
  )
  return checked.flatMap(({ name, fault }) => (fault ? [{ name, fault }] : []))
}

const jwkOf = (key: KeyObject) => createPublicKey(key).export({ format: 'jwk' })
