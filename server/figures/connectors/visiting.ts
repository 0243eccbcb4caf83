import { lt } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { NotTaken, usualWays, type Asking } from '../../outside/outside.ts'
import type { Reads } from '../../storage/index.ts'
import { connectors } from '../../storage/schema/connectors.ts'
import { dueMonths, nightOf } from './due.ts'
import { noteFailure, noteSuccess } from './failing.ts'
import { bringMonth } from './bringing.ts'
import { connectionOf, unchanged, type Connector } from './keeping.ts'
import { services } from './services.ts'

export const usualAsking: Asking = {
  resolve: usualWays.resolve,
  patience: 120_000,
  pause: 1000,
  tries: 4,
  slowly: true,
}

export const areConnectorsDue = async ({ store, clock }: Context): Promise<boolean> =>
  (await due(store.read, clock.now())).length > 0

/** Asks each vendor once a night: for the months that are final, or whether its token still opens what is needed. */
export async function visitVendors(
  context: Context,
  signal: AbortSignal,
  asking = usualAsking,
): Promise<void> {
  for (const connector of await due(context.store.read, context.clock.now()))
    if (!signal.aborted) await visit(context, connector, signal, asking)
}

const due = async (read: Reads, now: Date): Promise<Connector[]> =>
  read
    .select()
    .from(connectors)
    .where(lt(connectors.triedAt, nightOf(now)))

async function visit(context: Context, connector: Connector, signal: AbortSignal, asking: Asking) {
  try {
    const connection = await connectionOf(context, connector, asking, signal)
    await services[connector.vendor].test(connection)
    for (const month of dueMonths(connector.month, context.clock.now())) {
      await bringMonth(context, connector.vendor, connection, month)
      await context.store.write((tx) => tx.update(connectors).set({ month }).where(unchanged(connector)))
    }
    await noteSuccess(context, connector)
  } catch (error) {
    // Nothing went wrong there: the next start asks again.
    if (signal.aborted) return
    await noteFailure(context, connector, error instanceof NotTaken ? error.reason : 'ours')
    if (!(error instanceof NotTaken)) throw error
  }
}
