import { EventEmitter } from 'node:events'
import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import type { Store, Writes } from '../storage/index.ts'
import { boards } from '../storage/schema/boards.ts'
import { boardById, type Board } from './board-queries.ts'

/**
 * The one door to a board: looked at and changed in one transaction, then told to everybody who watches it here.
 * Refuses with boardEnded; the work refuses what does not fit the board as it finds it.
 */
export async function changeBoard<T>(
  context: Pick<Context, 'store'>,
  id: string,
  work: (tx: Writes, board: Board) => Promise<T>,
): Promise<T> {
  const result = await context.store.write(async (tx) => {
    const board = await boardById(tx, id)
    if (board.stage === 'ended') throw new Refusal('boardEnded')
    const done = await work(tx, board)
    await tx
      .update(boards)
      .set({ version: board.version + 1 })
      .where(eq(boards.id, id))
    return done
  })
  boardChanges(context.store).emit('changed', id)
  return result
}

const emitters = new WeakMap<Store, EventEmitter>()

/** Emits `changed` with a board's id. What another process changed shows in the board's version alone. */
export function boardChanges(store: Store): EventEmitter {
  const emitter = emitters.get(store) ?? new EventEmitter().setMaxListeners(0)
  emitters.set(store, emitter)
  return emitter
}
