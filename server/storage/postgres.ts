import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { migrationsFor } from './migrations.ts'
import { sharedReads } from './postgres-reads.ts'
import { commitQueue } from './postgres-writes.ts'
import { StoreUnusable, type Reads, type Store } from './store.ts'

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

function reason(error: unknown): string {
  const { cause, message } = error as Error
  return cause instanceof AggregateError
    ? (cause.errors[0] as Error).message
    : ((cause as Error)?.message ?? message)
}
