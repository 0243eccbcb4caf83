import { afterEach, beforeEach, expect, test } from 'vitest'
import { adoptionOf } from '#server/figures/figures.ts'
import { administrator } from '../../helpers/app.ts'
import { allow, company, type Company, connect, sleep, sourceOf, tried, visit } from './company.ts'
import { asClaudeCode, asCopilot } from './vendors.ts'
import { says, VendorServer } from './vendor-server.ts'

let acme: Company
let vendor: VendorServer
beforeEach(async () => {
  vendor = await VendorServer.start()
  acme = await company({ Payments: 8 })
  await allow(acme.dana, vendor)
})
afterEach(async () => {
  await vendor.stop()
  await acme.safe.stop()
})

const token = 'sk-ant-admin-TOKEN'

test('one press says whether a token works, and why not', async () => {
  asClaudeCode(vendor, token, () => ({ active: [], idle: [] }))
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  expect(await tried(acme.dana, 'claude-code')).toBeNull()
  expect((await acme.dana.post('/figures/connectors/claude-code/test', {})).body).toContain('It works')
  await connect(acme.dana, 'claude-code', { token: 'wrong', address: vendor.origin })
  expect(await tried(acme.dana, 'claude-code')).toBe('401')
  expect((await acme.dana.post('/figures/connectors/claude-code/test', {})).body).toContain(
    'The token is wrong, or has expired.',
  )
  for (const [status, reason] of [
    [403, '403'],
    [404, '404'],
    [500, '500'],
  ] as const) {
    vendor.answers = says(status)
    expect(await tried(acme.dana, 'claude-code')).toBe(reason)
  }
  // A test that is pressed is no night that failed.
  expect(await sourceOf(acme.dana, 'claude-code')).toMatchObject({ failingSince: null, fault: null })
})

test('a classic token of GitHub that can write is too wide, and one that has expired says so', async () => {
  const files = await VendorServer.start()
  asCopilot(vendor, files, 'ghp_TOKEN', () => ({ active: [], idle: [], team: '' }))
  await connect(acme.dana, 'copilot', { organisation: 'acme', token: 'ghp_TOKEN', address: vendor.origin })
  expect(await tried(acme.dana, 'copilot')).toBeNull()
  const { answers } = vendor
  const withScopes = (scopes: string) => {
    vendor.answers = (response, asked) => {
      response.setHeader('x-oauth-scopes', scopes)
      answers(response, asked)
    }
  }
  withScopes('read:org, manage_billing:copilot')
  expect(await tried(acme.dana, 'copilot')).toBeNull()
  withScopes('read:org, repo')
  expect(await tried(acme.dana, 'copilot')).toBe('tooWide')
  vendor.answers = says(301, { location: `${files.origin}/moved` })
  expect(await tried(acme.dana, 'copilot')).toBe('301')
  expect(files.asked).toEqual([])
  vendor.answers = says(401, { 'github-authentication-token-expiration': '2024-01-01 00:00:00 UTC' })
  expect(await tried(acme.dana, 'copilot')).toBe('expired')
  await files.stop()
})

test('nothing is asked of a host that was not allowed, or that turns out to be private', async () => {
  const refused = async (address: string) =>
    (await acme.dana.postJson('/figures/connectors/claude-code', { token, address })).json().fields
  expect(await refused('https://elsewhere.example/')).toHaveProperty('address')
  expect(await refused('http://api.anthropic.com/')).toHaveProperty('address')
  expect(await refused('ftp://127.0.0.1/')).toHaveProperty('address')
  // Allowed, but not called internal.
  for (const host of ['10.0.0.7', '169.254.169.254', '[::1]']) {
    await acme.dana.post('/chat/hosts', { host })
    await connect(acme.dana, 'claude-code', { token, address: `https://${host}/` })
    expect([host, await tried(acme.dana, 'claude-code')]).toEqual([host, 'address'])
  }
})

test('a host that is allowed no more is asked no more', async () => {
  asClaudeCode(vendor, token, () => ({ active: [], idle: [] }))
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  await acme.dana.post(`/chat/hosts/${encodeURIComponent(vendor.host)}/removal`, {})
  expect(await tried(acme.dana, 'claude-code')).toBe('host')
  expect(vendor.asked).toEqual([])
})

