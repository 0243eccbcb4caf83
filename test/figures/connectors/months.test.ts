import { afterEach, beforeEach, expect, test } from 'vitest'
import { daysOf } from '#server/figures/connectors/days.ts'
import { adoptionOf, figureSources } from '#server/figures/figures.ts'
import { askOutside } from '#server/jobs.ts'
import { figureImports } from '#server/storage/schema/figure-imports.ts'
import { allow, company, type Company, connect, sleep, sourceOf, visit } from './company.ts'
import { asClaudeCode, asCopilot, asCursor } from './vendors.ts'
import { breaksOff, json, says, VendorServer } from './vendor-server.ts'

let acme: Company
let vendor: VendorServer
beforeEach(async () => {
  vendor = await VendorServer.start()
  acme = await company({ Payments: 8, Ledger: 7 })
  await allow(acme.dana, vendor)
})
afterEach(async () => {
  await vendor.stop()
  await acme.safe.stop()
})

const token = 'sk-ant-admin-TOKEN'
const payments = (...numbers: number[]) => numbers.map((n) => `payments${n}@acme.example`)
const months = async () =>
  (await figureSources(acme.safe.context.store.read)).map(({ source, month }) => `${source} ${month}`)
const activeIn = async (month: string) => {
  const all = await adoptionOf(acme.safe.context.store.read, 'organisation', { from: month, to: month })
  return all.map(({ sum }) => sum.bands['active'])
}

test('the first night brings the last two months that are final, and people are matched through the roster', async () => {
  asClaudeCode(vendor, token, (month) => ({
    active: month === '2026-09' ? payments(1, 2, 3) : payments(1, 2, 3, 4, 5),
    idle: [],
  }))
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  await visit(acme.safe.context)
  expect(vendor.asked).toEqual([])
  sleep(acme.safe)
  await visit(acme.safe.context)
  // It is the third of November: October may still be corrected.
  expect(await months()).toEqual(['claude-code 2026-09', 'claude-code 2026-08'])
  // All seven of Ledger may be idle, or all but one.
  expect(await activeIn('2026-09')).toEqual([[3, 4]])
  sleep(acme.safe)
  await visit(acme.safe.context)
  expect(await activeIn('2026-10')).toEqual([[5, 6]])
  expect(await sourceOf(acme.dana, 'claude-code')).toMatchObject({ month: '2026-10', failingSince: null })
})

test('a month is asked for once, and on every other night no more than whether the token still works', async () => {
  asClaudeCode(vendor, token, () => ({ active: payments(1, 2, 3), idle: [] }))
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  sleep(acme.safe, 3)
  await visit(acme.safe.context)
  vendor.asked.splice(0)
  await visit(acme.safe.context)
  expect(vendor.asked).toEqual([])
  sleep(acme.safe)
  await visit(acme.safe.context)
  expect(vendor.asked).toHaveLength(1)
})

test('Cursor is asked for thirty days at most, with everybody who has a seat', async () => {
  asCursor(vendor, 'crsr_TOKEN', () => ({ active: payments(1, 2, 3), idle: payments(4, 5, 6, 7) }))
  await connect(acme.dana, 'cursor', { token: 'crsr_TOKEN', address: vendor.origin })
  sleep(acme.safe, 3)
  await visit(acme.safe.context)
  expect(await sourceOf(acme.dana, 'cursor')).toMatchObject({ month: '2026-10', fault: null })
  expect(await activeIn('2026-10')).toEqual([[3, 3]])
  const spans = vendor.asked.map(({ body }) => JSON.parse(body)).map((one) => one.endDate - one.startDate)
  expect(Math.max(...spans)).toBeLessThan(30 * 24 * 60 * 60_000)
})

test('Copilot’s reports are followed to where they lie, without the token, and people are found by their team', async () => {
  const files = await VendorServer.start()
  const organisation = { organisation: 'acme', token: 'github_pat_TOKEN', address: vendor.origin }
  asCopilot(vendor, files, organisation.token, () => ({
    active: ['ada', 'bob', 'cyd'],
    idle: ['dee', 'eve'],
    team: 'payments',
  }))
  await connect(acme.dana, 'copilot', organisation)
  sleep(acme.safe, 3)
  await visit(acme.safe.context)
  expect((await sourceOf(acme.dana, 'copilot')).fault).toBe(`leadsTo ${files.host}`)
  expect(files.asked).toEqual([])
  expect((await acme.dana.get('/figures/connectors')).body).toContain(`It leads to ${files.host}`)

  await allow(acme.dana, files)
  sleep(acme.safe)
  await visit(acme.safe.context)
  expect(await sourceOf(acme.dana, 'copilot')).toMatchObject({
    month: '2026-10',
    fault: null,
    failingSince: null,
  })
  expect(await activeIn('2026-10')).toEqual([[3, 3]])
  for (const { headers } of files.asked) expect(headers.authorization).toBeUndefined()
  await files.stop()
})

test('whoever must wait is waited for, and what breaks off or fails is asked again', async () => {
  asClaudeCode(vendor, token, () => ({ active: payments(1, 2, 3), idle: [] }))
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  sleep(acme.safe, 3)
  vendor.first.push(says(429, { 'retry-after': '0' }), says(500), says(503))
  await visit(acme.safe.context)
  expect(await sourceOf(acme.dana, 'claude-code')).toMatchObject({ month: '2026-10', fault: null })
})

