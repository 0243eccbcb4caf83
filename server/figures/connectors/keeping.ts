import { and, asc, eq } from 'drizzle-orm'
import { record } from '../../audit/audit.ts'
import { allowedHosts } from '../../chat/chat.ts'
import type { Context } from '../../context.ts'
import { NotTaken, type Asking } from '../../outside/outside.ts'
import { Refusal } from '../../refusal.ts'
import { seal, unseal } from '../../secrets.ts'
import type { Reads } from '../../storage/index.ts'
import { connectors, type ConnectorSettings, type Vendor } from '../../storage/schema/connectors.ts'
import type { Connection } from './connection.ts'
import { services } from './services.ts'

export type Connector = typeof connectors.$inferSelect

const placeOf = (vendor: Vendor): string => `connector ${vendor}`

/**
 * Sets a connector, new or in the place of the one before; its months are fetched anew.
 * @param token null where the one that is kept stays
 */
export async function setConnector(
  context: Context,
  by: string,
  vendor: Vendor,
  { settings, token }: { settings: ConnectorSettings; token: string | null },
): Promise<void> {
  const sealed = token === null ? null : await seal(context.keys, placeOf(vendor), token)
  const asNew = { month: null, triedAt: context.clock.now(), failingSince: null, fault: null, mailedAt: null }
  await context.store.write(async (tx) => {
    const kept = sealed ?? (await connectorOf(tx, vendor)).sealed
    const row = { settings, sealed: kept, ...asNew }
    await tx
      .insert(connectors)
      .values({ vendor, ...row })
      .onConflictDoUpdate({ target: connectors.vendor, set: row })
    const host = new URL(settings.address).host
    await record(tx, context, by, 'connector set', { source: vendor, host })
  })
}

export async function removeConnector(context: Context, by: string, vendor: Vendor): Promise<void> {
  await context.store.write(async (tx) => {
    await connectorOf(tx, vendor)
    await tx.delete(connectors).where(eq(connectors.vendor, vendor))
    await record(tx, context, by, 'connector removed', { source: vendor })
  })
}

export const allConnectors = async (read: Reads): Promise<Connector[]> =>
  read.select().from(connectors).orderBy(asc(connectors.vendor))

export async function findConnector(read: Reads, vendor: Vendor): Promise<Connector | null> {
  const [connector] = await read.select().from(connectors).where(eq(connectors.vendor, vendor))
  return connector ?? null
}

/** Refuses with notFound. */
export async function connectorOf(read: Reads, vendor: Vendor): Promise<Connector> {
  const connector = await findConnector(read, vendor)
  if (!connector) throw new Refusal('notFound')
  return connector
}

/** Set anew meanwhile, it is another one. */
export const unchanged = ({ vendor, sealed }: Connector) =>
  and(eq(connectors.vendor, vendor), eq(connectors.sealed, sealed))

/** Whether its token was sealed under the key that is here. */
export const isTokenReadable = async (
  keys: Context['keys'],
  { vendor, sealed }: Connector,
): Promise<boolean> => (await unseal(keys, placeOf(vendor), sealed)) !== null

/** Throws NotTaken where its token was sealed under a key that is gone. */
export async function connectionOf(
  { store, keys, clock }: Context,
  { vendor, settings, sealed }: Connector,
  asking: Asking,
  signal: AbortSignal,
): Promise<Connection> {
  const token = await unseal(keys, placeOf(vendor), sealed)
  if (token === null) throw new NotTaken('sealed')
  const { address } = services[vendor]
  const known = address === null ? [] : [[new URL(address).host, { internal: false }] as const]
  const hosts = new Map([...(await allowedHosts(store.read)), ...known])
  return { settings, token, hosts, asking, signal, now: clock.now() }
}
