import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { figureSources } from '#server/figures/figures.ts'
import { startJobs } from '#server/jobs.ts'
import { allow, connect, sleep, tried, visit } from '../figures/connectors/company.ts'
import { asClaudeCode, asCopilot, asCursor } from '../figures/connectors/vendors.ts'
import { VendorServer } from '../figures/connectors/vendor-server.ts'
import type { TestApp, Visitor } from '../helpers/app.ts'
import { everythingKept, filesOfPostgres, filesUnder, nothingOf, openCompany } from '../helpers/attacks.ts'
import { temporaryDirectory } from '../helpers/store.ts'

const run = randomBytes(6).toString('hex')
/** People that vendors know and the roster does not: their names can have come from nowhere else. */
const people = ['ada', 'bob', 'cyd', 'dee'].map((name) => `sentinel-${name}-${run}`)
const addresses = people.map((name) => `${name}@vendor.example`)
const token = `SENTINEL-TOKEN-${run}`
const secrets = [...people, ...people.map((one) => one.toUpperCase()), token, `crsr-${token}`]

let safe: TestApp
let dana: Visitor
let vendors: VendorServer[]
beforeEach(async () => {
  vendors = await Promise.all([1, 2, 3, 4].map(() => VendorServer.start()))
  ;({ safe, dana } = await openCompany({ Payments: 9, Ledger: 8 }))
  for (const vendor of vendors) await allow(dana, vendor)
})
afterEach(async () => {
  for (const vendor of vendors) await vendor.stop()
  await safe.stop()
})

const ours = [1, 2, 3].map((n) => `payments${n}@acme.example`)

async function connectAll() {
  const [claude, cursor, copilot, files] = vendors as [VendorServer, VendorServer, VendorServer, VendorServer]
  asClaudeCode(claude, token, () => ({ active: [...ours, ...addresses], idle: [] }))
  asCursor(cursor, `crsr-${token}`, () => ({ active: [...ours, addresses[0]!], idle: addresses.slice(1) }))
  asCopilot(copilot, files, token, () => ({
    active: people.slice(0, 2),
    idle: people.slice(2),
    team: 'ledger',
  }))
  await connect(dana, 'claude-code', { token, address: claude.origin })
  await connect(dana, 'cursor', { token: `crsr-${token}`, address: cursor.origin })
  await connect(dana, 'copilot', { token, organisation: 'acme', address: copilot.origin })
}

async function everywhere(printed: string[]) {
  const backup = temporaryDirectory()
  if (!process.env['DATABASE_URL']) await safe.context.store.backup(join(backup, 'backup.db'))
  nothingOf(secrets, await everythingKept(safe, [backup]))
  if (process.env['DATABASE_URL']) nothingOf(secrets, await filesOfPostgres(safe))
  nothingOf(secrets, [{ name: 'printed', bytes: Buffer.from([...printed, ...safe.lines].join('\n')) }])
  const pages = ['/figures', '/figures/connectors', '/figures/connectors/cursor', '/audit', '/', '/mail']
  for (const page of pages)
    nothingOf(secrets, [{ name: page, bytes: Buffer.from((await dana.get(page)).body) }])
  // Nor does what was sealed lie beside the key that opens it.
  nothingOf([token], filesUnder(safe.context.config.KEY_DIR))
}

test('two months of three vendors leave not one address, login or token in the database, its log, a backup, the outbox, a temporary file or what is printed', async () => {
  const printed: string[] = []
  const say = (line: unknown) => void printed.push(String(line))
  const { log, error, warn, info, debug } = console
  Object.assign(console, { log: say, error: say, warn: say, info: say, debug: say })
  const [elsewhere, before] = [temporaryDirectory(), process.env['TMPDIR']]
  process.env['TMPDIR'] = elsewhere
  await connectAll()
  const { location } = (await dana.post('/figures/connectors/claude-code/rehearsal', {})).headers
  const preview = (await dana.get(location!)).body
  sleep(safe, 3)
  await visit(safe.context)
  const jobs = startJobs(safe.context)
  await jobs.stop()
  Object.assign(console, { log, error, warn, info, debug })
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before

  const sources = await figureSources(safe.context.store.read)
  expect(sources.map(({ source, month }) => `${month} ${source}`).sort()).toEqual(
    ['2026-09', '2026-10'].flatMap((month) =>
      ['claude-code', 'copilot', 'cursor'].map((one) => `${month} ${one}`),
    ),
  )
  nothingOf(secrets, [{ name: 'preview', bytes: Buffer.from(preview) }])
  expect(readdirSync(elsewhere)).toEqual([])
  await everywhere(printed)
})

test('a vendor that writes names and tokens into its refusals finds them nowhere with us', async () => {
  await connectAll()
  const said = [...people, token].join(' ')
  const unkind = { 'x-said': said, 'retry-after': said, location: `http://${people[0]}.example/${token}` }
  for (const status of [400, 401, 403, 404, 422, 500, 302]) {
    for (const vendor of vendors)
      vendor.answers = (response) =>
        void response.writeHead(status, unkind).end(JSON.stringify({ message: said, errors: [said] }))
    for (const vendor of ['claude-code', 'cursor', 'copilot']) await tried(dana, vendor)
    sleep(safe)
    await visit(safe.context)
    await safe.deliver()
  }
  const odd = [{ day: said, date: said, user_login: { [said]: said }, email: 7, isActive: said, actor: said }]
  for (const vendor of vendors)
    vendor.answers = (response) =>
      void response.end(JSON.stringify({ data: odd, has_more: false, [said]: said }))
  sleep(safe)
  await visit(safe.context)
  await safe.deliver()
  await everywhere(safe.letters.flatMap(({ subject, text, html }) => [subject, text, html]))
})

test('the search would find them: a name typed as the organisation is found', async () => {
  await connectAll()
  await connect(dana, 'copilot', { token, organisation: `sentinel-${run}`, address: vendors[2]!.origin })
  const kept = await everythingKept(safe)
  expect(() => nothingOf([`sentinel-${run}`], kept)).toThrow()
})
