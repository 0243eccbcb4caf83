import { setImmediate, setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { migrationsFor } from './migrations.ts'
import { insideOneWrite, StoreUnusable, type Reads, type Store, type Turn, type Writes } from './store.ts'

const attempts = 20
/** How long, in milliseconds, one transaction keeps the next waiting. */
const patience = 50

/** Serializable with retries, so that "check, then write" is as safe here as behind SQLite's one writer. */
export async function openPostgres(url: string): Promise<Store> {
  const readers = openPool(url, 6)
  const writers = openPool(url, 4)
  const db = drizzle(readers)
  await migrate(db, migrationsFor('postgres', await newestMigration(db)))

  const queue = commitQueue(writers)
  return {
    read: drizzle(sharedReads(readers)) as unknown as Reads,
    write: (work, how) => queue.write(work, how),
    async tidy() {},
    async backup() {
      throw new StoreUnusable('On PostgreSQL, back up with pg_dump.')
    },
    async close() {
      await Promise.all([readers.end(), writers.end()])
    },
  }
}

function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, options: '-c synchronous_commit=on', pipeline: true })
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}

interface SharedTurn {
  client: Promise<pg.PoolClient>
  /** Queries under way. */
  reading: number
}

/** What is read in one turn of the event loop goes over one connection, each query sent without waiting for the last. */
function sharedReads(pool: pg.Pool): pg.Pool {
  let turn: SharedTurn | null = null

  function begin(): SharedTurn {
    const begun = { client: pool.connect(), reading: 0 }
    turn = begun
    void setImmediate().then(() => (turn = null))
    return begun
  }

  function end(ended: SharedTurn) {
    if (turn === ended) turn = null
    ended.client.then((client) => client.release()).catch(() => {})
  }

  const query = async (asked: pg.QueryConfig, values?: unknown[]) => {
    const mine = turn ?? begin()
    mine.reading++
    try {
      return await (await mine.client).query(asked, values)
    } finally {
      if (--mine.reading === 0) end(mine)
    }
  }
  return { query } as unknown as pg.Pool
}

/**
 * Writes that wait together share a transaction, and so one trip to the disk; side by side they would lose races against
 * each other. If anything in it fails, each is run by itself. A transaction that takes long is not waited for.
 */
function commitQueue(pool: pg.Pool) {
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
      const results = await inTransaction(
        pool,
        async (tx) => {
          const results = new Map(
            await sideBySide(
              turns.filter(({ alongside }) => alongside),
              tx,
            ),
          )
          for (const turn of turns) if (!turn.alongside) results.set(turn, await turn.work(tx))
          return results
        },
        committing,
      )
      turns.forEach((turn) => turn.resolve(results.get(turn)))
    } catch (error) {
      if (error instanceof OutcomeUnknown) turns.forEach((turn) => turn.reject(error.cause))
      else await Promise.all(turns.map((turn) => alone(turn)))
    }
  }

  async function alone(turn: Turn, committing = () => {}) {
    for (let attempt = 1; ; attempt++) {
      try {
        return turn.resolve(await inTransaction(pool, turn.work, committing))
      } catch (error) {
        if (!lostRace(error) || attempt === attempts)
          return turn.reject(error instanceof OutcomeUnknown ? error.cause : error)
        await setTimeout(Math.random() * 10 * attempt)
      }
    }
  }

  return {
    write<T>(work: (tx: Writes) => Promise<T>, how?: { alongside: true }): Promise<T> {
      const guarded = insideOneWrite(work)
      return new Promise<T>((resolve, reject) => {
        waiting.push({
          work: guarded,
          alongside: how !== undefined,
          resolve: resolve as (value: unknown) => void,
          reject,
        })
        if (!isRunning) void run()
      })
    },
  }
}

/** Waits for every one of them, since what went on after a rollback would stand in no transaction. */
async function sideBySide(turns: Turn[], tx: Writes): Promise<[Turn, unknown][]> {
  const ended = await Promise.allSettled(turns.map(({ work }) => work(tx)))
  return ended.map((end, n) => {
    if (end.status === 'rejected') throw end.reason
    return [turns[n]!, end.value]
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
    await client.query('begin isolation level serializable')
    return await work(handleOf(client))
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

async function newestMigration(db: NodePgDatabase): Promise<number | null> {
  try {
    const known = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') as found`)
    if (!known.rows[0]!['found']) return null
    const { rows } = await db.execute(sql`select max(created_at) as newest from drizzle.__drizzle_migrations`)
    return rows[0]!['newest'] === null ? null : Number(rows[0]!['newest'])
  } catch (error) {
    throw new StoreUnusable(`The database in DATABASE_URL does not answer: ${reason(error)}.`)
  }
}

function lostRace(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown }
  return code === '40001' || code === '40P01' || (cause !== undefined && lostRace(cause))
}

function reason(error: unknown): string {
  const { cause, message } = error as Error
  return cause instanceof AggregateError
    ? (cause.errors[0] as Error).message
    : ((cause as Error)?.message ?? message)
}
