import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { newId } from '../storage/identifier.ts'
import { chatDeliveries } from '../storage/schema/chat.ts'
import type { Announcements } from './announcement.ts'
import { channelById } from './channels.ts'
import { queueAgain } from './taking.ts'
import { usualWays, type Ways } from '../outside/outside.ts'
import { deliver } from './deliveries.ts'

/** What became of a message that was sent at once: why it was not taken, null when it was; over when there is nothing to say. */
export interface Sent {
  failure: string | null
  over: boolean
}

/** Tells a channel at once that it would be told. Refuses with notFound. */
export async function sendTest(
  context: Context,
  announcements: Announcements,
  channelId: string,
  ways = usualWays,
): Promise<Sent> {
  const now = context.clock.now()
  const row = { id: newId(), channelId, event: 'test' as const, queuedAt: now, notBefore: now }
  await context.store.write(async (tx) => {
    await channelById(tx, channelId)
    await tx.insert(chatDeliveries).values({ ...row, about: row.id })
  })
  return deliverNow(context, announcements, row.id, ways)
}

/** Sends again at once what was sent or not. */
export async function sendAgain(
  context: Context,
  announcements: Announcements,
  id: string,
  ways = usualWays,
): Promise<Sent> {
  await queueAgain(context, id)
  return deliverNow(context, announcements, id, ways)
}

async function deliverNow(
  context: Context,
  announcements: Announcements,
  id: string,
  ways: Ways,
): Promise<Sent> {
  await deliver(context, announcements, id, ways)
  const { failure, id: one } = chatDeliveries
  const [row] = await context.store.read.select({ failure }).from(chatDeliveries).where(eq(one, id))
  return { failure: row?.failure ?? null, over: !row }
}
