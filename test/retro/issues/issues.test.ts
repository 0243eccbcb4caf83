import { afterEach, beforeEach, expect, test } from 'vitest'
import { askOutside } from '#server/jobs.ts'
import type { TestApp, Visitor } from '../../helpers/app.ts'
import { facilitator, retroTeams } from '../../helpers/boards.ts'
import { everythingStored } from '../../helpers/stored.ts'
import { TrackerServer } from './tracker-server.ts'

const day = 24 * 60 * 60 * 1000

let safe: TestApp
let fay: Visitor
let outside: TrackerServer
let team: string
let action: string

beforeEach(async () => {
  outside = await new TrackerServer().listen()
  safe = await retroTeams()
  fay = await safe.signIn(facilitator)
  const dana = await safe.signIn('dana@acme.example')
  await dana.postJson('/chat/hosts', { host: outside.host, internal: true })
  team = /<option value="([\w-]{22})"[^>]*>[^<]*Payments/.exec((await fay.get('/boards')).body)![1]!
  action = await decided('Review in pairs.')
})
afterEach(async () => {
  outside.close()
  await safe.stop()
})

async function decided(text: string): Promise<string> {
  const fields = { team, text, owner: 'Person payments2', due: '2026-11-30' }
  return (await fay.postJson('/actions', fields)).json().id
}

const tracker = () => `/teams/${team}/tracker`
const connect = (more: object = {}, by = fay) =>
  by.postJson(tracker(), {
    service: 'github',
    address: `http://${outside.host}`,
    project: 'acme/platform',
    token: outside.token,
    ...more,
  })
const jira = { service: 'jira', project: 'PLAT', user: 'ada@acme.example' }
const make = (id = action, by = fay) => by.postJson(`/actions/${id}/issue`, {})
const stateOf = async (id = action) =>
  (await fay.get(`/teams/${team}/actions`, { accept: 'application/json' }))
    .json()
    .actions.find((one: { id: string }) => one.id === id).state

for (const [service, settings, key] of [
  ['GitHub', {}, '#1'],
  ['Jira', jira, 'PLAT-1'],
] as const) {
  test(`${service}: an action becomes an issue with its text, owner, day and the way back, once`, async () => {
    await connect(settings)
    expect((await fay.postJson(`${tracker()}/test`, {})).json()).toEqual({ works: true, reason: null })
    expect((await make()).statusCode).toBe(200)
    const again = await make()
    expect([again.statusCode, again.json().error]).toEqual([409, 'issueMade'])
    const [made] = outside.issues
    expect(outside.issues).toHaveLength(1)
    expect(made!.title).toBe('Review in pairs.')
    for (const words of ['Person payments2', '30 November 2026', `/teams/${team}/actions`])
      expect(made!.body).toContain(words)
    expect((await fay.get(`/teams/${team}/actions`)).body).toContain(`Issue ${key}</a>`)
  })

  test(`${service}: closed there it is done here, opened again it is open, and what is gone says so`, async () => {
    await connect(settings)
    await make()
    outside.issues[0]!.state = 'closed'
    await askOutside(safe.context, new AbortController().signal)
    expect(await stateOf()).toBe('open')
    safe.clock.advance(day + 1000)
    fay = await safe.signIn(facilitator)
    await askOutside(safe.context, new AbortController().signal)
    expect(await stateOf()).toBe('done')
    outside.issues[0]!.state = 'open'
    await fay.postJson(`${tracker()}/visit`, {})
    expect(await stateOf()).toBe('open')
    outside.gone.add(1)
    await fay.postJson(`${tracker()}/visit`, {})
    expect([
      await stateOf(),
      (await fay.get(`/teams/${team}/actions`)).body.includes('deleted there'),
    ]).toEqual(['open', true])
  })

  test(`${service}: what was made and not heard of is found again, and not made twice`, async () => {
    await connect(settings)
    outside.next = 'cut'
    expect((await make()).json()).toMatchObject({ works: false })
    expect((await make()).statusCode).toBe(409)
    safe.clock.advance(61_000)
    expect((await make()).statusCode).toBe(200)
    expect(outside.issues).toHaveLength(1)
  })
}

