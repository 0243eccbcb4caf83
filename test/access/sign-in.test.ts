import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashOf } from '#server/access/access.ts'
import { people } from '#server/storage/schema/people.ts'
import { administrator, roster, TestApp, type Visitor } from '../helpers/app.ts'
import { everythingStored } from '../helpers/stored.ts'

const ada = 'payments1@acme.example'
const minute = 60_000

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: 2 }))
})
afterEach(() => safe.stop())

async function linkFor(email: string): Promise<string> {
  await safe.visitor().post('/sign-in', { email })
  await safe.deliver()
  return /\/sign-in\/\S+/.exec(safe.letters.at(-1)!.text)![0]
}
const isSignedIn = async (visitor: Visitor) => (await visitor.get('/')).statusCode === 200

test('the reply is the same, byte for byte, whether or not the address is in the roster', async () => {
  const stranger = administrator.replace('dana', 'nina')
  const [known, unknown] = await Promise.all(
    [administrator, stranger].map((email) => safe.visitor().post('/sign-in', { email })),
  )
  const { date: _date, 'x-request-id': _id, ...headers } = known!.headers
  expect(known!.statusCode).toBe(200)
  expect(unknown!.statusCode).toBe(200)
  expect(unknown!.headers).toMatchObject(headers)
  expect(Object.keys(unknown!.headers)).toEqual(Object.keys(known!.headers))
  expect(unknown!.body.replaceAll(stranger, administrator)).toBe(known!.body)
})

test('a stranger is sent nothing, and the address typed is not kept', async () => {
  await safe.visitor().post('/sign-in', { email: 'nina@elsewhere.example' })
  await safe.deliver()
  expect(safe.letters).toEqual([])
  expect(await everythingStored(safe.context.store)).not.toContain('nina@elsewhere.example')
})

test('an address is recognised however it is spelt', async () => {
  await safe.visitor().post('/sign-in', { email: ` ${ada.toUpperCase()} ` })
  await safe.deliver()
  expect(safe.letters.map(({ to }) => to)).toEqual([ada])
})

test('a faulty address is said to be one, and comes back to be mended', async () => {
  const response = await safe.visitor().post('/sign-in', { email: 'ada at acme' })
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain('value="ada at acme"')
})

test('a link signs in once', async () => {
  const link = await linkFor(ada)
  const first = safe.visitor()
  await first.post(link, {})
  expect(await isSignedIn(first)).toBe(true)
  const second = safe.visitor()
  expect((await second.post(link, {})).statusCode).toBe(410)
  expect(second.cookie('session')).toBeUndefined()
})

test('of two who press the button at the same time, one is signed in', async () => {
  const link = await linkFor(ada)
  const statuses = (await Promise.all([1, 2].map(() => safe.visitor().post(link, {})))).map(
    (one) => one.statusCode,
  )
  expect(new Set(statuses)).toEqual(new Set([303, 410]))
})

test('a link that signs nobody in says so when it is opened, and how to get another; of whom, it does not tell', async () => {
  const link = await linkFor(ada)
  await safe.visitor().post(link, {})
  const [used, made] = await Promise.all([link, '/sign-in/a-token'].map((one) => safe.visitor().get(one)))
  expect([used!.statusCode, made!.statusCode]).toEqual([410, 410])
  expect(made!.body).toBe(used!.body)
  expect(used!.body).not.toContain('Sign in now')
  expect(used!.body).toContain('<form method="post" action="/sign-in">')
  // Pressed on a page that was opened while the link was good: the same.
  expect((await safe.visitor().post(link, {})).body).toBe(used!.body)
})

test('a link works for an hour, and not a moment longer', async () => {
  const [inTime, tooLate] = [await linkFor(ada), await linkFor(ada)]
  safe.clock.advance(60 * minute - 1)
  expect((await safe.visitor().post(inTime, {})).statusCode).toBe(303)
  safe.clock.advance(1)
  expect((await safe.visitor().post(tooLate, {})).statusCode).toBe(410)
})

test('a link that is too old is deleted, not only ignored', async () => {
  const token = (await linkFor(ada)).split('/').at(-1)!
  expect(await everythingStored(safe.context.store)).toContain(hashOf(token))
  safe.clock.advance(60 * minute)
  await safe.minute()
  expect(await everythingStored(safe.context.store)).not.toContain(hashOf(token))
})

test('a scanner that opens the link, or asks for its headers, does not use it up', async () => {
  const link = await linkFor(ada)
  const scanner = safe.visitor()
  expect((await scanner.get(link)).statusCode).toBe(200)
  expect((await scanner.request({ method: 'HEAD', url: link })).statusCode).toBe(200)
  expect(scanner.cookie('session')).toBeUndefined()
  expect((await safe.visitor().post(link, {})).statusCode).toBe(303)
})

test('a copy of the database signs nobody in: it holds the hash of a link, never the link', async () => {
  const token = (await linkFor(ada)).split('/').at(-1)!
  const stored = await everythingStored(safe.context.store)
  expect(stored).toContain(hashOf(token))
  expect(stored).not.toContain(token)
  expect((await safe.visitor().post(`/sign-in/${hashOf(token)}`, {})).statusCode).toBe(410)
})

test('asked for again, a new link comes, and the one before it still works', async () => {
  const [first, second] = [await linkFor(ada), await linkFor(ada)]
  expect(second).not.toBe(first)
  expect((await safe.visitor().post(first, {})).statusCode).toBe(303)
  expect((await safe.visitor().post(second, {})).statusCode).toBe(303)
})

test('a link dies with the person it was made for', async () => {
  const link = await linkFor(ada)
  const [person] = (await safe.context.store.read.select().from(people)).filter(({ email }) => email === ada)
  await dana.post(`/people/${person!.id}/removal`, {})
  expect((await safe.visitor().post(link, {})).statusCode).toBe(410)
})
