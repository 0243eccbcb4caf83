import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '#server/storage/index.ts'
import { people } from '#server/storage/schema/people.ts'
import { TestApp } from '../helpers/app.ts'
import { Child, killChildren } from '../helpers/process.ts'
import { temporaryDirectory } from '../helpers/store.ts'

vi.setConfig({ testTimeout: 120_000 })

let safe: TestApp
let environment: { DATA_DIR: string; KEY_DIR: string; PUBLIC_URL: string }
beforeEach(async () => {
  safe = await TestApp.start()
  await safe.setUp()
  const { DATA_DIR, KEY_DIR, PUBLIC_URL } = safe.context.config
  environment = { DATA_DIR, KEY_DIR, PUBLIC_URL }
})
afterEach(async () => {
  await killChildren()
  await safe.stop()
})

const run = (command: 'link' | 'backup', args: string[], more = {}) =>
  new Child(command, { ...environment, ...more }, args).ended

/** The one plain sentence it says when it cannot. */
async function refusal(ended: ReturnType<typeof run>): Promise<string> {
  const { code, out, err } = await ended
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).not.toMatch(/\n./)
  return err.trim()
}

test('link: when mail is down, the person who runs the server can sign somebody in, once', async () => {
  const { code, out } = await run('link', ['Dana@acme.example'])
  expect(code).toBe(0)
  const [link] = out.split('\n')
  expect(link).toMatch(/^http:\/\/localhost:3000\/sign-in\/[\w-]{43}$/)
  expect(out).toContain('once, within 60 minutes')
  // The clock of the house under test stands still; the command's does not.
  safe.clock.advance(Date.now() - safe.clock.now().getTime())
  const path = new URL(link!).pathname
  expect((await safe.visitor().post(path, {})).statusCode).toBe(303)
  expect((await safe.visitor().post(path, {})).statusCode).toBe(410)
})

test("link: an address nobody has is said to be nobody's", async () => {
  expect(await refusal(run('link', ['nina@acme.example']))).toBe(
    'Nobody in the roster has the address nina@acme.example.',
  )
})

test('link: without an address, or with none that could be one, it says how to be used', async () => {
  expect(await refusal(run('link', []))).toBe('Usage: npm run link -- EMAIL')
  expect(await refusal(run('link', ['dana']))).toBe('Usage: npm run link -- EMAIL')
})

test('a directory with no installation in it is said to be empty, not searched or copied', async () => {
  const DATA_DIR = join(temporaryDirectory(), 'elsewhere')
  expect(await refusal(run('link', ['dana@acme.example'], { DATA_DIR }))).toContain(
    `${DATA_DIR} holds no organisation`,
  )
  const file = join(temporaryDirectory(), 'copy.db')
  const elsewhere = join(temporaryDirectory(), 'elsewhere')
  expect(await refusal(run('backup', [file], { DATA_DIR: elsewhere }))).toContain(
    `There is no database ${elsewhere}`,
  )
  expect(existsSync(file) || existsSync(elsewhere)).toBe(false)
})

test('a faulty environment is told as the server tells it', async () => {
  expect(await refusal(run('link', ['dana@acme.example'], { PORT: 'eighty' }))).toBe('PORT must be a number.')
})

test('backup: while the server runs, everything committed is in the copy, for this account alone', async () => {
  const directory = temporaryDirectory()
  const { code, out } = await run('backup', [join(directory, 'safe-to-say.db')])
  expect(code).toBe(0)
  expect(out).toContain('Keys are not in it')
  expect(statSync(join(directory, 'safe-to-say.db')).mode & 0o077).toBe(0)
  const copy = await openStore({ DATA_DIR: directory })
  expect(await copy.read.select().from(people)).toEqual(await safe.context.store.read.select().from(people))
  await copy.close()
})

test('backup: before an upgrade the copy is of the old version, which goes on meanwhile', async () => {
  const { DATA_DIR } = safe.context.config
  const older = 'update __drizzle_migrations set created_at = created_at - 1000000000000'
  change(DATA_DIR, older)
  const directory = temporaryDirectory()
  expect((await run('backup', [join(directory, 'safe-to-say.db')])).code).toBe(0)
  const made = 'select created_at from __drizzle_migrations order by id'
  const rows = [DATA_DIR, directory].map((one) => {
    const database = new Database(join(one, 'safe-to-say.db'), { readonly: true })
    const found = database.prepare(made).all()
    database.close()
    return found
  })
  expect(rows[1]).toEqual(rows[0])
})

function change(directory: string, sql: string) {
  const database = new Database(join(directory, 'safe-to-say.db'))
  database.exec(sql)
  database.close()
}

test('backup: an earlier copy is never written over', async () => {
  const file = join(temporaryDirectory(), 'monday.db')
  writeFileSync(file, 'Monday')
  expect(await refusal(run('backup', [file]))).toContain(`${file} exists already`)
  expect(statSync(file).size).toBe('Monday'.length)
})

test('backup: a copy that cannot be written is said to be missing', async () => {
  const file = join(temporaryDirectory(), 'nowhere', 'copy.db')
  expect(await refusal(run('backup', [file]))).toContain(`${file} could not be written`)
})

test('backup: without a file it says how to be used', async () => {
  expect(await refusal(run('backup', []))).toBe('Usage: npm run backup -- FILE')
})

test('backup: on PostgreSQL it names pg_dump, which does this better', async () => {
  const DATABASE_URL = 'postgres://127.0.0.1:1/pulse'
  expect(await refusal(run('backup', ['copy.db'], { DATABASE_URL }))).toContain('pg_dump')
})
