import type { Context } from '../../context.ts'
import { askedOnce, NotTaken } from '../../outside/outside.ts'
import type { Vendor } from '../../storage/schema/connectors.ts'
import { beginFetched } from '../importing.ts'
import { fetched } from './bringing.ts'
import { dueMonths, lastFinalMonth } from './due.ts'
import { connectionOf, connectorOf } from './keeping.ts'
import { services } from './services.ts'
import { usualAsking } from './visiting.ts'

const never = new AbortController().signal

/** Whether its token opens what is needed and nothing more: why not, null when it does. Refuses with notFound. */
export async function tryConnector(context: Context, vendor: Vendor): Promise<string | null> {
  const connector = await connectorOf(context.store.read, vendor)
  try {
    await services[vendor].test(await connectionOf(context, connector, askedOnce, never))
    return null
  } catch (error) {
    if (error instanceof NotTaken) return error.reason
    throw error
  }
}

/** Fetches what is due, or else the last month there is, up to a preview as of a file. Refuses with notFound. */
export async function rehearse(
  context: Context,
  by: string,
  vendor: Vendor,
): Promise<{ id: string; done: Promise<void> }> {
  const connector = await connectorOf(context.store.read, vendor)
  const now = context.clock.now()
  const due = dueMonths(connector.month, now)
  const months = due.length > 0 ? due : [lastFinalMonth(now)]
  const connected = () => connectionOf(context, connector, usualAsking, never)
  return beginFetched(context, by, fetched(vendor, connected, months))
}
