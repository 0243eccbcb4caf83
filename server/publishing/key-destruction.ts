import { eq } from 'drizzle-orm'
import { announce } from '../chat/chat.ts'
import type { Context } from '../context.ts'
import { destroyRoundKeys, roundById } from '../rounds/rounds.ts'
import { rounds } from '../storage/schema/rounds.ts'
import { shred } from './shredding.ts'

/**
 * Only when the results are durable and read back, since without the keys there is no second try. What they opened
 * goes first, in small transactions; afterwards nothing says who took part.
 */
export async function destroyKeys(context: Context, id: string) {
  const { state, outcome } = await roundById(context.store.read, id)
  if (state !== 'keys to destroy' || !outcome) return
  await shred(context, id, 'results')
  await destroyRoundKeys(context, id)
  await context.store.write(async (tx) => {
    await tx.update(rounds).set({ state: 'closed' }).where(eq(rounds.id, id))
    if (!outcome.published) return
    await announce(tx, context, { event: 'results', about: id })
    await announce(tx, context, { event: 'signal', about: id })
  })
  await context.store.tidy()
  context.wake()
}
