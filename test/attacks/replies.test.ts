import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Respondent } from '#server/sample/respondent.ts'
import { ballots } from '#server/storage/schema/ballots.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import { openCompany, rated, readyToCast, respondents, type Opened } from '../helpers/attacks.ts'
import type { Visitor } from '../helpers/app.ts'

/** What the answering routes say: a status, the sentence that goes with it, and nothing else. */
let company: Opened
let stranger: Visitor
let payments: Respondent
beforeAll(async () => {
  company = await openCompany({ Payments: 8 })
  stranger = company.safe.visitor()
  payments = await readyToCast(company.safe, 'payments1@acme.example', rated(4))
})
afterAll(() => company.safe.stop())

type Reply = ReturnType<Visitor['postJson']>
const cast = (body: object, by = stranger) => by.postJson('/answering/ballots', body)
const open = (token: unknown, by = stranger) => by.postJson('/answering/invitation', { token })
const aNumber = () => randomBytes(256).fill(1, 0, 1).toString('base64url')
const ask = (token: string, blindedMessage = aNumber(), by = stranger) =>
  by.postJson('/answering/tickets', { token, blindedMessage })
const tokenOf = (address: string) => tokensByAddress(company.safe).get(address)!
const unknown = 'nobody-was-ever-sent-this-token'

/** While the database fails, with a message that quotes what was sent. */
async function failing(request: () => Reply) {
  const { context } = company.safe
  const { store } = context
  const broken = () => {
    throw new Error(`no disk for ${unknown}`)
  }
  const fails = async () => broken()
  context.store = { ...store, write: fails, execute: fails, read: { ...store.read, select: broken } }
  return request().finally(() => (context.store = store))
}

/** Each status has one body and one set of headers, whatever led to it and whoever asked. */
async function alike(replies: Awaited<Reply>[]) {
  const said = new Map<number, Set<string>>()
  for (const { statusCode, payload, headers } of replies) {
    expect(headers['set-cookie']).toBeUndefined()
    const { date: _date, connection: _connection, ...rest } = headers
    said.set(statusCode, (said.get(statusCode) ?? new Set()).add(JSON.stringify([payload, rest])))
  }
  for (const [status, bodies] of said) expect([status, [...bodies]]).toEqual([status, [expect.any(String)]])
  return [...said.keys()].sort()
}

test('no reply says more than its status, and none sets a cookie, also for somebody signed in', async () => {
  const { safe, dana } = company
  const right = payments.ballotRequest
  const raw = { method: 'POST' as const, headers: { 'content-type': 'application/json' }, payload: '{' }
  const replies = [
    await cast(right),
    await cast(right),
    await cast(right, dana),
    await ask(tokenOf('payments1@acme.example')),
    await ask(tokenOf('payments1@acme.example'), aNumber(), dana),
    await cast({ ...right, ballot: await payments.seal(rated(2)) }),
    await cast({}),
    await cast({}, dana),
    await cast({ ...right, unit: 'x' }),
    await cast({ ...right, ballot: 'x'.repeat(3_000_000) }),
    await ask(unknown, '!'),
    await ask(tokenOf('payments2@acme.example'), 'AAAA'),
    await open(null),
    await stranger.request({ ...raw, url: '/answering/ballots' }),
    await stranger.request({ ...raw, url: '/answering/tickets' }),
    await cast(right, stranger).then(() => dana.post('/answering/ballots', {})),
    await stranger.request({
      method: 'POST',
      url: '/answering/tickets',
      headers: { 'content-type': 'a/b' },
      payload: 'x',
    }),
    await cast({ ...right, signature: Buffer.alloc(256).toString('base64url') }),
    await ask(unknown),
    await ask(unknown, aNumber(), dana),
    await open(unknown),
    await failing(() => cast(right)),
    await failing(() => ask(unknown)),
    await failing(() => open(unknown)),
  ]
  expect(await alike(replies)).toEqual([204, 400, 403, 404, 409, 503])
  expect(safe.reports).toEqual([])
})

test('also what is granted sets no cookie, and goes by no session', async () => {
  const { safe, dana } = company
  const person = (await respondents(safe, ['payments3@acme.example'])).get('payments3@acme.example')!
  const token = tokenOf('payments3@acme.example')
  const blinded = person.prepare().blindedMessage.toString('base64url')
  const granted = [await open(token, dana), await ask(token, blinded, dana), await ask(token, blinded)]
  expect(granted.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  for (const { headers } of granted) expect(headers['set-cookie']).toBeUndefined()
  expect(granted[1]!.payload).toBe(granted[2]!.payload)
})

test('once answering is over nothing is signed or counted any more', async () => {
  const { safe, dana, id } = company
  const count = () => safe.context.store.read.$count(ballots)

  const late = await readyToCast(safe, 'payments5@acme.example', rated(4))
  const untouched = (await respondents(safe, ['payments6@acme.example'])).get('payments6@acme.example')!
  const blinded = untouched.prepare().blindedMessage.toString('base64url')
  safe.clock.advance(9 * 24 * 60 * 60 * 1000)
  const before = await count()
  expect(
    await alike([
      await cast(late.ballotRequest),
      await cast(late.ballotRequest, dana),
      await ask(tokenOf('payments6@acme.example'), blinded),
      await open(tokenOf('payments6@acme.example')),
    ]),
  ).toEqual([410])
  const over = async () => [
    (await cast(late.ballotRequest)).statusCode,
    (await ask(tokenOf('payments6@acme.example'), blinded)).statusCode,
  ]
  expect(await over()).toEqual([410, 410])
  expect(
    (await stranger.postJson('/answering/invitation', { token: tokenOf('payments6@acme.example') }))
      .statusCode,
  ).toBe(410)
  expect((await ask('unknown', blinded)).statusCode).toBe(404)
  expect(await count()).toBe(before)
  await dana.postJson(`/rounds/${id}/closure`, {})
  // By then nothing is left that knows the invitation: its token is like one that never was.
  expect(await over()).toEqual([410, 404])
  expect(await cast(payments.ballotRequest).then(({ statusCode }) => statusCode)).toBe(410)
})
