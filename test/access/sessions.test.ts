import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashOf } from '#server/access/access.ts'
import { people } from '#server/storage/schema/people.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'
import { everythingStored } from '../helpers/stored.ts'

const ada = 'ada@acme.example'
const hour = 60 * 60_000

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  const withRoles = roster({ Payments: 1 }).replace('email,team,name', 'email,team,name,role')
  await safe.importRoster(dana, `${withRoles},\n${ada},Payments,Ada,admin`)
})
afterEach(() => safe.stop())

const isSignedIn = async (visitor: Visitor) => (await visitor.get('/')).statusCode === 200
/** The cookie is the id and its signature. */
const sessionId = (visitor: Visitor) => visitor.cookie('session')!.split('.')[0]!
const revocations = async (visitor: Visitor) =>
  [...(await visitor.get('/sessions')).body.matchAll(/\/sessions\/([\w-]+)\/revocation/g)].map(
    ([, id]) => id!,
  )
const revoke = (visitor: Visitor, id: string) => visitor.post(`/sessions/${id}/revocation`, {})
const idOf = async (email: string) =>
  (await safe.context.store.read.select().from(people).where(eq(people.email, email)))[0]!.id

async function linkFor(email: string): Promise<string> {
  await safe.visitor().post('/sign-in', { email })
  await safe.deliver()
  return /\/sign-in\/\S+/.exec(safe.letters.at(-1)!.text)![0]
}

test('nobody is given a cookie before signing in', async () => {
  const response = await safe.visitor().get('/sign-in')
  expect(response.headers['set-cookie']).toBeUndefined()
})

test('a session somebody planted is not the one that is signed in, and is worth nothing afterwards', async () => {
  const mallory = await safe.signIn('payments1@acme.example')
  const planted = mallory.cookie('session')!
  const response = await safe.visitor().post(await linkFor(ada), {}, { cookie: `session=${planted}` })
  const own = response.cookies.find(({ name }) => name === 'session')!.value
  expect(own.split('.')[0]).not.toBe(planted.split('.')[0])
  expect(await isSignedIn(mallory)).toBe(false)
})

test('an id that somebody made up is not taken for a session', async () => {
  const madeUp = 'a'.repeat(32)
  const victim = safe.visitor()
  const response = await victim.post(await linkFor(ada), {}, { cookie: `session=${madeUp}` })
  expect(response.cookies.find(({ name }) => name === 'session')!.value).not.toContain(madeUp)
  expect((await safe.visitor().get('/', { cookie: `session=${madeUp}` })).statusCode).toBe(303)
})

test("a copy of the database is nobody's session: only the hash of its id is stored", async () => {
  const stored = await everythingStored(safe.context.store)
  expect(stored).toContain(hashOf(sessionId(dana)))
  expect(stored).not.toContain(sessionId(dana))
})

test('the cookie is out of reach of scripts and of other sites', async () => {
  const response = await safe.visitor().post(await linkFor(ada), {})
  expect(response.cookies).toMatchObject([{ name: 'session', httpOnly: true, sameSite: 'Lax', path: '/' }])
})

test('a session ends by itself after two weeks', async () => {
  const visitor = await safe.signIn(ada)
  const id = hashOf(sessionId(visitor))
  safe.clock.advance(14 * 24 * hour - 1000)
  expect(await isSignedIn(visitor)).toBe(true)
  safe.clock.advance(2000)
  expect(await isSignedIn(visitor)).toBe(false)
  await safe.minute()
  expect(await everythingStored(safe.context.store)).not.toContain(id)
})

test("everybody sees their own sessions, and nobody else's", async () => {
  const [laptop] = [await safe.signIn(ada), await safe.signIn(ada)]
  expect(await revocations(laptop)).toHaveLength(2)
  expect(await revocations(dana)).toEqual([hashOf(sessionId(dana))])
})

test('a session left open elsewhere can be ended', async () => {
  const [laptop, phone] = [await safe.signIn(ada), await safe.signIn(ada)]
  await revoke(laptop, hashOf(sessionId(phone)))
  expect(await isSignedIn(phone)).toBe(false)
  expect(await isSignedIn(laptop)).toBe(true)
})

test('ending the session one is in signs out, and it does not come back', async () => {
  const laptop = await safe.signIn(ada)
  await revoke(laptop, hashOf(sessionId(laptop)))
  expect(await isSignedIn(laptop)).toBe(false)
})

test("nobody, administrator or not, can end somebody else's session", async () => {
  const laptop = await safe.signIn(ada)
  await revoke(dana, hashOf(sessionId(laptop)))
  expect(await isSignedIn(laptop)).toBe(true)
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const laptop = await safe.signIn(ada)
  const kept = `session=${laptop.cookie('session')}`
  expect((await laptop.post('/sign-out', {})).headers.location).toBe('/sign-in')
  expect(laptop.cookie('session')).toBeUndefined()
  expect((await safe.visitor().get('/', { cookie: kept })).statusCode).toBe(303)
})

test('whoever leaves the roster is signed out at once', async () => {
  const laptop = await safe.signIn(ada)
  const id = hashOf(sessionId(laptop))
  await dana.post(`/people/${await idOf(ada)}/removal`, {})
  expect(await isSignedIn(laptop)).toBe(false)
  expect(await everythingStored(safe.context.store)).not.toContain(id)
})

test('an administrator who is one no longer loses the rights at once, and nothing else', async () => {
  const laptop = await safe.signIn(ada)
  expect((await laptop.get('/people')).statusCode).toBe(200)
  await dana.post(`/people/${await idOf(ada)}`, {
    email: ada,
    name: 'Ada',
    teamId: await teamOf(ada),
    answers: 'yes',
  })
  expect((await laptop.get('/people')).statusCode).toBe(403)
  expect(await isSignedIn(laptop)).toBe(true)
})

const teamOf = async (email: string) =>
  (await safe.context.store.read.select().from(people).where(eq(people.email, email)))[0]!.teamId!