test('why it does not work is said in words, and what was refused can be tried again', async () => {
  await connect({ token: 'wrong' })
  const page = await fay.post(`${tracker()}/test`, {})
  expect(page.body).toContain('The token is not known there')
  const refused = await fay.post(`/actions/${action}/issue`, {})
  expect([refused.statusCode, refused.body.includes('The token is not known there')]).toEqual([502, true])
  await connect()
  expect((await make()).statusCode).toBe(200)
  for (const [status, words] of [
    [403, 'opens too little'],
    [404, 'no such repository'],
  ] as const) {
    outside.next = status
    expect((await fay.post(`${tracker()}/test`, {})).body).toContain(words)
  }
})

test('nobody but whoever leads the team connects it, makes an issue or asks, and no other team’s action is sent', async () => {
  await connect()
  const max = await safe.signIn('max@acme.example')
  expect((await max.get(tracker())).statusCode).toBe(200)
  for (const address of ['payments1@acme.example', 'ledger1@acme.example', 'dana@acme.example']) {
    const by = await safe.signIn(address)
    expect((await connect({}, by)).statusCode).toBe(403)
    expect((await make(action, by)).statusCode).toBe(403)
    for (const path of ['test', 'visit', 'removal'])
      expect((await by.postJson(`${tracker()}/${path}`, {})).statusCode).toBe(403)
  }
  await fay.postJson(`${tracker()}/removal`, {})
  expect((await make()).statusCode).toBe(404)
  expect(outside.issues).toEqual([])
})

test('an address that no administrator allowed is refused, and a token that is kept goes to no other host', async () => {
  for (const address of ['http://127.0.0.1:1', 'https://intranet.example', 'ftp://x.example']) {
    const refused = await connect({ address })
    expect([refused.statusCode, Object.keys(refused.json().fields)]).toEqual([422, ['address']])
  }
  await connect()
  expect((await connect({ token: '', project: 'acme/other' })).statusCode).toBe(200)
  const elsewhere = await connect({ token: '', address: '' })
  expect([elsewhere.statusCode, Object.keys(elsewhere.json().fields)]).toEqual([422, ['token']])
})

test('the token is nowhere to be read: not in the database, on a page or in the log', async () => {
  await connect()
  await make()
  const shown = [
    await fay.get(tracker()),
    await fay.post(tracker(), { service: 'jira', token: outside.token }),
  ]
  const places = [await everythingStored(safe.context.store), ...shown.map(({ body }) => body)]
  for (const place of [...places, JSON.stringify(safe.reports)]) expect(place).not.toContain(outside.token)
})

test('a team’s actions are had as CSV and as Markdown, with formulas disarmed and markup as text', async () => {
  await decided('=HYPERLINK("x") *now*')
  await connect()
  await make()
  await fay.postJson(`/actions/${action}/completion`, {})
  const member = await safe.signIn('payments1@acme.example')
  const csv = await member.get(`/teams/${team}/actions.csv`)
  expect(csv.headers['content-disposition']).toContain('actions-payments-2026-11-02.csv')
  expect(csv.body).toContain('team,action,owner,due,state,ended,reason,issue')
  expect(csv.body).toContain(`"'=HYPERLINK`)
  expect(csv.body).toContain('Review in pairs.,Person payments2,2026-11-30,done,2026-11-02,')
  const markdown = (await member.get(`/teams/${team}/actions.md`)).body
  expect(markdown).toContain('## open')
  expect(markdown).toContain('\\*now\\*')
  expect(markdown).toContain('Review in pairs. (Person payments2, by 30 November 2026')
  const stranger = await safe.signIn('ledger1@acme.example')
  expect((await stranger.get(`/teams/${team}/actions.md`)).statusCode).toBe(403)
})
