import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle as overSqlite } from 'drizzle-orm/better-sqlite3'
import { drizzle as overPostgres } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { schemaOf } from './migrations.ts'
import { newestOnPostgres } from './postgres.ts'
import { copyDatabase, newestMigration } from './sqlite-file.ts'
import { StoreUnusable, type Reads } from './store.ts'

/** A look at a database as it is, whoever else is using it: it is neither made, migrated nor written to. */
export interface Glance {
  read: Reads
  version: string
  schema: ReturnType<typeof schemaOf>
  isReadOnly: boolean
  /** Settings with which what was acknowledged might be lost. */
  unsafe: { setting: string; value: string; wanted: string }[]
  /** The database's own clock, where it has one. */
  now: Date | null
  /** As the store's, of whichever version it is. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

/** Throws StoreUnusable where there is no database, or none that answers. */
export const glanceAt = (where: { DATABASE_URL?: string | undefined; DATA_DIR: string }): Promise<Glance> =>
  where.DATABASE_URL
    ? glanceAtPostgres(where.DATABASE_URL)
    : glanceAtSqlite(join(where.DATA_DIR, 'safe-to-say.db'))

async function glanceAtSqlite(file: string): Promise<Glance> {
  if (!existsSync(file)) throw new StoreUnusable(`There is no database ${file}.`)
  try {
    const reader = new Database(file, { readonly: true })
    const mode = String(reader.pragma('journal_mode', { simple: true }))
    return {
      read: overSqlite(reader) as unknown as Reads,
      version: `SQLite ${String(reader.prepare('select sqlite_version()').pluck().get())}`,
      schema: schemaOf('sqlite', newestMigration(reader)),
      isReadOnly: !isWritable(file),
      unsafe: mode === 'wal' ? [] : [{ setting: 'journal_mode', value: mode, wanted: 'wal' }],
      now: null,
      backup: (copy) => copyDatabase(reader, copy),
      close: async () => void reader.close(),
    }
  } catch (error) {
    throw new StoreUnusable(`The database ${file} cannot be read: ${(error as Error).message}.`)
  }
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    return true
  } catch {
    return false
  }
}

const durable = ['fsync', 'full_page_writes']

async function glanceAtPostgres(connectionString: string): Promise<Glance> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 })
  // Lost later, it is missed by the next query.
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      `select name, setting from pg_settings where name = any($1)
      union all select 'recovery', pg_is_in_recovery()::text union all select 'now', floor(extract(epoch from now()) * 1000)::text`,
      [[...durable, 'server_version', 'default_transaction_read_only']],
    )
    const settings = new Map(rows.map((row) => [String(row.name), String(row.setting)]))
    const db = overPostgres(client)
    return {
      read: db as unknown as Reads,
      version: `PostgreSQL ${settings.get('server_version') ?? ''}`,
      schema: schemaOf('postgres', await newestOnPostgres(db)),
      isReadOnly:
        settings.get('recovery') === 'true' || settings.get('default_transaction_read_only') === 'on',
      unsafe: durable
        .filter((setting) => settings.get(setting) !== 'on')
        .map((setting) => ({ setting, value: settings.get(setting) ?? '', wanted: 'on' })),
      now: new Date(Number(settings.get('now'))),
      async backup() {
        throw new StoreUnusable('On PostgreSQL, back up with pg_dump.')
      },
      close: () => client.end(),
    }
  } catch (error) {
    await client.end().catch(() => {})
    throw new StoreUnusable((error as { code?: string }).code ?? (error as Error).message)
  }
}
