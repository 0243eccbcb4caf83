import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestApp } from '../helpers/app.ts'

const sentinel = 'sentinel-in-the-message'

let safe: TestApp
beforeEach(async () => {
  safe = await TestApp.start()
  safe.app.pages.get('/broken', { config: { allow: 'anyone' } }, async () => {
    throw new Error(`select from people: ${sentinel}\n    at ${sentinel} (people.ts:1:1)`)
  })
  safe.app.pages.get('/unnamed', { config: { allow: 'anyone' } }, async () => {
    throw Object.assign(new Error(sentinel), { statusCode: 404 })
  })
  await safe.setUp()
})
afterEach(() => safe.app.close())

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const script = { accept: 'application/json' }
const post = (headers: Record<string, string>, payload = '') =>
  safe.visitor().request({ method: 'POST', url: '/sign-in', headers, payload })
const form = 'application/x-www-form-urlencoded'

type Answer = Awaited<ReturnType<typeof post>>
const asks: [
  what: string,
  status: number,
  code: string,
  ask: (headers: Record<string, string>) => Promise<Answer>,
][] = [
  ['an address without a page', 404, 'notFound', (headers) => safe.visitor().get('/nowhere', headers)],
  [
    'a method the address does not know',
    404,
    'notFound',
    (headers) => safe.visitor().request({ method: 'DELETE', url: '/sign-in', headers }),
  ],
  [
    'a body that is too large',
    413,
    'tooLarge',
    (headers) => post({ ...headers, 'content-type': form, 'content-length': '99999999' }, 'email='),
  ],
  [
    'a kind of body nobody reads',
    400,
    'notUnderstood',
    (headers) => post({ ...headers, 'content-type': 'application/xml' }, '<email/>'),
  ],
  ['a fault of ours', 500, 'internal', (headers) => safe.visitor().get('/broken', headers)],
]

test.each(asks)(
  '%s is answered with a page for people and JSON for scripts',
  async (_, status, code, ask) => {
    const page = await ask(browser)
    expect(page.statusCode).toBe(status)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).toContain('<h1>')
    const json = await ask(script)
    expect(json.statusCode).toBe(status)
    const id = status < 500 ? {} : { request: json.headers['x-request-id'] }
    expect(json.json()).toEqual({ error: code, message: expect.stringMatching(/\w.*\.$/), ...id })
  },
)

test('JSON that cannot be read is answered in JSON, without repeating it', async () => {
  const response = await post({ 'content-type': 'application/json' }, `{"${sentinel}`)
  expect(response.statusCode).toBe(400)
  expect(response.json().error).toBe('notUnderstood')
  expect(response.body).not.toContain(sentinel)
})

test('JSON of any shape is answered as a faulty form, never with a fault of ours', async () => {
  const bodies = ['null', '[]', '"text"', '7', '{"email":{"toString":1}}', '{"email":[{"valueOf":null}]}']
  for (const payload of bodies) {
    const response = await post({ 'content-type': 'application/json' }, payload)
    expect([payload, response.statusCode]).toEqual([payload, 422])
  }
  expect(safe.reports).toEqual([])
})

test('a fault of ours never shows its message, and is reported without it', async () => {
  for (const headers of [browser, script]) {
    const response = await safe.visitor().get(`/broken?q=${sentinel}`, headers)
    expect(response.body).not.toContain(sentinel)
    expect(JSON.stringify(response.headers)).not.toContain(sentinel)
  }
  expect(safe.reports).toHaveLength(2)
  expect(JSON.parse(safe.reports[0]!)).toMatchObject({ level: 'error', route: 'GET /broken', error: 'Error' })
  expect(safe.reports[0]).toContain('errors.test.ts')
  expect(safe.reports.join()).not.toContain(sentinel)
})

test('whoever is shown a fault of ours is shown the number it has in the log, and cannot choose it', async () => {
  const page = await safe
    .visitor()
    .get('/broken', { ...browser, 'x-request-id': sentinel, 'request-id': sentinel })
  const id = String(page.headers['x-request-id'])
  expect(id).toMatch(/^[0-9a-f]{12}$/)
  expect(page.body).toContain(id)
  expect(safe.lines.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ request: id })])
  const refused = await safe.visitor().get('/nowhere', browser)
  expect(refused.body).not.toContain(String(refused.headers['x-request-id']))
})

test('an error of a library that has a status keeps its message to itself as well', async () => {
  const response = await safe.visitor().get('/unnamed')
  expect(response.body).not.toContain(sentinel)
})

test('without its database the house still answers with a page, and still says nothing of the cause', async () => {
  const page = await whileTheStoreIsClosed(() => safe.visitor().get('/sign-in', browser))
  expect(page.statusCode).toBe(500)
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(page.body).toContain('Something went wrong on our side')
  const json = await safe.visitor().get('/sign-in', script)
  expect(json.json().error).toBe('internal')
  for (const { body } of [page, json]) expect(body).not.toMatch(/database|connection|pool/i)
})

test('somebody signed in gets that page too', async () => {
  const dana = await safe.signIn('dana@acme.example')
  const page = await whileTheStoreIsClosed(() => dana.get('/', browser))
  expect([page.statusCode, page.headers['content-type']]).toEqual([500, 'text/html; charset=utf-8'])
})

async function whileTheStoreIsClosed<T>(work: () => Promise<T>): Promise<T> {
  await safe.context.store.close()
  return work()
}
