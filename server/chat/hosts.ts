import { asc, eq } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import type { Reads } from '../storage/index.ts'
import { chatHosts } from '../storage/schema/chat.ts'
import type { Hosts } from '../outside/outside.ts'

/** In the order of their names. */
export async function allowedHosts(read: Reads): Promise<Hosts> {
  const rows = await read.select().from(chatHosts).orderBy(asc(chatHosts.host))
  return new Map(rows.map(({ host, internal }) => [host, { internal }]))
}

/** Allowed again, it may be called internal, or no longer. */
export async function allowHost(
  context: Context,
  by: string,
  { host, internal }: { host: string; internal: boolean },
): Promise<void> {
  await context.store.write(async (tx) => {
    const set = { internal }
    await tx.insert(chatHosts).values({ host, internal }).onConflictDoUpdate({ target: chatHosts.host, set })
    await record(tx, context, by, 'chat host allowed', { host })
  })
}

/** Channels there are told nothing more until it is allowed again. */
export async function refuseHost(context: Context, by: string, host: string): Promise<void> {
  await context.store.write(async (tx) => {
    const gone = await tx.delete(chatHosts).where(eq(chatHosts.host, host)).returning()
    if (gone.length > 0) await record(tx, context, by, 'chat host refused', { host })
  })
}
