import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { roster, TestApp } from '../helpers/app.ts'

const ada = 'payments1@acme.example'
const hour = 60 * 60_000

let safe: TestApp
beforeEach(async () => {
  safe = await TestApp.start()
  await safe.importRoster(await safe.setUp(), roster({ Payments: 2 }))
})
afterEach(async () => {
  await safe.stop()
})

async function askForLink(email = ada) {
  const response = await safe.visitor().post('/sign-in', { email })
  await safe.deliver()
  return response
}
const lettersTo = (email: string) => safe.letters.filter(({ to }) => to === email).length

/** Faulty addresses, so that only the client is counted. */
const knock = (remoteAddress: string, accept = 'text/html') =>
  safe.visitor().request({ method: 'POST', url: '/sign-in', remoteAddress, headers: { accept } })

test("nobody can fill a colleague's mailbox: five letters an hour, however the address is spelt", async () => {
  const replies: Awaited<ReturnType<typeof askForLink>>[] = []
  for (const email of [ada, ada, ada, ada, ada.toUpperCase(), ada, ` ${ada}`])
    replies.push(await askForLink(email))
  expect(lettersTo(ada)).toBe(5)
  expect(replies.map(({ body, statusCode }) => ({ body, statusCode }))).toEqual(
    replies.map(() => ({ body: replies[0]!.body, statusCode: 200 })),
  )
})

test('whoever asks for all the links of an hour keeps nobody out: each of them works until it is used', async () => {
  for (let n = 0; n < 7; n++) await askForLink()
  const links = safe.letters.filter(({ to }) => to === ada).map(({ text }) => /\/sign-in\/\S+/.exec(text)![0])
  safe.clock.advance(hour - 1000)
  for (const link of links) expect((await safe.visitor().post(link, {})).statusCode).toBe(303)
  expect(links).toHaveLength(5)
  expect((await askForLink()).body).toContain('at most five links in an hour')
})

test("a limit that is reached for one address is nobody else's", async () => {
  for (let n = 0; n < 6; n++) await askForLink(ada)
  await askForLink('payments2@acme.example')
  expect(lettersTo('payments2@acme.example')).toBe(1)
})

test('an hour later the address is written to again', async () => {
  for (let n = 0; n < 6; n++) await askForLink()
  safe.clock.advance(hour + 1000)
  await askForLink()
  expect(lettersTo(ada)).toBe(6)
})

test('a client that asks more than sixty times an hour is told to wait, and others are not', async () => {
  for (let n = 0; n < 60; n++) expect((await knock('203.0.113.7')).statusCode).toBe(422)
  const refused = await knock('203.0.113.7')
  expect(refused.statusCode).toBe(429)
  expect(refused.body).toContain('Please wait an hour')
  expect((await knock('203.0.113.7', 'application/json')).json()).toMatchObject({ error: 'tooManyRequests' })
  expect((await knock('203.0.113.8')).statusCode).toBe(422)
})

test('guessing the set-up token is limited alike', async () => {
  for (let n = 0; n < 60; n++) await knock('203.0.113.7')
  const guess = { method: 'POST', url: '/setup', remoteAddress: '203.0.113.7' } as const
  expect((await safe.visitor().request(guess)).statusCode).toBe(429)
})

test('when signing in fails, the report names neither the client nor the address typed', async () => {
  const failing = new Error(`insert into outbox: ${ada}\n    at ${ada} (203.0.113.7)`)
  vi.spyOn(safe.context.store, 'write').mockRejectedValue(failing)
  const response = await safe.visitor().request({
    method: 'POST',
    url: '/sign-in',
    remoteAddress: '203.0.113.7',
    headers: { 'content-type': 'application/json', 'user-agent': 'Adas Telefon' },
    payload: JSON.stringify({ email: ada }),
  })
  expect(response.statusCode).toBe(500)
  const [report, ...others] = safe.reports
  expect(others).toEqual([])
  expect(report).toMatch(/"route":"POST \/sign-in","error":"Error"/)
  expect(report).toContain('limits.test.ts')
  for (const secret of [ada, '203.0.113.7', 'Adas Telefon', 'insert into'])
    expect(report).not.toContain(secret)
})

test('a link that fails to be used is reported by its route, not by its token', async () => {
  vi.spyOn(safe.context.store, 'write').mockRejectedValue(new Error('down'))
  await safe.visitor().post('/sign-in/sentinel-token', {})
  expect(safe.reports.join()).toContain('"route":"POST /sign-in/:token"')
  expect(safe.reports.join()).not.toContain('sentinel-token')
})
