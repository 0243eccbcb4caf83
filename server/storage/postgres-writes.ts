import { setImmediate, setTimeout } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { queued, Troubles, type Turn, type Writes } from './store.ts'

const attempts = 20
/** How long, in milliseconds, one transaction keeps the next waiting. */
const patience = 50

/**
 * Writes that wait together share a transaction, and so one trip to the disk; side by side they would lose races against
 * each other. If anything in it fails, each is run by itself. A transaction that takes long is not waited for.
 */
export function commitQueue(pool: pg.Pool) {
  const troubles = new Troubles()
  let waiting: Turn[] = []
  let isRunning = false

  async function run() {
    isRunning = true
    while (waiting.length > 0) {
      await setImmediate()
      const turns = waiting
      waiting = []
      const committing = new Promise<void>((resolve) => {
        void (turns.length > 1 ? together(turns, resolve) : alone(turns[0]!, resolve)).then(resolve)
      })
      await Promise.race([committing, setTimeout(patience)])
    }
    isRunning = false
  }

  async function together(turns: Turn[], committing: () => void) {
    try {
      const results = await inTransaction(pool, (tx) => resultsOf(turns, tx), committing)
      troubles.over()
      turns.forEach((turn) => turn.resolve(results.get(turn)))
    } catch (error) {
      if (error instanceof OutcomeUnknown) turns.forEach((turn) => turn.reject(error.cause))
      else await Promise.all(turns.map((turn) => alone(turn)))
    }
  }

  async function alone(turn: Turn, committing = () => {}) {
    for (let attempt = 1; ; attempt++) {
      try {
        const result = await inTransaction(pool, turn.work, committing)
        troubles.over()
        return turn.resolve(result)
      } catch (error) {
        if (!lostRace(error) || attempt === attempts) {
          troubles.note(error)
          return turn.reject(error instanceof OutcomeUnknown ? error.cause : error)
        }
        await setTimeout(Math.random() * 10 * attempt)
      }
    }
  }

  return {
    troubles,
    write<T>(work: (tx: Writes) => Promise<T>, how?: { alongside: true }): Promise<T> {
      const done = queued(waiting, work, how)
      if (!isRunning) void run()
      return done
    },
  }
}

async function resultsOf(turns: Turn[], tx: Writes): Promise<Map<Turn, unknown>> {
  const alongside = turns.filter((turn) => turn.alongside)
  const results = new Map(await sideBySide(alongside, tx))
  for (const turn of turns) if (!turn.alongside) results.set(turn, await turn.work(tx))
  return results
}

/** Waits for every one of them, since what went on after a rollback would stand in no transaction. */
async function sideBySide(turns: Turn[], tx: Writes): Promise<[Turn, unknown][]> {
  const ended = await Promise.allSettled(
    turns.map(async (turn): Promise<[Turn, unknown]> => [turn, await turn.work(tx)]),
  )
  return ended.map((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
}

/** The connection was lost while it committed: what was done may be there, and is not done again. */
class OutcomeUnknown extends Error {}

/** What comes next is sent behind the commit, over the same connection, while the commit is on its way to the disk. */
async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: Writes) => Promise<T>,
  committing = () => {},
): Promise<T> {
  const client = await pool.connect()
  const result = await begun(client, work)
  const committed = client.query('commit')
  client.release()
  committing()
  await committed.catch((error: unknown) => {
    throw lostRace(error) ? error : new OutcomeUnknown('commit', { cause: error })
  })
  return result
}

async function begun<T>(client: pg.PoolClient, work: (tx: Writes) => Promise<T>): Promise<T> {
  try {
    // What comes first is sent behind the beginning, as what follows is behind the commit.
    const [begin, worked] = await Promise.allSettled([
      client.query('begin isolation level serializable'),
      work(handleOf(client)),
    ])
    if (begin.status === 'rejected') throw begin.reason
    if (worked.status === 'rejected') throw worked.reason
    return worked.value
  } catch (error) {
    const isLost = await client.query('rollback').then(
      () => false,
      () => true,
    )
    client.release(isLost)
    throw error
  }
}

/** A connection keeps its handle, and with it the queries that were prepared on it. */
const handles = new WeakMap<pg.PoolClient, Writes>()

function handleOf(client: pg.PoolClient): Writes {
  const handle = handles.get(client) ?? (drizzle(client) as unknown as Writes)
  handles.set(client, handle)
  return handle
}

function lostRace(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown }
  return code === '40001' || code === '40P01' || (cause !== undefined && lostRace(cause))
}
