import { writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '#server/storage/index.ts'
import { freePort } from '../helpers/postgres.ts'
import { Child, killChildren } from '../helpers/process.ts'
import { canMount, SmallDisk, unmountAll } from '../helpers/small-disk.ts'
import { temporaryDirectory } from '../helpers/store.ts'

// Each test starts processes, which takes long where much else is going on.
vi.setConfig({ testTimeout: 120_000 })
/** Milliseconds; browsers would keep their connections open for longer. */
const promptly = 30_000

let environment: { PORT: string; DATA_DIR: string; KEY_DIR: string }
let url: string
beforeEach(async () => {
  const directory = temporaryDirectory()
  environment = {
    PORT: String(await freePort()),
    DATA_DIR: join(directory, 'data'),
    KEY_DIR: join(directory, 'keys'),
  }
  url = `http://localhost:${environment.PORT}`
})
afterEach(killChildren)
afterEach(unmountAll)

const server = (more: Record<string, string> = {}) => new Child('main', { ...environment, ...more })

async function startedServer(more: Record<string, string> = {}): Promise<Child> {
  const child = server(more)
  await child.prints('Safe to Say is at')
  await child.prints('No SMTP_URL')
  return child
}

const setupForm = (child: Child) =>
  new URLSearchParams({
    token: /#(\S+)/.exec(child.out)![1]!,
    organisation: 'Acme',
    timeZone: 'UTC',
    email: 'dana@acme.example',
  })

const post = (path: string, body: URLSearchParams) =>
  fetch(url + path, { method: 'POST', body, headers: { origin: url }, redirect: 'manual' })

async function stopped(child: Child) {
  child.signal('SIGTERM')
  return child.ended
}

/** The one plain sentence it says instead of starting. */
async function whyItDidNotStart(child: Child): Promise<string> {
  const { code, out, err } = await child.ended
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^[^\n]+\.\n$/)
  expect(err).not.toMatch(/Error|node:/)
  return err
}

test('the first start prints one set-up link, where it is, and where its mail goes', async () => {
  const child = await startedServer()
  const lines = child.out.trim().split('\n')
  expect(lines.filter((line) => line.startsWith('Set up:'))).toEqual([
    expect.stringMatching(/^Set up: \S+\/setup#[\w-]{43}$/),
  ])
  expect(lines[0]).toBe(`Safe to Say is at ${url}`)
  expect(lines).toContain(`No SMTP_URL is set: mail is written to ${environment.DATA_DIR}/outbox.`)
  expect(child.err).toBe('')
})

test('every fault of the environment is told at once, a line each', async () => {
  const { code, out, err } = await server({
    PORT: 'eighty',
    PUBLIC_URL: 'pulse',
    TRUST_PROXY: 'nginx',
    SMTP_URL: 'mail',
  }).ended
  expect({ code, out }).toEqual({ code: 1, out: '' })
  const names = err
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0])
  expect(names).toHaveLength(4)
  expect(new Set(names)).toEqual(new Set(['PORT', 'PUBLIC_URL', 'SMTP_URL', 'TRUST_PROXY']))
})

test('a port in use is named', async () => {
  const other = createServer().listen(Number(environment.PORT), '127.0.0.1')
  expect(await whyItDidNotStart(server())).toContain(`Port ${environment.PORT} on 127.0.0.1 is in use.`)
  other.close()
})

test.each(['DATA_DIR', 'KEY_DIR'] as const)('a file where %s should be is named', async (which) => {
  writeFileSync(environment[which], '')
  expect(await whyItDidNotStart(server())).toContain(environment[which])
})

const onSmallDisk = canMount() ? test : () => {}

for (const which of ['DATA_DIR', 'KEY_DIR'] as const)
  onSmallDisk(`a disk for ${which} that can only be read is named`, async () => {
    const disk = SmallDisk.of(16)!
    disk.onlyReads()
    expect(await whyItDidNotStart(server({ [which]: disk.directory }))).toContain('read-only')
  })

test('a database that is none is named', async () => {
  const DATA_DIR = temporaryDirectory()
  writeFileSync(join(DATA_DIR, 'safe-to-say.db'), 'Dear diary, '.repeat(100))
  expect(await whyItDidNotStart(server({ DATA_DIR }))).toContain(join(DATA_DIR, 'safe-to-say.db'))
})

test('a database server that does not answer is said to be silent', async () => {
  const DATABASE_URL = `postgres://127.0.0.1:${await freePort()}/nowhere`
  expect(await whyItDidNotStart(server({ DATABASE_URL }))).toContain('DATABASE_URL does not answer')
})

test('a database that a newer version has changed is left alone', async () => {
  const { DATA_DIR } = environment
  await (await openStore({ DATA_DIR })).close()
  const database = new Database(join(DATA_DIR, 'safe-to-say.db'))
  database.exec('update __drizzle_migrations set created_at = created_at + 1000000000')
  database.close()
  expect(await whyItDidNotStart(server())).toContain('made by a newer version')
})

