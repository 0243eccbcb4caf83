import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { people } from '#server/storage/schema/people.ts'
import { outbox } from '#server/storage/schema/post.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'
import { openRound } from '../helpers/attacks.ts'

const hour = 60 * 60 * 1000
const address = 'payments2@acme.example'

let safe: TestApp
let dana: Visitor
let round: string
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: 8 }))
  round = await openRound(safe, dana)
})
afterEach(() => safe.stop())

/** The address that the next reminder gives to the mail program of its addressee. */
async function oneClick(): Promise<string> {
  safe.clock.advance(6 * 24 * hour)
  await safe.minute()
  const letter = safe.letters.findLast(({ to, oneClick }) => to === address && oneClick)
  return new URL(letter!.oneClick!).pathname
}

const wanted = async () => {
  const { reminders, results } = people
  const [person] = await safe.context.store.read
    .select({ reminders, results })
    .from(people)
    .where(eq(people.email, address))
  return person
}

/** As a mail program asks, or its provider's server: without a session, and with nothing of ours. */
const asMailProgram = (url: string, headers: Record<string, string> = {}) =>
  safe.app.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: 'List-Unsubscribe=One-Click',
  })

test('every mail but invitations and sign-ins can be switched off with one click', async () => {
  await safe.signIn(address)
  expect(safe.letters.filter((letter) => 'oneClick' in letter)).toEqual([])
  expect(await oneClick()).toMatch(/^\/reminders\/[\w-]+\/reminders$/)
  await dana.post(`/rounds/${round}/cancellation`, {})
  safe.letters.splice(0)
  await safe.minute()
  expect(safe.letters).toHaveLength(8)
  for (const { oneClick } of safe.letters) expect(oneClick).toMatch(/\/reminders\/[\w-]+\/results$/)
})

test('one click takes effect at once, without a session and from anywhere, and leads nowhere else', async () => {
  const url = await oneClick()
  const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' }
  for (const headers of [undefined, elsewhere]) {
    expect((await asMailProgram(url, headers)).statusCode).toBe(200)
    expect(await wanted()).toEqual({ reminders: false, results: true })
    await safe.visitor().post(`${url.replace(/\/reminders$/, '')}/resumption`, {})
    expect((await wanted())!.reminders).toBe(true)
  }
  const parts =
    '--edge\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--edge--'
  const asParts = { method: 'POST', url, payload: parts } as const
  const type = { 'content-type': 'multipart/form-data; boundary=edge' }
  expect((await safe.app.inject({ ...asParts, headers: type })).statusCode).toBe(200)
  expect((await wanted())!.reminders).toBe(false)
})

test('opened, the same address changes nothing and shows a button', async () => {
  const url = await oneClick()
  const page = await safe.visitor().get(url)
  expect([page.statusCode, page.body.includes('Send me no reminders')]).toEqual([200, true])
  expect(await wanted()).toEqual({ reminders: true, results: true })
})

test('each kind is switched off for itself', async () => {
  const member = await safe.signIn(address)
  await member.post('/reminders/refusal', { choice: 'results' })
  expect(await wanted()).toEqual({ reminders: true, results: false })
  const page = (await member.get('/reminders')).body
  expect(page).toContain('You get reminders.')
  expect(page).toContain('You are not told what became of a round.')
  const answer = await member.postJson('/reminders/resumption', { choice: 'results' })
  expect(answer.json()).toEqual({ results: true })
  expect((await member.get('/reminders', { accept: 'application/json' })).json()).toEqual(await wanted())
  for (const choice of ['invitations', '__proto__', ''])
    expect((await member.post('/reminders/refusal', { choice })).statusCode).toBe(404)
  expect(await wanted()).toEqual({ reminders: true, results: true })
})

test('who does not want to be told what became of a round is not told that it was cancelled', async () => {
  await (await safe.signIn(address)).post('/reminders/refusal', { choice: 'results' })
  await dana.post(`/rounds/${round}/cancellation`, {})
  safe.letters.splice(0)
  await safe.minute()
  expect(safe.letters).toHaveLength(7)
  expect(safe.letters.map(({ to }) => to)).not.toContain(address)
  expect(await safe.context.store.read.$count(outbox)).toBe(0)
})

test('no other post is taken from elsewhere because of it', async () => {
  const url = (await oneClick()).replace(/\/reminders$/, '')
  const elsewhere = { 'sec-fetch-site': 'cross-site' }
  for (const other of [`${url}/refusal`, `${url}/resumption`, '/sign-in'])
    expect([other, (await asMailProgram(other, elsewhere)).statusCode]).toEqual([other, 403])
  expect((await asMailProgram(`${url.slice(0, -1)}/reminders`, elsewhere)).statusCode).toBe(404)
  expect((await asMailProgram(`${url}/invitations`, elsewhere)).statusCode).toBe(404)
  expect(await wanted()).toEqual({ reminders: true, results: true })
})
