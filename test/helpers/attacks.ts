import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes, randomInt } from 'node:crypto'
import Database from 'better-sqlite3'
import pg from 'pg'
import { expect } from 'vitest'
import type { Catalogues } from '#views/messages/catalogues.ts'
import type { Config } from '#server/config.ts'
import { openPost } from '#server/post/post.ts'
import { readManifest, Respondent, type Plaintext } from '#server/sample/respondent.ts'
import { inProcess, tokensByAddress } from './answering.ts'
import { roster, TestApp, type Visitor } from './app.ts'
import { temporaryDirectory } from './store.ts'

export interface Opened {
  safe: TestApp
  dana: Visitor
  /** The open round. */
  id: string
}

/** A company with a round open in it, and everybody invited. Its letters lie in DATA_DIR/outbox as well. */
export async function openCompany(
  teams: Record<string, number>,
  extra: string[] = [],
  plan = {},
  catalogues?: Catalogues,
): Promise<Opened> {
  const safe = await TestApp.start({}, catalogues && { catalogues })
  const files = openPost(safe.context.config)
  const { send } = safe.context.post
  safe.context.post = {
    ...files,
    send: (letter, row) => Promise.all([send(letter, row), files.send(letter, row)]).then(() => {}),
  }
  const dana = await safe.setUp()
  await safe.importRoster(dana, withRoles(roster(teams, extra)))
  return { safe, dana, id: await openRound(safe, dana, plan) }
}

/** Lines that go on after the name give roles, and what is managed and facilitated; the others get none. */
function withRoles(csv: string): string {
  const header = 'email,team,name,role,manages,facilitates'
  const [, ...people] = csv.split('\n')
  return [header, ...people.map((line) => line + ','.repeat(6 - line.split(',').length))].join('\n')
}

export async function openRound(safe: TestApp, dana: Visitor, plan = {}): Promise<string> {
  const { id } = (await dana.postJson('/rounds', plan)).json()
  const { state } = (await dana.postJson(`/rounds/${id}/opening`, {})).json()
  if (state !== 'open') throw new Error(`The round is ${state}`)
  await safe.minute()
  return id
}

export const closeRound = async (dana: Visitor, id: string) =>
  (await dana.postJson(`/rounds/${id}/closure`, {})).json()

/** Respondents for the newest round, in the order of the addresses; each has opened the page and nothing more. */
export async function respondents(safe: TestApp, addresses = [...tokensByAddress(safe).keys()]) {
  const tokens = tokensByAddress(safe)
  const opened = new Map<string, Respondent>()
  let manifest: Awaited<ReturnType<typeof readManifest>> | undefined
  for (const address of addresses) {
    const respondent = await Respondent.open(inProcess(safe), tokens.get(address)!, manifest)
    manifest ??= await readManifest(inProcess(safe), respondent.invitation.round)
    opened.set(address, respondent)
  }
  return opened
}

/** Has a ticket and sealed answers: only the ballot itself is left to send. */
export async function readyToCast(safe: TestApp, address: string, plaintext: Plaintext): Promise<Respondent> {
  const respondent = (await respondents(safe, [address])).get(address)!
  respondent.prepare()
  await respondent.seal(plaintext)
  await respondent.takeTicket()
  return respondent
}

export const rated = (rating: number | null, remarks: Plaintext['remarks'] = []): Plaintext => ({
  answers: {
    'ai-helped': rating,
    'ai-trust': rating,
    work: rating === null ? {} : { tests: rating > 3 ? 'helped' : 'hurt' },
  },
  attributes: {},
  remarks,
})

/** The seed is printed, and ATTACK_SEED sets it. */
export function attackSeed(what: string): number {
  const seed = Number(process.env['ATTACK_SEED'] ?? randomInt(2 ** 31))
  console.info(`${what}: ATTACK_SEED=${seed}`)
  return seed
}