test('a night that fails leaves nothing behind, and the next one begins with the same month', async () => {
  const good = () => asClaudeCode(vendor, token, () => ({ active: payments(1, 2, 3), idle: [] }))
  good()
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  sleep(acme.safe, 3)
  const { answers } = vendor
  const failures: [string, VendorServer['answers']][] = [
    ['brokenOff', breaksOff],
    ['500', says(500)],
    ['429', says(429, { 'retry-after': '7200' })],
    ['shape', (response) => json(response, { rows: [] })],
    ['reply', (response) => void response.end('<html>')],
    ['302', says(302, { location: 'http://169.254.169.254/' })],
  ]
  for (const [reason, failing] of failures) {
    // Half of October is there before it fails.
    vendor.answers = (response, asked) =>
      asked.query.get('starting_at') === '2026-10-17' ? failing(response, asked) : answers(response, asked)
    await visit(acme.safe.context)
    expect(await sourceOf(acme.dana, 'claude-code')).toMatchObject({ fault: reason, month: '2026-09' })
    expect(await months()).toEqual(['claude-code 2026-09'])
    sleep(acme.safe)
  }
  good()
  await visit(acme.safe.context)
  expect(await months()).toEqual(['claude-code 2026-10', 'claude-code 2026-09'])
})

test('a field that is not as documented is named, and nothing of what stood in it', async () => {
  vendor.answers = (response) =>
    json(response, {
      data: [{ date: '2026-10-01T00:00:00Z', actor: 'SECRET-LOGIN', core_metrics: { num_sessions: 1 } }],
      has_more: false,
    })
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  sleep(acme.safe, 3)
  await visit(acme.safe.context)
  expect((await sourceOf(acme.dana, 'claude-code')).fault).toBe('unread fieldInvalid actor')
  const { body } = await acme.dana.get('/figures/connectors')
  expect(body).toContain('The field actor is missing, or not as its vendor documents it.')
  expect(body).not.toContain('SECRET-LOGIN')
})

test('a month in which nobody used it is brought as well: it is not asked for again', async () => {
  asClaudeCode(vendor, token, () => ({ active: [], idle: [] }))
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  sleep(acme.safe, 3)
  await visit(acme.safe.context)
  expect(await sourceOf(acme.dana, 'claude-code')).toMatchObject({ month: '2026-10', fault: null })
  expect(await months()).toEqual([])
})

test('a month about people whom nobody here knows is not stored: it would say that nobody used it', async () => {
  asClaudeCode(vendor, token, () => ({
    active: ['ada@elsewhere.example', 'bob@elsewhere.example'],
    idle: [],
  }))
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  sleep(acme.safe, 3)
  await visit(acme.safe.context)
  expect(await sourceOf(acme.dana, 'claude-code')).toMatchObject({ month: null, fault: 'nobodyMatched' })
  expect(await months()).toEqual([])
  expect((await acme.dana.get('/figures/connectors')).body).toContain(
    'Nobody it names was found in the roster',
  )
})

test('what would be stored is shown as of a file, without a name, and nothing is stored', async () => {
  asClaudeCode(vendor, token, (month) => ({
    active: month === '2026-09' ? payments(1, 2, 3) : ['nobody@elsewhere.example'],
    idle: [],
  }))
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  const { location } = (await acme.dana.post('/figures/connectors/claude-code/rehearsal', {})).headers
  const page = (await acme.dana.get(location!)).body
  for (const said of ['2026-08', '2026-09', '15 people in the roster']) expect(page).toContain(said)
  expect(page).not.toContain('nobody@')
  expect(await months()).toEqual([])
  vendor.answers = says(401)
  const failed = (await acme.dana.post('/figures/connectors/claude-code/rehearsal', {})).headers.location
  const said = (await acme.dana.get(failed!)).body
  expect(said).toContain('The token is wrong, or has expired.')
  expect(said).not.toContain('Fix the file')
})

test('two processes at once ask a vendor as often as one', async () => {
  asClaudeCode(vendor, token, () => ({ active: payments(1, 2, 3), idle: [] }))
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  sleep(acme.safe, 3)
  const { signal } = new AbortController()
  await Promise.all([askOutside(acme.safe.context, signal), askOutside(acme.safe.context, signal)])
  // Whether the token works; then every day, and the second page of those with three people.
  const alone = 1 + daysOf('2026-09').length + daysOf('2026-10').length + 2
  expect(vendor.asked).toHaveLength(alone)
})

test('a server that stops in the middle of a night notes no failure, keeps no half month, and begins it again', async () => {
  asClaudeCode(vendor, token, () => ({ active: payments(1, 2, 3), idle: [] }))
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  sleep(acme.safe, 3)
  const stopping = new AbortController()
  const { answers } = vendor
  vendor.answers = (response, asked) => {
    if (asked.query.get('starting_at') !== '2026-10-10') return answers(response, asked)
    stopping.abort()
  }
  await visit(acme.safe.context, stopping.signal)
  expect(await sourceOf(acme.dana, 'claude-code')).toMatchObject({ month: '2026-09', failingSince: null })
  const imports = await acme.safe.context.store.read.select().from(figureImports)
  expect(imports.map(({ state }) => state)).toEqual(['applied'])
  vendor.answers = answers
  await visit(acme.safe.context)
  expect(await months()).toEqual(['claude-code 2026-10', 'claude-code 2026-09'])
})
