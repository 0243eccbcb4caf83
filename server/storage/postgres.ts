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
  const pool = new pg.Pool({ connectionString: url, options: '-c synchronous_commit=on' })
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const db = drizzle(pool)
  await migrate(db, migrationsFor('postgres', await newestMigration(db)))

  const queue = commitQueue(pool)
  return {
    read: db as unknown as Reads,
    write: (work) => queue.write(work),
    async tidy() {},
    async backup() {
      throw new StoreUnusable('On PostgreSQL, back up with pg_dump.')
    },
    close: () => pool.end(),
  }
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
      await Promise.race([turns.length > 1 ? together(turns) : alone(turns[0]!), setTimeout(patience)])
    }
    isRunning = false
  }

  async function together(turns: Turn[]) {
    try {
      const results = await inTransaction(pool, async (tx) => {
        const all: unknown[] = []
        for (const turn of turns) all.push(await turn.work(tx))
        return all
      })
      turns.forEach((turn, n) => turn.resolve(results[n]))
    } catch (error) {
      if (error instanceof OutcomeUnknown) turns.forEach((turn) => turn.reject(error.cause))
      else await Promise.all(turns.map(alone))
    }
  }

  async function alone(turn: Turn) {
    for (let attempt = 1; ; attempt++) {
      try {
        return turn.resolve(await inTransaction(pool, turn.work))
      } catch (error) {
        if (!lostRace(error) || attempt === attempts)
          return turn.reject(error instanceof OutcomeUnknown ? error.cause : error)
        await setTimeout(Math.random() * 10 * attempt)
      }
    }
  }

  return {
    write<T>(work: (tx: Writes) => Promise<T>): Promise<T> {
      const guarded = insideOneWrite(work)
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work: guarded, resolve: resolve as (value: unknown) => void, reject })
        if (!isRunning) void run()
      })
    },
  }
}

/** The connection was lost while it committed: what was done may be there, and is not done again. */
class OutcomeUnknown extends Error {}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Writes) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let isLost = false
  try {
    await client.query('begin isolation level serializable')
    const result = await work(handleOf(client))
    await client.query('commit').catch((error: unknown) => {
      throw lostRace(error) ? error : new OutcomeUnknown('commit', { cause: error })
    })
    return result
  } catch (error) {
    await client.query('rollback').catch(() => (isLost = true))
    throw error
  } finally {
    client.release(isLost)
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