/** Random numbers that can be had again. */
export function seeded(what: string): () => number {
  let state = attackSeed(what)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function shuffled<T>(all: Iterable<T>, random: () => number): T[] {
  return Array.from(all, (one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

export type Where = Pick<Config, 'DATA_DIR' | 'KEY_DIR'> & { DATABASE_URL?: string | undefined }

export const databaseFile = ({ DATA_DIR }: Where) => join(DATA_DIR, 'safe-to-say.db')

/** A connection of one's own, past everything the application does; it sees what is committed. */
export async function raw(where: Where) {
  const client = where.DATABASE_URL ? new pg.Client({ connectionString: where.DATABASE_URL }) : null
  await client?.connect()
  const file = client ? null : new Database(databaseFile(where), { readonly: true })
  return {
    rows: async (query: string): Promise<Record<string, unknown>[]> =>
      client ? (await client.query(query)).rows : (file!.prepare(query).all() as Record<string, unknown>[]),
    close: async () => (client ? client.end() : void file!.close()),
  }
}

/** A copy of everything, keys included, of an application that has stopped: what a second organisation starts from. */
export async function copyOf(where: Where): Promise<Where> {
  const copy: Where = { DATA_DIR: temporaryDirectory(), KEY_DIR: temporaryDirectory() }
  cpSync(where.DATA_DIR, copy.DATA_DIR, { recursive: true })
  cpSync(where.KEY_DIR, copy.KEY_DIR, { recursive: true })
  if (!where.DATABASE_URL) return copy
  const url = new URL(where.DATABASE_URL)
  const name = `test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
  await client.connect()
  await client.query(`create database ${name} template ${url.pathname.slice(1)}`)
  await client.end()
  url.pathname = `/${name}`
  return { ...copy, DATABASE_URL: url.href }
}

/** Starts the application on a copy; what was mailed before and the hour of the original go along. */
export async function startOn(
  where: Where & { METRICS_TOKEN?: string },
  original: TestApp,
): Promise<TestApp> {
  const safe = await TestApp.start({ ...where })
  safe.letters.push(...original.letters)
  safe.clock.advance(original.clock.now().getTime() - safe.clock.now().getTime())
  const { forget } = openPost(safe.context.config)
  safe.context.post = { ...safe.context.post, forget }
  return safe
}

/** Every file below a directory. */
export function filesUnder(directory: string): { name: string; bytes: Buffer }[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((name) => ({ name, bytes: readFileSync(name) }))
}

/** All that was published of a round, in an order of its own; remarks without their random identifiers. */
export async function publishedOf(where: Where, id: string) {
  const { rows, close } = await raw(where)
  const all = async (table: string) =>
    (await rows(`select * from ${table} where round_id = '${id}'`))
      .map(({ id: _random, ...row }) => JSON.stringify(table === 'classes' ? { _random, ...row } : row))
      .sort()
  const published = {
    classes: await all('classes'),
    codes: await all('codes'),
    sums: await all('sums'),
    receipts: await all('receipts'),
    remarks: await all('remarks'),
  }
  await close()
  return published
}

/** A secret as it might be written down: as it is, in hexadecimal, in base64 at each of three offsets. */
function written(secret: string | Buffer): Buffer[] {
  const bytes = Buffer.from(secret)
  const base64 = [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .slice(offset ? 4 : 0, -4)
    return [text, text.replaceAll('+', '-').replaceAll('/', '_')]
  })
  return [bytes, ...[bytes.toString('hex'), ...base64].map((text) => Buffer.from(text))].filter(
    ({ length }) => length > 11,
  )
}

/** Everything that is kept anywhere but in the key directory: files, tables, and PostgreSQL's own files. */
export async function everythingKept(
  safe: TestApp,
  more: string[] = [],
): Promise<{ name: string; bytes: Buffer }[]> {
  const { config } = safe.context
  const files = [config.DATA_DIR, ...more].flatMap(filesUnder)
  if (!config.DATABASE_URL) return files
  const client = new pg.Client({ connectionString: config.DATABASE_URL })
  await client.connect()
  const names = await client.query(
    "select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  )
  const tables = []
  for (const { name } of names.rows)
    tables.push({
      name: String(name),
      bytes: Buffer.from(JSON.stringify((await client.query(`select * from ${name}`)).rows)),
    })
  await client.end()
  expect(tables.length).toBeGreaterThan(15)
  return [...files, ...tables]
}

/** Where PostgreSQL keeps this database, and the newest of its log, if that is on this machine. */
export async function filesOfPostgres(safe: TestApp): Promise<{ name: string; bytes: Buffer }[]> {
  const { rows, close } = await raw(safe.context.config)
  await rows('checkpoint')
  const [where] = await rows(
    `select current_setting('data_directory') as data, oid, pg_walfile_name(pg_current_wal_lsn()) as newest
    from pg_database where datname = current_database()`,
  )
  await close()
  const data = String(where!['data'])
  if (!existsSync(data)) return []
  const log = readdirSync(join(data, 'pg_wal'))
    .filter((name) => /^[0-9A-F]{24}$/.test(name) && name <= String(where!['newest']))
    .sort()
    .slice(-2)
    .map((name) => join(data, 'pg_wal', name))
  return [
    ...filesUnder(join(data, 'base', String(where!['oid']))),
    ...log.map((name) => ({ name, bytes: readFileSync(name) })),
  ]
}

export function nothingOf(secrets: (string | Buffer)[], files: { name: string; bytes: Buffer }[]) {
  expect(files.length).toBeGreaterThan(0)
  const forms = secrets.flatMap(written)
  for (const { name, bytes } of files) {
    const found = forms.filter((form) => bytes.includes(form)).map(String)
    expect([name, found]).toEqual([name, []])
  }
}
