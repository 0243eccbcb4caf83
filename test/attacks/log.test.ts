import { afterEach, expect, test } from 'vitest'
import { people } from '#server/storage/schema/people.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import { closeRound, openCompany, rated, readyToCast, respondents, type Opened } from '../helpers/attacks.ts'
import type { TestApp } from '../helpers/app.ts'

/** The log at its most talkative, read by whoever runs the house. */
let company: Opened
afterEach(() => company.safe.stop())

const client = '203.0.113.77'
const sentinel = 'sentinel-typed'

/** Pages that fail or refuse, asked for with everything that may stand in no log. */
async function troubles({ safe, dana, id }: Opened) {
  const from = { remoteAddress: client, headers: { 'user-agent': sentinel, referer: `https://${sentinel}` } }
  for (const visitor of [dana, safe.visitor()])
    for (const url of [
      `/rounds/${id}/results/${sentinel}?q=${sentinel}`,
      `/people?q=${sentinel}`,
      `/${sentinel}/nowhere`,
    ])
      await visitor.request({ method: 'GET', url, ...from })
  await dana.post(`/rounds/${id}/opening`, { name: sentinel }, from.headers)
  await whileNothingIsKept(safe, () => safe.visitor().post(`/sign-in/${sentinel}`, {}, from.headers))
  await safe.visitor().post('/own-link', { email: 'payments3@acme.example' }, from.headers)
}

async function whileNothingIsKept(safe: TestApp, act: () => Promise<unknown>) {
  const { write, execute } = safe.context.store
  const message = `insert into people values ('${sentinel}', '${client}')\n    at ${sentinel} (a.ts:1:1)`
  const refuse = () => Promise.reject(new Error(message))
  Object.assign(safe.context.store, { write: refuse, execute: refuse })
  await act()
  Object.assign(safe.context.store, { write, execute })
}

/** Respondents' steps, right and wrong, and the files their browsers ask for. */
async function answering({ safe, id }: Opened) {
  const before = safe.lines.length
  const [token] = tokensByAddress(safe).values()
  for (const url of ['/answering/invitation', '/answering/tickets', '/answering/ballots'])
    for (const body of [{ token }, { token: sentinel }, {}])
      await safe.visitor().postJson(url, body, { 'x-forwarded-for': client })
  for (const url of [`/rounds/${id}/manifest.json`, '/answer', '/answering/scripts/none.js', '/assets/none'])
    await safe.visitor().get(url)
  const [first] = tokensByAddress(safe).keys()
  await (await readyToCast(safe, first!, rated(4))).cast()
  const ticket = { token, blindedMessage: 'AQ'.padEnd(342, 'A') }
  await whileNothingIsKept(safe, () => safe.visitor().postJson('/answering/tickets', ticket))
  const [, ...others] = tokensByAddress(safe).keys()
  for (const person of (await respondents(safe, others)).values()) await person.answer(rated(4))
  return safe.lines.slice(before)
}

async function secretsOf(safe: TestApp): Promise<string[]> {
  const everybody = await safe.context.store.read.select().from(people)
  const links = safe.letters.flatMap(({ text }) =>
    [...text.matchAll(/[#/]([\w-]{43})/g)].map((one) => one[1]!),
  )
  expect(links.length).toBeGreaterThan(7)
  return [...everybody.flatMap(({ id, email, name }) => [id, email, name ?? email]), ...links]
}

test('in a whole round no line of the log names a person, an address, a token, or anything that was typed', async () => {
  company = await openCompany({ Payments: 8 })
  const { safe, dana, id } = company
  await troubles(company)
  await answering(company)
  await closeRound(dana, id)
  await dana.get(`/rounds/${id}/results?q=${sentinel}`)
  expect(safe.lines.length).toBeGreaterThan(4)
  const log = safe.lines.join('')
  const session = dana.cookie('session')!
  for (const secret of [...(await secretsOf(safe)), session, sentinel, client, '127.0.0.1', '?', '@', id])
    expect([secret, log.includes(secret)]).toEqual([secret, false])
  // It does say what went wrong, and where.
  expect(log).toContain('"route":"POST /sign-in/:token","error":"Error"')
  expect(log).toContain('"refusal":"roundAlreadyOpened"')
})

test('while people answer the log is silent, whatever becomes of their steps', async () => {
  company = await openCompany({ Payments: 8 })
  expect(await answering(company)).toEqual([])
})

test('what a respondent’s browser is sent has no id that a line of a log could have', async () => {
  company = await openCompany({ Payments: 8 })
  const { safe, id } = company
  const idOf = async (url: string) => (await safe.visitor().get(url)).headers['x-request-id']
  for (const url of ['/answer', `/rounds/${id}/manifest.json`, `/rounds/${id}/promise`, '/assets/answer.css'])
    expect([url, await idOf(url)]).toEqual([url, undefined])
  for (const step of ['invitation', 'tickets', 'ballots'])
    expect((await safe.visitor().postJson(`/answering/${step}`, {})).headers['x-request-id']).toBeUndefined()
  // Of the ids that pages have, none tells how many were given before it.
  const ids = [await idOf('/sign-in'), await idOf('/sign-in'), await idOf('/nowhere')]
  expect(new Set(ids).size).toBe(3)
  for (const one of ids) expect(one).toMatch(/^[0-9a-f]{12}$/)
})
