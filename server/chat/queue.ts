import { and, eq, lte, ne } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { newId } from '../storage/identifier.ts'
import type { Reads, Writes } from '../storage/index.ts'
import { chatDeliveries, type ChannelEvent } from '../storage/schema/chat.ts'
import { allChannels, hears } from './channels.ts'

/** What has happened, and to which round or on which day: enough to write it when it is sent. */
export interface News {
  event: ChannelEvent
  about: string
}

/** Queues what has happened for every channel that hears of such: once for each, however often it is said. */
export async function announce(tx: Writes, { clock }: Context, { event, about }: News): Promise<void> {
  const channels = (await allChannels(tx)).filter((channel) => hears(channel, event))
  if (channels.length === 0) return
  const queuedAt = clock.now()
  const rows = channels.map(({ id }) => ({
    id: newId(),
    channelId: id,
    event,
    about,
    queuedAt,
    notBefore: queuedAt,
  }))
  const { channelId, event: told, about: of } = chatDeliveries
  await tx
    .insert(chatDeliveries)
    .values(rows)
    .onConflictDoNothing({ target: [channelId, told, of] })
}

/** Whether some channel is still to hear it: asked every minute, where writing would be too much. */
export async function isNews(read: Reads, { event, about }: News): Promise<boolean> {
  const channels = (await allChannels(read)).filter((channel) => hears(channel, event))
  if (channels.length === 0) return false
  const told = await read
    .select({ channelId: chatDeliveries.channelId })
    .from(chatDeliveries)
    .where(and(eq(chatDeliveries.event, event), eq(chatDeliveries.about, about)))
  const knowing = new Set(told.map(({ channelId }) => channelId))
  return channels.some(({ id }) => !knowing.has(id))
}

const daysKept = 90

/** What was sent, or given up, is remembered for a while, so that it is not told twice. */
export async function dropOldDeliveries({ store, clock }: Context): Promise<void> {
  const before = new Date(clock.now().getTime() - daysKept * 24 * 60 * 60_000)
  const old = and(ne(chatDeliveries.state, 'waiting'), lte(chatDeliveries.queuedAt, before))
  if ((await store.read.$count(chatDeliveries, old)) > 0)
    await store.write((tx) => tx.delete(chatDeliveries).where(old))
}
