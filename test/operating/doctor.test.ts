import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Config } from '#server/config.ts'
import { openKeys } from '#server/keys.ts'
import type { Connection } from '#server/operating/connection.ts'
import { judged } from '#server/operating/doctor/proxy.ts'
import { examine, type Said, type Subject } from '#server/operating/operating.ts'
import { seal } from '#server/secrets.ts'
import { connectors } from '#server/storage/schema/connectors.ts'
import { databaseFile } from '../helpers/attacks.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'
import { freePort } from '../helpers/postgres.ts'
import { emptyDatabase, giveBack, temporaryDirectory } from '../helpers/store.ts'
import { everythingStored } from '../helpers/stored.ts'

let where: Awaited<ReturnType<typeof emptyDatabase>>
let safe: TestApp
let dana: Visitor
let config: Config
beforeEach(async () => {
  where = await emptyDatabase()
  safe = await TestApp.start({ ...where })
  dana = await safe.setUp()
  const PUBLIC_URL = (await safe.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  config = { ...safe.context.config, PUBLIC_URL }
})
afterEach(async () => {
  await safe.stop()
  giveBack(where)
})

/** A cluster of tests keeps nothing over a power cut, and is told so. */
const ofTests = (says: string) => says === 'settingUnsafe'

async function found(about: Subject, more: Partial<Config> = {}, now = new Date()): Promise<(keyof Said)[]> {
  const all = new Map(await examine({ ...config, ...more }, now))
  return (all.get(about) ?? []).map(({ says }) => says).filter((says) => !ofTests(says))
}

async function openRound(): Promise<string> {
  await safe.importRoster(dana, roster({ Payments: 8 }))
  const { id } = (await dana.postJson('/rounds', {})).json()
  await dana.postJson(`/rounds/${id}/opening`, {})
  return id
}

const filesIn = (directory: string) =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/-(wal|shm)$/.test(entry.name))
    .map(({ parentPath, name }) => [join(parentPath, name), statSync(join(parentPath, name)).mtimeMs])

test('of an installation in which nothing is wrong each thing is said to be well, and nothing is touched', async () => {
  await openRound()
  const state = async () =>
    JSON.stringify([
      filesIn(config.DATA_DIR),
      filesIn(config.KEY_DIR),
      await everythingStored(safe.context.store),
      safe.letters.length,
    ])
  const before = await state()
  const all = await examine(config, new Date())
  const findings = all.flatMap(([about, list]) => list.map((one) => ({ about, ...one })))
  expect(findings.filter(({ isWrong, says }) => isWrong && !ofTests(says))).toEqual([])
  expect(findings.map(({ says }) => says)).toEqual(
    expect.arrayContaining(['configured', 'diskRoom', 'keysWell', 'clockWell', 'mailFiles', 'proxyNone']),
  )
  expect(await state()).toBe(before)
})

test('keys that others can read, that are missing, or that should be gone are found', async () => {
  const id = await openRound()
  expect(await found('keys')).toEqual(['keysWell'])
  chmodSync(config.KEY_DIR, 0o755)
  expect(await found('keys')).toEqual(['directoryOpen'])
  chmodSync(config.KEY_DIR, 0o700)
  chmodSync(join(config.KEY_DIR, 'rounds', id, 'seal.pem'), 0o644)
  expect(await found('keys')).toEqual(['keyFilesOpen'])
  chmodSync(join(config.KEY_DIR, 'rounds', id, 'seal.pem'), 0o600)
  mkdirSync(join(config.KEY_DIR, 'rounds', 'a-round-that-is-over'))
  expect(await found('keys')).toEqual(['keysLeftOver'])
  rmSync(join(config.KEY_DIR, 'rounds', 'a-round-that-is-over'), { recursive: true })
  rmSync(join(config.KEY_DIR, 'rounds', id, 'seal.pem'))
  expect(await found('keys')).toEqual(['roundKeysMissing'])
  const elsewhere = { KEY_DIR: temporaryDirectory() }
  expect(await found('keys', elsewhere)).toEqual(['secretsMissing', 'roundKeysMissing'])
  expect(readdirSync(elsewhere.KEY_DIR)).toEqual([])
  expect(await found('keys', { KEY_DIR: '/nowhere/keys' })).toEqual(['directoryMissing'])
})

test('a public address that nobody could answer at, or that is served as for development, is found', async () => {
  expect(await found('configuration', { PUBLIC_URL: 'http://pulse.example.com' })).toEqual(['urlInsecure'])
  const developed = { PUBLIC_URL: 'https://pulse.example.com', NODE_ENV: 'development' as const }
  expect(await found('configuration', developed)).toEqual(['development'])
})

test('a clock before what was written down here is found', async () => {
  expect(await found('clock')).toEqual(['clockWell'])
  expect(await found('clock', {}, new Date('2020-01-01T00:00:00Z'))).toContain('clockBehind')
})

test('a database of another version is told apart, and left as it is', async () => {
  await changeMigrations('created_at + 1000000000')
  expect(await found('database')).toEqual(['schemaNewer'])
  expect(await found('keys')).not.toContain('keysWell')
  await changeMigrations('created_at - 2000000000')
  expect(await found('database')).toEqual(['schemaOlder'])
  await changeMigrations('created_at + 1000000000')
  expect((await found('database')).filter((says) => says !== 'databaseWell')).toEqual([])
})

