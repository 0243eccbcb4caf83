import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { migrationsFor } from './migrations.ts'
import { openPostgresBulletin } from './postgres-bulletin.ts'
import { sharedReads } from './postgres-reads.ts'
import { commitQueue } from './postgres-writes.ts'
import { StoreUnusable, type Reads, type Store } from './store.ts'

/** Serializable with retries, so that "check, then write" is as safe here as behind SQLite's one writer. */
export async function openPostgres(url: string): Promise<Store> {
  const readers = openPool(url, 6)
  const writers = openPool(url, 4, 'default_transaction_isolation=serializable')
  try {
    await migrateAlone(readers)
    await refuseWithoutSettings(writers)
  } catch (error) {
    await Promise.all([readers.end(), writers.end()])
    throw error
  }

  const queue = commitQueue(writers)
  const bulletin = openPostgresBulletin(url)
  return {
    read: drizzle(sharedReads(readers)) as unknown as Reads,
    write: queue.write,
    execute: queue.execute,
    bulletin,
    trouble: () => queue.troubles.now,
    async tidy() {},
    async rewrite() {},
    async backup() {
      throw new StoreUnusable('On PostgreSQL, back up with pg_dump.')
    },
    async close() {
      await Promise.all([readers.end(), writers.end(), bulletin.close()])
    },
  }
}

/** A host that is gone says nothing: whoever waits for it is told so after that. */
const connectionTimeoutMillis = 10_000

function openPool(connectionString: string, max: number, ...settings: string[]): pg.Pool {
  const options = ['synchronous_commit=on', ...settings].map((setting) => `-c ${setting}`).join(' ')
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis, max, options, pipeline: true })
  // A connection that is lost, idle or in use, is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/**
 * Options in DATABASE_URL take the place of these, and a pooler on the way may drop them: a ballot could then be
 * acknowledged and miss its close, or be lost with the machine.
 */
async function refuseWithoutSettings(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(
    `select current_setting('default_transaction_isolation') as isolation, current_setting('synchronous_commit') as commits`,
  )
  const [{ isolation, commits }] = rows as [{ isolation: string; commits: string }]
  if (isolation !== 'serializable' || commits !== 'on')
    throw new StoreUnusable(
      'The connection in DATABASE_URL does not keep its settings: leave out its options, and any pooler that drops them.',
    )
}

/** Any number, as long as it stays the same. */
const migrationLock = 7_233_001

/** Servers that start together wait for each other: two would make the same tables. */
async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new StoreUnusable(`The database in DATABASE_URL does not answer: ${reason(error)}.`)
  })
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const db = drizzle(client)
    await migrate(db, migrationsFor('postgres', await newestOnPostgres(db)))
    await client.query('select pg_advisory_unlock($1)', [migrationLock])
    client.release()
  } catch (error) {
    // The lock goes with its connection.
    client.release(true)
    throw error
  }
}

export async function newestOnPostgres(db: NodePgDatabase): Promise<number | null> {
  const known = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') as found`)
  if (!known.rows[0]?.['found']) return null
  const { rows } = await db.execute(sql`select max(created_at) as newest from drizzle.__drizzle_migrations`)
  const newest = rows[0]?.['newest'] ?? null
  return newest === null ? null : Number(newest)
}

/** A name that stands for several addresses fails for each of them. */
const reason = (error: unknown): string =>
  error instanceof AggregateError ? reason(error.errors[0]) : (error as Error).message
