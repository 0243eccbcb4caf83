import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
let session: string
beforeAll(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  session = `session=${dana.cookie('session')}`
})
beforeEach(() => rename('Acme', { origin: 'http://localhost:3000' }))
afterAll(() => safe.stop())

/** A post with exactly these headers beside the session cookie, which a browser adds by itself. */
const rename = (name: string, headers: Record<string, string>) =>
  safe.app.inject({
    method: 'POST',
    url: '/settings',
    headers: {
      host: 'localhost:3000',
      cookie: session,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    payload: new URLSearchParams({ name, timeZone: 'UTC' }).toString(),
  })
const nameNow = async () =>
  /name="name"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="name"/.exec(
    (await dana.get('/settings')).body,
  )![1]

const refused: [promise: string, headers: Record<string, string>][] = [
  ['another site', { origin: 'https://evil.example' }],
  ['another port of this machine', { origin: 'http://localhost:4000' }],
  ['a page without an origin, such as a sandboxed frame', { origin: 'null' }],
  ['another site, by what the browser says of it', { 'sec-fetch-site': 'cross-site' }],
  ['a sister domain', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' }],
  [
    'another site that claims our origin',
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
  ],
  ['somebody who says nothing of where it came from', {}],
]

test.each(refused)('a post from %s is not carried out', async (_, headers) => {
  const response = await rename('Stolen', headers)
  expect(response.statusCode).toBe(403)
  expect(response.body).toContain('This came from another site')
  expect(await nameNow()).toBe('Acme')
})

const allowed: [promise: string, headers: Record<string, string>][] = [
  ['our own page', { 'sec-fetch-site': 'same-origin' }],
  [
    'our own page whose referrer policy blanks its origin',
    { 'sec-fetch-site': 'same-origin', origin: 'null' },
  ],
  ['our own page in a browser without Sec-Fetch-Site', { origin: 'http://localhost:3000' }],
]

test.each(allowed)('a post from %s is carried out', async (_, headers) => {
  expect((await rename('Renamed', headers)).statusCode).toBe(303)
  expect(await nameNow()).toBe('Renamed')
})

test('a script with a session is refused in JSON until it says its origin', async () => {
  const asScript = { accept: 'application/json' }
  const response = await rename('Stolen', asScript)
  expect([response.statusCode, response.json().error]).toEqual([403, 'crossSite'])
  expect((await rename('Renamed', { ...asScript, origin: 'http://localhost:3000' })).statusCode).toBe(200)
})

test('a script without a session needs no origin: there is nothing to borrow', async () => {
  const response = await safe.app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    payload: '{"email":"dana@acme.example"}',
  })
  expect(response.statusCode).toBe(202)
})

test("nobody is signed in to an account of another site's choosing", async () => {
  await safe.visitor().post('/sign-in', { email: 'dana@acme.example' })
  await safe.deliver()
  const link = /\/sign-in\/\S+/.exec(safe.letters.at(-1)!.text)![0]
  const planted = await safe.visitor().post(link, {}, { origin: 'https://evil.example' })
  expect(planted.statusCode).toBe(403)
  expect((await safe.visitor().post(link, {})).statusCode).toBe(303)
})

const elsewhere: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { origin: 'null' },
  { origin: 'https://evil.example' },
]

test.each(elsewhere)(
  'another site cannot post in the name of somebody without a session either: %o',
  async (headers) => {
    expect((await safe.visitor().post('/sign-in', { email: 'dana@acme.example' }, headers)).statusCode).toBe(
      403,
    )
  },
)