async function changeMigrations(createdAt: string) {
  if (!where.DATABASE_URL) {
    const database = new Database(databaseFile(safe.context.config))
    database.exec(`update __drizzle_migrations set created_at = ${createdAt}`)
    return database.close()
  }
  const client = new pg.Client({ connectionString: where.DATABASE_URL })
  await client.connect()
  await client.query(`update drizzle.__drizzle_migrations set created_at = ${createdAt}`)
  await client.end()
}

test('no database where one should be is found, and none is made', async () => {
  const DATA_DIR = temporaryDirectory()
  const nowhere = { ...config, DATA_DIR, DATABASE_URL: where.DATABASE_URL && 'postgres://127.0.0.1:1/pulse' }
  const all = new Map(await examine(nowhere, new Date()))
  const says = where.DATABASE_URL ? 'databaseAway' : 'databaseMissing'
  expect(all.get('database')).toMatchObject([{ says, isWrong: true }])
  expect(readdirSync(DATA_DIR)).toEqual([])
})

test('a mail server is greeted and signed in to, and is sent nothing', async () => {
  const heard: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ password }, _session, done) =>
      done(password === 'right' ? null : new Error('no'), { user: 'us' }),
    onMailFrom: ({ address }, _session, done) => (heard.push(address), done()),
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const at = (login: string) => ({
    SMTP_URL: `smtp://${login}127.0.0.1:${port}`,
    MAIL_FROM: 'pulse@acme.example',
  })
  expect(await found('mail', at('us:right@'))).toEqual(['mailWell'])
  expect(await found('mail', at('us:wrong@'))).toEqual(['mailRefused'])
  expect(await found('mail', { ...at(''), MAIL_FROM: 'safe-to-say@localhost' })).toEqual([
    'mailWell',
    'mailFromHere',
  ])
  await new Promise<void>((resolve) => server.close(resolve))
  expect(await found('mail', at(''))).toEqual(['mailRefused'])
  expect(heard).toEqual([])
  expect(await found('mail', { PUBLIC_URL: 'https://pulse.example.com' })).toEqual(['mailFiles'])
})

test('connected sources that bring nothing, cannot be opened, or were not asked are found', async () => {
  expect(await found('connectors')).toEqual(['connectorsNone'])
  const now = Date.now()
  const settings = { address: 'https://example.com', organisation: '', teams: [] }
  const add = async (
    vendor: 'copilot' | 'cursor' | 'github' | 'devlake',
    hours: number,
    { keys = safe.context.keys, failing = false } = {},
  ) => {
    const sealed = await seal(keys, `connector ${vendor}`, 'token')
    const triedAt = new Date(now - hours * 60 * 60_000)
    const failure = failing ? { failingSince: triedAt, fault: '401' } : {}
    await safe.context.store.write((tx) =>
      tx.insert(connectors).values({ vendor, settings, sealed, triedAt, ...failure }),
    )
  }
  await add('copilot', 5)
  await add('cursor', 5, { failing: true })
  await add('devlake', 5, { keys: openKeys(temporaryDirectory()) })
  await add('github', 60)
  expect(await found('connectors')).toEqual([
    'connectorWell',
    'connectorFailing',
    'connectorSealed',
    'connectorSilent',
  ])
})

test('what a server saw of a request tells what its proxy does, and whether the right one is believed', () => {
  const url = 'https://pulse.example.com'
  const lie = '203.0.113.77'
  const [proxy, client] = ['10.0.0.2', '198.51.100.7']
  const right: Connection = {
    nearest: proxy,
    address: client,
    forwarded: `${lie}, ${client}`,
    scheme: 'https',
  }
  const says = (seen: Partial<Connection>, isTrusting = true, at = url) =>
    judged({ ...right, ...seen }, at, isTrusting).map((one) => one.says)
  expect(says({})).toEqual(['proxyWell'])
  expect(says({ forwarded: client })).toEqual(['proxyWell'])
  expect(says({ address: proxy }, false)).toEqual(['proxyUntrusted'])
  expect(says({ address: lie })).toEqual(['proxyForged'])
  expect(says({ address: lie, forwarded: lie })).toEqual(['proxyForged'])
  expect(says({ address: proxy, forwarded: null })).toEqual(['proxySilent'])
  expect(says({ address: proxy, forwarded: lie }, false)).toEqual(['proxySilent'])
  // The doctor often asks from the proxy's own machine, or from a range that is believed.
  const within = { nearest: proxy, forwarded: `${lie}, ${proxy}` }
  expect(says({ ...within, address: lie })).toEqual(['proxyWell'])
  expect(says({ forwarded: `${lie}, 10.0.0.9`, address: lie })).toEqual(['proxyWithin'])
  expect(says({ ...within, address: proxy })).toEqual(['proxyWell'])
  expect(says({ ...within, address: proxy }, false)).toEqual(['proxyUntrusted'])
  expect(says({ scheme: 'http' })).toEqual(['schemeLost'])
  const direct = { nearest: '127.0.0.1', address: '127.0.0.1', forwarded: lie, scheme: 'http' }
  expect(says(direct, false, 'http://localhost:3000')).toEqual(['proxyNone'])
})
