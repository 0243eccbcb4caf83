import { eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import type { Store, Writes } from '../../storage/index.ts'
import { boards } from '../../storage/schema/boards.ts'
import { boardById, type Board } from './queries.ts'

/**
 * The one door to a board: looked at and changed in one transaction, then told to everybody who watches it.
 * Refuses with boardEnded; the work refuses what does not fit the board as it finds it.
 */
export async function changeBoard<T>(
  { store }: Pick<Context, 'store'>,
  id: string,
  work: (tx: Writes, board: Board) => Promise<T>,
): Promise<T> {
  const result = await inTurn(turnsOf(store), id, () =>
    store.write(async (tx) => {
      const board = await boardById(tx, id)
      if (board.stage === 'ended') throw new Refusal('boardEnded')
      const done = await work(tx, board)
      await setOnBoard(tx, id, { version: board.version + 1 })
      return done
    }),
  )
  store.bulletin.announce('board changed', id)
  return result
}

export async function setOnBoard(tx: Writes, id: string, what: Partial<Board>): Promise<void> {
  await tx.update(boards).set(what).where(eq(boards.id, id))
}

type Turns = Map<string, Promise<unknown>>

const byStore = new WeakMap<Store, Turns>()

function turnsOf(store: Store): Turns {
  const known = byStore.get(store) ?? new Map()
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