test('a restart signs nobody out and offers no second set-up', async () => {
  const first = await startedServer()
  const session = (await post('/setup', setupForm(first))).headers
    .getSetCookie()
    .find((one) => one.startsWith('session='))!
  await stopped(first)
  const second = await startedServer()
  expect(second.out).not.toContain('Set up:')
  const home = await fetch(`${url}/people`, {
    headers: { cookie: session.split(';')[0]! },
    redirect: 'manual',
  })
  expect(home.status).toBe(200)
})

test('nothing printed names who came, from where, or what they typed', async () => {
  const child = await startedServer({ LOG_LEVEL: 'debug' })
  await post('/setup', setupForm(child))
  await post('/sign-in', new URLSearchParams({ email: 'dana@acme.example' }))
  await post('/sign-in/sentinel-token', new URLSearchParams())
  await fetch(`${url}/sentinel-path?q=sentinel`)
  const before = child.out
  const { out, err } = await stopped(child)
  expect(before).toBe(out)
  expect(out + err).not.toMatch(/dana@|sentinel|127\.0\.0\.1|::1/)
})

test('its log is a JSON object a line, apart from what the start says, and as talkative as it is asked to be', async () => {
  const child = await startedServer({ LOG_LEVEL: 'info' })
  await fetch(`${url}/sign-in/spent`, { method: 'POST', headers: { origin: url } })
  const { err } = await stopped(child)
  const lines = err
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { level: string; msg: string })
  expect(lines.map(({ level, msg }) => `${level}: ${msg}`)).toEqual([
    'info: The server has started',
    'info: The server was asked to stop',
    'info: The server has stopped',
  ])
})

test('asked to stop, it finishes what somebody is sending, takes nothing new, and ends well', async () => {
  const child = await startedServer()
  const sending = await slowPost(setupForm(child).toString())
  child.signal('SIGTERM')
  await refusesConnections()
  sending.finish()
  expect(await sending.answer()).toMatch(/^HTTP\/1\.1 303 /)
  const answered = Date.now()
  expect(await child.ended).toMatchObject({ code: 0, err: '' })
  expect(Date.now() - answered).toBeLessThan(promptly)

  const again = await startedServer()
  expect(again.out).not.toContain('Set up:')
})

test('asked to stop while nobody wants anything, it ends at once though browsers keep connections open', async () => {
  const child = await startedServer()
  const idle = connect(Number(environment.PORT), '127.0.0.1')
  idle.write('GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await new Promise((resolve) => idle.once('data', resolve))
  const before = Date.now()
  expect((await stopped(child)).code).toBe(0)
  expect(Date.now() - before).toBeLessThan(promptly)
  idle.destroy()
})

test('asked to stop, it ends within ten seconds, whatever somebody is still sending', async () => {
  const child = await startedServer()
  await slowPost(setupForm(child).toString())
  const drip = connect(Number(environment.PORT), '127.0.0.1')
  drip.on('error', () => {})
  drip.write('POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n')
  const dripping = setInterval(() => drip.write('x'), 100)
  const before = Date.now()
  expect(await stopped(child)).toMatchObject({ code: 0, err: '' })
  clearInterval(dripping)
  expect(Date.now() - before).toBeLessThan(10_000)
})

test('a second server on the same data refuses with a sentence, and starts once the first is gone, however that ended', async () => {
  const first = await startedServer()
  const why = await whyItDidNotStart(server({ PORT: String(await freePort()) }))
  expect(why).toContain(`Another server runs on the data directory ${environment.DATA_DIR}`)
  const backup = join(temporaryDirectory(), 'copy.db')
  expect((await new Child('backup', environment, [backup]).ended).err).toContain('holds no organisation yet')
  first.signal('SIGKILL')
  await first.ended
  await startedServer()
})

/** A set-up of which the server has the head and half the body. */
async function slowPost(body: string) {
  const socket: Socket = connect(Number(environment.PORT), '127.0.0.1')
  let received = ''
  socket.on('data', (chunk: Buffer) => (received += chunk.toString()))
  const head = [
    'POST /setup HTTP/1.1',
    `Host: localhost:${environment.PORT}`,
    `Origin: ${url}`,
    'Expect: 100-continue',
  ]
  head.push('Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`)
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 10)}`)
  const until = async (text: string) => {
    while (!received.includes(text)) await new Promise((resolve) => socket.once('data', resolve))
  }
  await until('100 Continue\r\n\r\n')
  return {
    finish: () => socket.write(body.slice(10)),
    async answer() {
      await until('HTTP/1.1 303')
      return received.slice(received.indexOf('\r\n\r\n') + 4)
    },
  }
}

async function refusesConnections(): Promise<void> {
  const open = await new Promise((resolve) => {
    const probe = connect(Number(environment.PORT), '127.0.0.1')
    probe.once('connect', () => resolve(true)).once('error', () => resolve(false))
    probe.once('connect', () => probe.destroy())
  })
  if (open) return refusesConnections()
}
