import { and, eq, gt, lte } from 'drizzle-orm'
import { announce, isNews } from '../chat/chat.ts'
import type { Context } from '../context.ts'
import { rounds } from '../storage/schema/rounds.ts'

const day = 24 * 60 * 60_000

/** Says a day before that a round closes; not of one that opened the day before that, which has just been said. */
export async function announceClosings(context: Context): Promise<void> {
  const { store, clock } = context
  const now = clock.now()
  const { id, state, opensAt, closesAt } = rounds
  const soon = await store.read
    .select({ id, opensAt, closesAt })
    .from(rounds)
    .where(and(eq(state, 'open'), gt(closesAt, now), lte(closesAt, new Date(now.getTime() + day))))
  for (const round of soon) {
    const news = { event: 'closing' as const, about: round.id }
    const isLong = round.closesAt.getTime() - round.opensAt.getTime() >= 2 * day
    if (isLong && (await isNews(store.read, news))) await store.write((tx) => announce(tx, context, news))
  }
}
