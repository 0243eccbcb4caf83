import { EventEmitter } from 'node:events'
import { eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import type { Store, Writes } from '../../storage/index.ts'
import { boards } from '../../storage/schema/boards.ts'
import { boardById, type Board } from './queries.ts'

/**
 * The one door to a board: looked at and changed in one transaction, then told to everybody who watches it here.
 * Refuses with boardEnded; the work refuses what does not fit the board as it finds it.
 */
export async function changeBoard<T>(
  { store }: Pick<Context, 'store'>,
  id: string,
  work: (tx: Writes, board: Board) => Promise<T>,
): Promise<T> {
  const { changes, turns } = concerning(store)
  const result = await inTurn(turns, id, () =>
    store.write(async (tx) => {
      const board = await boardById(tx, id)
      if (board.stage === 'ended') throw new Refusal('boardEnded')
      const done = await work(tx, board)
      await setOnBoard(tx, id, { version: board.version + 1 })
      return done
    }),
  )
  changes.emit('changed', id)
  return result
}

export async function setOnBoard(tx: Writes, id: string, what: Partial<Board>): Promise<void> {
  await tx.update(boards).set(what).where(eq(boards.id, id))
}

/** Emits `changed` with a board's id. What another process changed shows in the board's version alone. */
export const boardChanges = (store: Store): EventEmitter => concerning(store).changes

type Turns = Map<string, Promise<unknown>>

const byStore = new WeakMap<Store, { changes: EventEmitter; turns: Turns }>()

function concerning(store: Store) {
  const known = byStore.get(store) ?? { changes: new EventEmitter().setMaxListeners(0), turns: new Map() }
  byStore.set(store, known)
  return known
}

/** A whole room changes one row: on PostgreSQL, transactions that all try at once mostly lose to each other. */
async function inTurn<T>(turns: Turns, id: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(id) ?? Promise.resolve()
  const turn = before.then(work, work)
  turns.set(id, turn)
  try {
    return await turn
  } finally {
    if (turns.get(id) === turn) turns.delete(id)
  }
}
