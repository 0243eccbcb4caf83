import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { migrationsFor } from './migrations.ts'
import { insideOneWrite, StoreUnusable, type Reads, type Store, type Writes } from './store.ts'

const attempts = 20
/** So many transactions share a trip to the disk. */
const connections = 24

/** Serializable with retries, so that "check, then write" is as safe here as behind SQLite's one writer. */
export async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: connections, options: '-c synchronous_commit=on' })
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const db = drizzle(pool)
  await migrate(db, migrationsFor('postgres', await newestMigration(db)))

  return {
    read: db as unknown as Reads,
    async write(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await db.transaction((tx) => insideOneWrite(() => work(tx as unknown as Writes))(), {
            isolationLevel: 'serializable',
          })
        } catch (error) {
          if (!lostRace(error) || attempt === attempts) throw error
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * attempt))
        }
      }
    },
    async tidy() {},
    async backup() {
      throw new StoreUnusable('On PostgreSQL, back up with pg_dump.')
    },
    close: () => pool.end(),
  }
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
