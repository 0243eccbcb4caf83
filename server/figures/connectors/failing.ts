import { isNotNull, eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { queueLetters } from '../../post/post.ts'
import type { Reads } from '../../storage/index.ts'
import { connectors, type Vendor } from '../../storage/schema/connectors.ts'
import { people } from '../../storage/schema/people.ts'
import { unchanged, type Connector } from './keeping.ts'

const hour = 60 * 60_000
/** Three nights after the first that failed; the hour is for a night that began a little sooner. */
const patience = (3 * 24 - 1) * hour

/** Administrators are mailed once of what goes on failing. */
export async function noteFailure(context: Context, connector: Connector, fault: string): Promise<void> {
  const now = context.clock.now()
  const failingSince = connector.failingSince ?? now
  const isTime = connector.mailedAt === null && now.getTime() - failingSince.getTime() >= patience
  await context.store.write(async (tx) => {
    const noted = await tx
      .update(connectors)
      .set({ triedAt: now, failingSince, fault, ...(isTime && { mailedAt: now }) })
      .where(unchanged(connector))
      .returning()
    if (!isTime || noted.length === 0) return
    const about = aboutFailure(connector.vendor, failingSince)
    const letters = (await administrators(tx)).map((addressee) => ({
      kind: 'connector' as const,
      addressee,
      about,
    }))
    if (letters.length > 0) await queueLetters(tx, now, letters)
  })
}

async function administrators(read: Reads): Promise<string[]> {
  const rows = await read.select({ id: people.id }).from(people).where(eq(people.administrator, true))
  return rows.map(({ id }) => id)
}

export async function noteSuccess({ store, clock }: Context, connector: Connector): Promise<void> {
  const well = { triedAt: clock.now(), failingSince: null, fault: null, mailedAt: null }
  await store.write((tx) => tx.update(connectors).set(well).where(unchanged(connector)))
}

/** What the outbox calls a failure by, so that it is mailed once. */
export const aboutFailure = (vendor: Vendor, since: Date): string => `${vendor}.${since.getTime()}`

/** Those that brought nothing the last time they were asked. */
export async function failingConnectors(read: Reads): Promise<Vendor[]> {
  const { vendor, failingSince } = connectors
  const rows = await read.select({ vendor }).from(connectors).where(isNotNull(failingSince))
  return rows.map((row) => row.vendor)
}
