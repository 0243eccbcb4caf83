import { and, asc, desc, eq, lte, ne, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { newId } from '../storage/identifier.ts'
import type { Reads, Writes } from '../storage/index.ts'
import { chatDeliveries, type ChannelEvent } from '../storage/schema/chat.ts'
import type { Channel, Delivery } from './announcement.ts'
import { allChannels, channelById, hears } from './channels.ts'

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

const batch = 20

/** Ids of what is to be sent now, the oldest first. */
export async function dueDeliveries({ store, clock }: Context): Promise<string[]> {
  const rows = await store.read
    .select({ id: chatDeliveries.id })
    .from(chatDeliveries)
    .where(and(eq(chatDeliveries.state, 'waiting'), lte(chatDeliveries.notBefore, clock.now())))
    .orderBy(asc(chatDeliveries.notBefore))
    .limit(batch)
  return rows.map(({ id }) => id)
}

/** Longer than any service may take. */
const lease = 60_000

/** Takes a delivery, so that no other process sends it; null where one has. Who takes it and dies leaves it to the next. */
export async function takeDelivery(
  { store, clock }: Context,
  id: string,
): Promise<{ delivery: Delivery; channel: Channel } | null> {
  const now = clock.now()
  return store.write(async (tx) => {
    const [delivery] = await tx
      .update(chatDeliveries)
      .set({ attempts: sql`${chatDeliveries.attempts} + 1`, notBefore: new Date(now.getTime() + lease) })
      .where(
        and(
          eq(chatDeliveries.id, id),
          eq(chatDeliveries.state, 'waiting'),
          lte(chatDeliveries.notBefore, now),
        ),
      )
      .returning()
    return delivery ? { delivery, channel: await channelById(tx, delivery.channelId) } : null
  })
}

type Ending = Partial<Pick<Delivery, 'state' | 'failure' | 'notBefore'>>

/** Says what became of a delivery, unless somebody else has taken it since. */
export async function settle({ store }: Context, { id, attempts }: Delivery, ending: Ending) {
  const mine = and(eq(chatDeliveries.id, id), eq(chatDeliveries.attempts, attempts))
  await store.write((tx) => tx.update(chatDeliveries).set(ending).where(mine))
}

/** There is nothing to say any more. */
export async function forget({ store }: Context, id: string): Promise<void> {
  await store.write((tx) => tx.delete(chatDeliveries).where(eq(chatDeliveries.id, id)))
}

/** A delivery that is due at once, tried before or not; refused where there is none. */
export async function queueAgain({ store, clock }: Context, id: string): Promise<void> {
  const now = clock.now()
  const again = { state: 'waiting', attempts: 0, failure: null, queuedAt: now, notBefore: now } as const
  await store.write((tx) => tx.update(chatDeliveries).set(again).where(eq(chatDeliveries.id, id)))
}

const daysKept = 90

/** What was sent, or given up, is remembered for a while, so that it is not told twice. */
export async function dropOldDeliveries({ store, clock }: Context): Promise<void> {
  const before = new Date(clock.now().getTime() - daysKept * 24 * 60 * 60_000)
  const old = and(ne(chatDeliveries.state, 'waiting'), lte(chatDeliveries.queuedAt, before))
  if ((await store.read.$count(chatDeliveries, old)) > 0)
    await store.write((tx) => tx.delete(chatDeliveries).where(old))
}

/** The newest first. */
export async function deliveriesByChannel(read: Reads): Promise<Map<string, Delivery[]>> {
  const byChannel = new Map<string, Delivery[]>()
  const rows = await read
    .select()
    .from(chatDeliveries)
    .orderBy(desc(chatDeliveries.queuedAt), asc(chatDeliveries.id))
  for (const row of rows) byChannel.set(row.channelId, [...(byChannel.get(row.channelId) ?? []), row])
  return byChannel
}

/** With its channel. Refuses with notFound. */
export async function deliveryById(
  read: Reads,
  id: string,
): Promise<{ delivery: Delivery; channel: Channel }> {
  const [delivery] = await read.select().from(chatDeliveries).where(eq(chatDeliveries.id, id))
  if (!delivery) throw new Refusal('notFound')
  return { delivery, channel: await channelById(read, delivery.channelId) }
}
