import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openStore, type Store } from '#server/storage/index.ts'

/** Under the run's own directory, which goes with it. */
export const temporaryDirectory = (): string =>
  mkdtempSync(join(process.env['TEST_DIRECTORY'] ?? tmpdir(), 'safe-to-say-'))

export interface Where {
  DATA_DIR: string
  DATABASE_URL?: string
}

/** A new, empty database of the kind this run is about: a copy of one that was made once, since migrating takes longer. */
export async function emptyDatabase(): Promise<Where> {
  const original = await (template ??= migrated())
  const DATA_DIR = temporaryDirectory()
  if (original.DATABASE_URL)
    return {
      DATA_DIR,
      DATABASE_URL: (await emptied(used.pop())) ?? (await newDatabase(original.DATABASE_URL)),
    }
  copyFileSync(join(original.DATA_DIR, file), join(DATA_DIR, file))
  return { DATA_DIR }
}

const file = 'safe-to-say.db'
let template: Promise<Where> | undefined

/** On PostgreSQL a database takes longer to make than most tests take: those that are closed are used again. */
const used: string[] = []

/** After everything that used it is closed. */
export const giveBack = ({ DATABASE_URL }: Where): void => void (DATABASE_URL && used.push(DATABASE_URL))

/** Without a row. One statement, since keys that point to rows are checked at its end. */
async function emptied(url: string | undefined): Promise<string | undefined> {
  if (url === undefined) return undefined
  await connected(url, async (client) => {
    const tables = await client.query<{ name: string }>(
      "select format('%I', tablename) as name from pg_tables where schemaname = 'public'",
    )
    const deletes = tables.rows.map(({ name }, n) => `deleted${n} as (delete from ${name})`)
    await client.query(`with ${deletes.join(', ')} select`)
  })
  return url
}

async function migrated(): Promise<Where> {
  const server = process.env['DATABASE_URL']
  const where: Where = { DATA_DIR: temporaryDirectory() }
  if (server) where.DATABASE_URL = await newDatabase(null)
  await (await openStore(where)).close()
  return where
}

/** Beside the others of this run, as a copy of one of them, or with no table at all. */
export async function newDatabase(original: string | null): Promise<string> {
  const url = new URL(process.env['DATABASE_URL']!)
  const name = `test_${randomBytes(6).toString('hex')}`
  const copied = original ? ` template ${new URL(original).pathname.slice(1)}` : ''
  await connected(url.href, (client) => client.query(`create database ${name}${copied}`))
  url.pathname = `/${name}`
  return url.href
}

async function connected(connectionString: string, act: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await act(client)
  await client.end()
}

export const emptyStore = async (): Promise<Store> => openStore(await emptyDatabase())
