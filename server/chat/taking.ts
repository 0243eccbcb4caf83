import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { chatDeliveries } from '../storage/schema/chat.ts'
import type { Channel, Delivery } from './announcement.ts'
import { channelById } from './channels.ts'

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
