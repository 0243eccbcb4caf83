import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'

const sqlite = {
  table: lite.sqliteTable,
  text: lite.text,
  count: (name: string) => lite.integer(name),
  real: lite.real,
  flag: (name: string) => lite.integer(name, { mode: 'boolean' }),
  instant: (name: string) => lite.integer(name, { mode: 'timestamp_ms' }),
  json: (name: string) => lite.text(name, { mode: 'json' }),
  primaryKey: lite.primaryKey,
  uniqueIndex: lite.uniqueIndex,
  index: lite.index,
}

const postgres = {
  table: pg.pgTable,
  text: pg.text,
  count: pg.integer,
  real: pg.doublePrecision,
  flag: pg.boolean,
  instant: (name: string) => pg.timestamp(name, { withTimezone: true, precision: 3 }),
  json: pg.jsonb,
  primaryKey: pg.primaryKey,
  uniqueIndex: pg.uniqueIndex,
  index: pg.index,
} as unknown as typeof sqlite // the one cast: queries are typed as SQLite, run on both

/** The dialect is chosen once, when the tables are first imported: a table object belongs to one database. */
export const dialect = process.env['DATABASE_URL']?.startsWith('postgres') ? 'postgres' : 'sqlite'

export const columns = dialect === 'postgres' ? postgres : sqlite
