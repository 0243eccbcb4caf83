import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'
import { hostileBodies } from '../helpers/hostile.ts'
import { everythingStored } from '../helpers/stored.ts'

/** What a body may be is decided in one place, so every route that takes one is tried with every hostile one. */
let safe: TestApp
let dana: Visitor
let member: Visitor
let posts: string[]
beforeAll(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: 8 }))
  member = await safe.signIn('payments1@acme.example')
  // Or else one of the posts below would undo the import, and with it the member.
  await dana.post('/roster/undo/removal', {})
  posts = safe.app.routeTable
    .filter(({ method }) => method === 'POST')
    .map(({ url }) => url.replace(/:\w+/g, 'nothing'))
})
afterAll(() => safe.stop())

const sizeOf = (body: string | Buffer) => Buffer.byteLength(body)
/** A page, and what was typed into one field of it; each quotation mark is written with six letters. */
const longestAnswer = 20_000

test.each(hostileBodies)('$name is refused by every route, in few words', async ({ headers, body }) => {
  const before = await everythingStored(safe.context.store)
  const stranger = safe.visitor()
  for (const url of posts) {
    const response = await stranger.request({ method: 'POST', url, headers, payload: body })
    expect.soft([url, response.statusCode < 500]).toEqual([url, true])
    expect.soft([url, response.body.length < longestAnswer]).toEqual([url, true])
  }
  expect(await everythingStored(safe.context.store)).toBe(before)
  expect(safe.reports).toEqual([])
})

test('a small hostile body is no fault of ours either when somebody signed in sends it', async () => {
  const small = hostileBodies.filter(({ body }) => sizeOf(body) < 64 * 1024)
  expect(small.length).toBeGreaterThan(10)
  const known = posts.filter((url) => !/sign-out|revocation|removal/.test(url))
  for (const visitor of [member, dana])
    for (const { name, headers, body } of small)
      for (const url of known) {
        const { statusCode } = await visitor.request({ method: 'POST', url, headers, payload: body })
        expect.soft([name, url, statusCode < 500]).toEqual([name, url, true])
      }
  expect(safe.reports).toEqual([])
})

test('who may not send a file is told so before any of it is read', async () => {
  const announced = {
    'content-type': 'application/x-ndjson',
    'content-length': String(20 * 1024 * 1024),
    accept: 'application/json',
  }
  for (const [visitor, status] of [
    [safe.visitor(), 401],
    [member, 403],
  ] as const)
    for (const url of ['/roster/imports', '/figures/imports']) {
      const response = await visitor.request({ method: 'POST', url, headers: announced, payload: 'email' })
      expect([url, response.statusCode]).toEqual([url, status])
    }
})

test('what is typed comes back up to two thousand characters, and no further', async () => {
  const typed = (length: number) => safe.visitor().post('/sign-in', { email: 'x'.repeat(length) })
  expect((await typed(2000)).body).toContain(`value="${'x'.repeat(2000)}"`)
  expect((await typed(60_000)).body).not.toContain('x'.repeat(2001))
})

test('text that one database keeps and the other refuses is refused in path, query and body', async () => {
  for (const nothing of ['%00', 'a%00b']) {
    for (const url of [
      `/rounds/${nothing}/manifest.json`,
      `/boards/${nothing}/seat`,
      `/join?code=${nothing}`,
    ])
      expect([url, (await safe.visitor().get(url)).statusCode]).toEqual([url, 400])
    for (const url of [`/people?q=${nothing}`, `/teams/${nothing}/kit`])
      expect([url, (await dana.get(url)).statusCode]).toEqual([url, 400])
  }
  // Explaining a refusal looks up the board that the path names.
  for (const visitor of [safe.visitor(), member])
    for (const from of ['http://localhost:3000', 'https://evil.example']) {
      const headers = { 'hx-request': 'true', origin: from }
      expect((await visitor.post('/boards/%00/lock', {}, headers)).statusCode).toBe(400)
    }
  const script = await safe.visitor().get('/answering/scripts/%00.js')
  expect(script.statusCode).toBe(400)
  const ballot = { round: 'a\0', unit: 'b', message: '', signature: '', ballot: '' }
  expect((await safe.visitor().postJson('/answering/ballots', ballot)).statusCode).toBe(400)
})

test('a line keeps no control characters, whoever typed them', async () => {
  await dana.post('/settings', { name: 'Ac\r\nme\u0007 \u202eInc', timeZone: 'UTC' })
  expect((await dana.get('/settings')).body).toContain('value="Ac me Inc"')
  await dana.post('/settings', { name: 'Acme', timeZone: 'UTC' })
})

test('a body that drips in is cut off, and nothing of it is kept', async () => {
  const waiting = await TestApp.start({}, { body: 100 })
  const { port } = new URL(await waiting.app.listen({ port: 0, host: '127.0.0.1' }))
  for (const path of ['/sign-in', '/answering/ballots']) {
    const socket = connect(Number(port), '127.0.0.1')
    const drip = setInterval(() => socket.write('x'), 20)
    const answered = await new Promise<string>((resolve) => {
      let said = ''
      socket.on('data', (chunk) => (said += chunk.toString()))
      socket.on('error', () => {})
      socket.on('close', () => resolve(said))
      socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n`)
      socket.write('content-length: 60000\r\n\r\n{')
    })
    clearInterval(drip)
    expect([path, answered]).toEqual([path, ''])
  }
  expect(waiting.reports).toEqual([])
  await waiting.stop()
})
