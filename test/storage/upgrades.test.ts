import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle as overSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as overPostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openStore } from '#server/storage/index.ts'
import { databaseFile, type Where } from '../helpers/attacks.ts'
import { newDatabase, temporaryDirectory } from '../helpers/store.ts'

const dialect = process.env['DATABASE_URL'] ? 'postgres' : 'sqlite'
const folder = dirname(
  dirname(createRequire(import.meta.url).resolve(`#migrations/${dialect}/meta/_journal.json`)),
)
interface Journal {
  entries: { tag: string; when: number }[]
}
const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Journal

/** Migrations up to one of them, as the version had them that was the newest then. */
function migrationsUpTo(count: number): { migrationsFolder: string } {
  const migrationsFolder = temporaryDirectory()
  mkdirSync(join(migrationsFolder, 'meta'))
  const entries = journal.entries.slice(0, count)
  writeFileSync(join(migrationsFolder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }))
  for (const { tag } of entries) cpSync(join(folder, `${tag}.sql`), join(migrationsFolder, `${tag}.sql`))
  return { migrationsFolder }
}

interface Column {
  table: string
  column: string
  type: string
  needed: boolean
}
type Row = Record<string, unknown>

/** A database past everything the application knows of it, on either side. */
interface Raw {
  columns(): Promise<Column[]>
  run(sql: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

async function rawOf(where: Where, upTo?: number): Promise<Raw> {
  return where.DATABASE_URL ? rawPostgres(where.DATABASE_URL, upTo) : rawSqlite(databaseFile(where), upTo)
}

function rawSqlite(file: string, upTo?: number): Raw {
  const database = new Database(file)
  if (upTo) migrateSqlite(overSqlite(database), migrationsUpTo(upTo))
  const columns = `select m.name as "table", c.name as "column", c.type,
    c."notnull" = 1 and c.dflt_value is null as needed from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' and m.name not glob '[_s]*_*migrations' and m.name not glob 'sqlite_*' order by 1, 2`
  return {
    columns: async () =>
      (database.prepare(columns).all() as Column[]).map((one) => ({ ...one, needed: Boolean(one.needed) })),
    async run(sql, values = []) {
      const statement = database.prepare(sql.replaceAll(/\$\d+/g, '?'))
      return statement.reader ? (statement.all(...values) as Row[]) : (statement.run(...values), [])
    },
    close: async () => void database.close(),
  }
}

async function rawPostgres(connectionString: string, upTo?: number): Promise<Raw> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  if (upTo) await migratePostgres(overPostgres(client), migrationsUpTo(upTo))
  const columns = `select table_name as "table", column_name as "column", data_type as type,
    is_nullable = 'NO' and column_default is null as needed from information_schema.columns
    where table_schema = 'public' order by 1, 2`
  return {
    columns: async () => (await client.query<Column>(columns)).rows,
    run: async (sql, values) => (await client.query<Row>(sql, values)).rows,
    close: () => client.end(),
  }
}

/** Every key is the same, so whatever one row refers to is there. */
const value = (type: string): unknown => {
  if (/json/i.test(type)) return '{}'
  if (/bool/i.test(type)) return false
  if (/time/i.test(type)) return new Date(0)
  if (/int|real|double|numeric/i.test(type)) return 1
  return /blob|bytea/i.test(type) ? Buffer.from('x') : 'x'
}

/** One row in every table, those first that others refer to. */
async function fill(raw: Raw): Promise<Map<string, Row>> {
  const columns = await raw.columns()
  const waiting = new Set(columns.map(({ table }) => table))
  for (let left = Infinity; waiting.size > 0 && waiting.size < left;) {
    left = waiting.size
    for (const table of waiting) {
      const needed = columns.filter((one) => one.table === table && one.needed)
      const names = needed.map(({ column }) => `"${column}"`).join(', ')
      const places = needed.map((_, n) => `$${n + 1}`).join(', ')
      const values = needed.map(({ type }) => value(type))
      const filled = await raw.run(`insert into ${table} (${names}) values (${places})`, values).then(
        () => true,
        () => false,
      )
      if (filled) waiting.delete(table)
    }
  }
  expect([...waiting]).toEqual([])
  return rowsOf(raw)
}

/** The one row of every table. */
async function rowsOf(raw: Raw): Promise<Map<string, Row>> {
  const tables = [...new Set((await raw.columns()).map(({ table }) => table))]
  const rows = new Map<string, Row>()
  for (const table of tables) {
    const [row] = await raw.run(`select * from ${table}`)
    if (row) rows.set(table, row)
  }
  return rows
}

async function emptyWhere(): Promise<Where> {
  const where: Where = { DATA_DIR: temporaryDirectory(), KEY_DIR: temporaryDirectory() }
  return dialect === 'sqlite' ? where : { ...where, DATABASE_URL: await newDatabase(null) }
}

async function columnsToday(where: Where): Promise<{ columns: Column[]; rows: Map<string, Row> }> {
  await (await openStore(where)).close()
  const raw = await rawOf(where)
  const today = { columns: await raw.columns(), rows: await rowsOf(raw) }
  await raw.close()
  return today
}

test('each migration was made after the one before it, or a database that has that one would pass it over', () => {
  const made = journal.entries.map(({ when }) => when)
  expect(made).toEqual(made.toSorted((one, other) => one - other))
  expect(new Set(made).size).toBe(made.length)
})

test('a database of every version there has been becomes one of today, with all that was in it', async () => {
  const { columns } = await columnsToday(await emptyWhere())
  expect(columns.length).toBeGreaterThan(200)
  for (let upTo = 1; upTo < journal.entries.length; upTo++) {
    const where = await emptyWhere()
    const old = await rawOf(where, upTo)
    const before = await fill(old)
    await old.close()
    expect(before.size).toBeGreaterThan(20)
    const today = await columnsToday(where)
    const { tag } = journal.entries[upTo - 1]!
    expect([tag, today.columns]).toEqual([tag, columns])
    for (const [table, row] of before) {
      const kept = today.rows.get(table)
      if (!columns.some((one) => one.table === table)) continue
      const still = Object.entries(row).filter(([name]) => kept && name in kept)
      expect([tag, table, kept]).toEqual([tag, table, expect.objectContaining(Object.fromEntries(still))])
    }
  }
})

test('a database of a newer version is refused with a sentence, and left as it is', async () => {
  const where = await emptyWhere()
  await columnsToday(where)
  const table = dialect === 'postgres' ? 'drizzle.__drizzle_migrations' : '__drizzle_migrations'
  const newer = await rawOf(where)
  await newer.run(`update ${table} set created_at = created_at + 1000000000`)
  const state = async () => [await newer.columns(), await newer.run(`select * from ${table} order by id`)]
  const before = await state()
  await expect(openStore(where)).rejects.toThrow(/^The database was made by a newer version.+\.$/)
  expect(await state()).toEqual(before)
  await newer.close()
})