test('a token is never shown again, and is kept only for the address it was given for', async () => {
  asClaudeCode(vendor, token, () => ({ active: [], idle: [] }))
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  for (const page of ['/figures/connectors', '/figures/connectors/claude-code', '/audit'])
    expect((await acme.dana.get(page)).body).not.toContain(token)
  const faulty = await acme.dana.post('/figures/connectors/claude-code', { token, address: 'nowhere' })
  expect([faulty.statusCode, faulty.body.includes(token)]).toEqual([422, false])
  await connect(acme.dana, 'claude-code', { address: vendor.origin })
  expect(await tried(acme.dana, 'claude-code')).toBeNull()
  const other = await VendorServer.start()
  await allow(acme.dana, other)
  const moved = await acme.dana.postJson('/figures/connectors/claude-code', { address: other.origin })
  expect([moved.statusCode, moved.json().fields]).toEqual([422, { token: 'Please fill this in.' }])
  expect(other.asked).toEqual([])
  await other.stop()
})

test('repositories are each a team’s, and a line that is none or a team that is not there is a fault', async () => {
  const faults = async (teams: string) =>
    Object.keys(
      (await acme.dana.postJson('/figures/connectors/github', { token, teams })).json().fields ?? {},
    )
  for (const teams of ['', 'acme/pay', 'pay = Payments', 'a/b = Payments\na/b = Payments', 'a/b = Nobody'])
    expect([teams, await faults(teams)]).toEqual([teams, ['teams']])
  expect(await faults('acme/pay = Payments\nacme/site = Payments')).toEqual([])
})

test('what fails for three days is mailed to administrators once, and stands on the first page until it works', async () => {
  vendor.answers = says(403)
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  const mailed = () => acme.safe.letters.filter(({ subject }) => subject === 'No figures from Claude Code')
  for (let night = 1; night <= 8; night++) {
    sleep(acme.safe)
    await visit(acme.safe.context)
    await acme.safe.deliver()
    expect([night, mailed().length]).toEqual([night, night < 4 ? 0 : 1])
  }
  expect((await acme.dana.get('/')).body).toContain('Nothing came from Claude Code the last time.')
  const [letter] = mailed()
  expect(letter!.to).toBe(administrator)
  for (const said of [
    'since Tue, 3 November 2026',
    'does not open what is needed',
    '/figures/connectors#claude-code',
  ])
    expect(letter!.text).toContain(said)
  asClaudeCode(vendor, token, () => ({ active: [], idle: [] }))
  sleep(acme.safe)
  await visit(acme.safe.context)
  expect((await acme.dana.get('/')).body).not.toContain('No figures could be fetched')
  expect(await adoptionOf(acme.safe.context.store.read, 'organisation')).toEqual([])
})

test('a mail that waits is not sent when it works again meanwhile', async () => {
  vendor.answers = says(403)
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  for (let night = 1; night <= 4; night++) {
    sleep(acme.safe)
    await visit(acme.safe.context)
  }
  asClaudeCode(vendor, token, () => ({ active: [], idle: [] }))
  sleep(acme.safe)
  await visit(acme.safe.context)
  await acme.safe.deliver()
  expect(acme.safe.letters.filter(({ subject }) => subject.startsWith('No figures'))).toEqual([])
})

test('what is disconnected is asked no more, and its token is gone', async () => {
  asClaudeCode(vendor, token, () => ({ active: [], idle: [] }))
  await connect(acme.dana, 'claude-code', { token, address: vendor.origin })
  expect((await acme.dana.get('/figures/connectors/claude-code/removal')).body).toContain(
    'Disconnect Claude Code?',
  )
  await acme.dana.post('/figures/connectors/claude-code/removal', {})
  expect(await sourceOf(acme.dana, 'claude-code')).toBeNull()
  sleep(acme.safe)
  await visit(acme.safe.context)
  expect(vendor.asked).toEqual([])
})
