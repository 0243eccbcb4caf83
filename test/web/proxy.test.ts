import { afterEach, expect, test } from 'vitest'
import { setupToken, TestApp } from '../helpers/app.ts'

const PUBLIC_URL = 'https://pulse.example.com'
const proxy = '10.0.0.2'

let safe: TestApp
afterEach(() => safe.stop())

/** Sets up over a connection from `remoteAddress` that says it was https; is the session cookie Secure? */
async function cookieIsSecure(TRUST_PROXY: string, remoteAddress: string): Promise<boolean> {
  safe = await TestApp.start({ PUBLIC_URL, TRUST_PROXY })
  const response = await safe.visitor().request({
    method: 'POST',
    url: '/setup',
    remoteAddress,
    headers: { origin: PUBLIC_URL, 'x-forwarded-proto': 'https', 'content-type': 'application/json' },
    payload: JSON.stringify({
      token: setupToken,
      organisation: 'Acme',
      timeZone: 'UTC',
      email: 'dana@acme.example',
    }),
  })
  expect(response.statusCode).toBe(200)
  return response.cookies.find(({ name }) => name === 'session')!.secure === true
}

test('behind a proxy that is trusted and speaks https, the session cookie travels over https alone', async () => {
  expect(await cookieIsSecure(proxy, proxy)).toBe(true)
})

test('a range of proxies can be trusted', async () => {
  expect(await cookieIsSecure('127.0.0.1, 10.0.0.0/8', proxy)).toBe(true)
})

test('what anybody else says of the scheme is not believed', async () => {
  expect(await cookieIsSecure(proxy, '10.0.0.3')).toBe(false)
})

test('nobody is believed until told to', async () => {
  expect(await cookieIsSecure('off', '127.0.0.1')).toBe(false)
})

/** Sixty-one tries through `remoteAddress`; the n-th says it was forwarded for `client(n)`. Returns the last answer's status. */
async function afterSixtyTries(TRUST_PROXY: string, client: (n: number) => string) {
  safe = await TestApp.start({ TRUST_PROXY })
  await safe.setUp()
  for (let n = 0; n < 60; n++) await attempt(client(n))
  return (await attempt(client(60))).statusCode
}
const attempt = (client: string) =>
  safe.visitor().request({
    method: 'POST',
    url: '/sign-in',
    remoteAddress: proxy,
    headers: { 'x-forwarded-for': client },
  })

test('a client cannot slip past its limit by inventing addresses', async () => {
  expect(await afterSixtyTries('off', (n) => `198.51.100.${n}`)).toBe(429)
})

test.each([proxy, 'on'])(
  'nor by inventing addresses in front of the one its proxy adds (%s)',
  async (trusted) => {
    expect(await afterSixtyTries(trusted, (n) => `198.51.100.${n}, 203.0.113.7`)).toBe(429)
  },
)

test.each([proxy, 'on'])('behind a trusted proxy, clients are limited one by one (%s)', async (trusted) => {
  expect(await afterSixtyTries(trusted, (n) => `198.51.100.${n}`)).toBe(422)
})

test('an installation on https asks browsers never to come without it again', async () => {
  safe = await TestApp.start({ PUBLIC_URL })
  expect((await safe.visitor().get('/health')).headers['strict-transport-security']).toContain(
    'max-age=31536000',
  )
})

test('an installation without https does not', async () => {
  safe = await TestApp.start()
  expect((await safe.visitor().get('/health')).headers['strict-transport-security']).toBeUndefined()
})
