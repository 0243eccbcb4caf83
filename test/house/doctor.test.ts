import { existsSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { freePort } from '../helpers/postgres.ts'
import { Child, killChildren } from '../helpers/process.ts'
import { temporaryDirectory } from '../helpers/store.ts'

vi.setConfig({ testTimeout: 120_000 })

let environment: { PORT: string; DATA_DIR: string; KEY_DIR: string; PUBLIC_URL: string }
let front: Server | undefined
beforeEach(async () => {
  const directory = temporaryDirectory()
  const PORT = String(await freePort())
  environment = {
    PORT,
    DATA_DIR: join(directory, 'data'),
    KEY_DIR: join(directory, 'keys'),
    PUBLIC_URL: `http://localhost:${PORT}`,
  }
})
afterEach(async () => {
  front?.close()
  front = undefined
  await killChildren()
})

async function server(more = {}) {
  const child = new Child('main', { ...environment, ...more })
  await child.prints('No SMTP_URL')
  return child
}

const doctor = (more = {}) => new Child('doctor', { ...environment, ...more }).ended

/** Passes everything on, and says in X-Forwarded-For what `who` makes of what was said before. */
async function proxyInFront(who: (said: string) => string | undefined): Promise<string> {
  const port = await freePort()
  front = createServer((asked, reply) => {
    const { 'x-forwarded-for': said = '', ...headers } = asked.headers
    const forwarded = who(String(said))
    const passed = request(
      {
        host: '127.0.0.1',
        port: environment.PORT,
        path: asked.url,
        headers: {
          ...headers,
          'x-forwarded-proto': 'http',
          ...(forwarded && { 'x-forwarded-for': forwarded }),
        },
      },
      (answer) => answer.pipe(reply.writeHead(answer.statusCode ?? 502, answer.headers)),
    )
    passed.on('error', () => reply.writeHead(502).end())
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => front!.listen(port, '127.0.0.1', resolve))
  return `http://localhost:${port}`
}

test('before the first start it says what is missing, each with what to do, and makes nothing', async () => {
  const { code, out, err } = await doctor()
  expect({ code, err }).toEqual({ code: 1, err: '' })
  const wrong = out.split('\n').filter((line) => line.startsWith('WRONG'))
  expect(wrong).toHaveLength(3)
  for (const line of wrong) expect(line).toMatch(/^WRONG {2}\w+: .+\. .+\.$/)
  expect(out).toMatch(/3 things are wrong\.\n$/)
  expect(existsSync(environment.DATA_DIR) || existsSync(environment.KEY_DIR)).toBe(false)
})

test('beside a running server it finds nothing wrong, again and again, and the server goes on', async () => {
  const child = await server()
  for (let n = 0; n < 2; n++) {
    const { code, out, err } = await doctor()
    expect({ code, err, out }).toEqual({
      code: 0,
      err: '',
      out: expect.stringMatching(/Nothing is wrong\.\n$/),
    })
  }
  expect((await fetch(`${environment.PUBLIC_URL}/health`)).status).toBe(200)
  child.signal('SIGTERM')
  expect((await child.ended).code).toBe(0)
  const { code, out } = await doctor()
  expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('ECONNREFUSED') })
})

test('a setting of which no sense can be made is told as the server tells it', async () => {
  const { code, err } = await doctor({ TRUST_PROXY: 'nginx' })
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^TRUST_PROXY must be .+\.\n$/) })
})

test('it asks through the proxy with a forged address, and says whether the proxy is believed, and rightly', async () => {
  const PUBLIC_URL = await proxyInFront((said) => [said, '198.51.100.7'].filter(Boolean).join(', '))
  const outcome = async (TRUST_PROXY: string) => {
    const child = await server({ PUBLIC_URL, TRUST_PROXY })
    const { code, out } = await doctor({ PUBLIC_URL, TRUST_PROXY })
    child.signal('SIGTERM')
    await child.ended
    return [code, /Proxy: (.*)/.exec(out)?.[1]]
  }
  expect(await outcome('off')).toEqual([1, expect.stringContaining('Set TRUST_PROXY to')])
  expect(await outcome('127.0.0.1')).toEqual([0, expect.stringContaining('is believed')])
  front?.close()
  const lying = await proxyInFront((said) => said)
  const child = await server({ PUBLIC_URL: lying, TRUST_PROXY: '127.0.0.1' })
  const { code, out } = await doctor({ PUBLIC_URL: lying, TRUST_PROXY: '127.0.0.1' })
  expect([code, out]).toEqual([1, expect.stringContaining('Anybody can claim to come from any address')])
  expect(child.err).toBe('')
})

test('what answers at the public address and is another server is told apart', async () => {
  await server()
  const { code, out } = await doctor({ PUBLIC_URL: `http://localhost:${await emptySite()}` })
  expect([code, out]).toEqual([1, expect.stringContaining('is not this server')])
})

/** A web server that has nothing at any address. */
async function emptySite(): Promise<number> {
  const port = await freePort()
  front = createServer((_asked, reply) => reply.writeHead(404).end())
  await new Promise<void>((resolve) => front!.listen(port, '127.0.0.1', resolve))
  return port
}
