import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NotTaken, usualWays, type Hosts, type Resolve } from '#server/outside/outside.ts'
import { send } from '#server/chat/sending.ts'
import { ChatServer } from './chat-server.ts'

let chat: ChatServer
let hosts: Map<string, { internal: boolean }>
beforeEach(async () => {
  chat = await ChatServer.start()
  hosts = new Map([[chat.host, { internal: true }]])
})
afterEach(() => chat.stop())

const message = { headers: { 'content-type': 'application/json' }, body: '{"text":"Grüße"}' }
const patience = 400

/** Why it was not taken; null when it was. */
async function tried(url: URL | string, { resolve = usualWays.resolve, among = hosts as Hosts } = {}) {
  try {
    await send(new URL(url), message, among, { resolve, patience })
    return null
  } catch (error) {
    if (error instanceof NotTaken) return error.reason
    throw error
  }
}

/** A name server that says something else each time, as an attacker's does. */
const saying = (...answers: string[]): Resolve & { asked: string[] } => {
  const asked: string[] = []
  const resolve = (hostname: string, _options: object, done: Parameters<Resolve>[2]) => {
    const address = answers[Math.min(asked.length, answers.length - 1)]!
    asked.push(hostname)
    done(null, [{ address, family: address.includes(':') ? 6 : 4 }])
  }
  return Object.assign(resolve as Resolve, { asked })
}

test('a message arrives whole, as it was written', async () => {
  expect(await tried(chat.url())).toBeNull()
  expect(chat.told).toMatchObject([{ path: '/hooks/SECRET', body: message.body }])
  expect(chat.told[0]!.headers).toMatchObject({ 'content-type': 'application/json', 'content-length': '18' })
})

test('nothing goes to a host that is not on the list, nor to another port of one that is', async () => {
  expect(await tried(chat.url(), { among: new Map() })).toBe('host')
  expect(
    await tried(`http://127.0.0.1:${chat.port}/x`, { among: new Map([['127.0.0.1', { internal: true }]]) }),
  ).toBe('host')
  expect(await tried(`http://a:b@${chat.host}/`)).toBe('host')
  expect(chat.told).toEqual([])
})

test('this machine is not reached by its address in any spelling, unless its host was called internal', async () => {
  const spellings = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
  ]
  for (const spelling of spellings) {
    const url = new URL(`https://${spelling}:${chat.port}/`)
    const among = new Map([[url.host, { internal: false }]])
    expect([spelling, await tried(url, { among })]).toEqual([spelling, 'address'])
  }
  expect(chat.told).toEqual([])
})

test('a name that leads to a private, link-local or mapped address is not followed', async () => {
  const among = new Map([
    ['hooks.example:443', { internal: false }],
    ['hooks.example', { internal: false }],
  ])
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '::1',
    'fd00::1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
  ])
    expect([address, await tried('https://hooks.example/', { among, resolve: saying(address) })]).toEqual([
      address,
      'address',
    ])
})

test('of several addresses of a name only those are tried that may be reached', async () => {
  const host = `inside.example:${chat.port}`
  const both: Resolve = (_name, _options, done) =>
    done(null, [
      { address: '169.254.169.254', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ])
  const among = new Map([[host, { internal: true }]])
  expect(await tried(`http://${host}/`, { among, resolve: both })).toBeNull()
  expect(chat.told).toHaveLength(1)
})

test('a name that means another address a moment later gains nothing: it is looked up once, and that address is used', async () => {
  const resolve = saying('169.254.169.254', '127.0.0.1')
  const among = new Map([[`rebound.example:${chat.port}`, { internal: true }]])
  expect(await tried(`http://rebound.example:${chat.port}/`, { among, resolve })).toBe('address')
  expect(chat.told).toEqual([])
  const other = saying('127.0.0.1', '169.254.169.254')
  expect(await tried(`http://rebound.example:${chat.port}/`, { among, resolve: other })).toBeNull()
  expect(other.asked).toEqual(['rebound.example'])
})

test('without https it goes to no host but an internal one', async () => {
  const among = new Map([['hooks.example', { internal: false }]])
  const resolve = saying('1.1.1.1')
  expect(await tried('http://hooks.example/', { among, resolve })).toBe('insecure')
  expect(resolve.asked).toEqual([])
})

test('a redirect is followed to a host on the list, twice at most, and with the message', async () => {
  chat.answers = (response, { path }) => {
    const next = { '/1': '/2', '/2': '/3', '/3': '/4' }[path]
    if (next && !(path === '/3' && stopsAtThree)) response.writeHead(308, { location: next })
    response.end()
  }
  let stopsAtThree = true
  expect(await tried(chat.url('/1'))).toBeNull()
  expect(chat.told.map(({ path, body }) => [path, body])).toEqual(
    ['/1', '/2', '/3'].map((path) => [path, message.body]),
  )
  stopsAtThree = false
  chat.told.splice(0)
  expect(await tried(chat.url('/1'))).toBe('redirects')
  expect(chat.told.map(({ path }) => path)).toEqual(['/1', '/2', '/3'])
})

test('a redirect to this machine, to a private address, to another scheme or to a host not on the list is not followed', async () => {
  const elsewhere = await ChatServer.start()
  const targets: [string, string][] = [
    [elsewhere.url('/').href, 'host'],
    ['http://169.254.169.254/latest/meta-data/', 'host'],
    ['https://listed.example/', 'address'],
    ['https://10.0.0.1/', 'address'],
    ['http://10.0.0.1/', 'insecure'],
    ['file:///etc/passwd', 'host'],
    ['ftp://10.0.0.1/', 'insecure'],
    ['http://[', 'redirects'],
  ]
  hosts.set('listed.example', { internal: false }).set('10.0.0.1', { internal: false })
  for (const [location, reason] of targets) {
    chat.answers = (response) => void response.writeHead(307, { location }).end()
    expect([location, await tried(chat.url(), { resolve: saying('127.0.0.1') })]).toEqual([location, reason])
  }
  expect(elsewhere.told).toEqual([])
  await elsewhere.stop()
})

test('a redirect that would make a GET of it is told as its status', async () => {
  for (const status of [301, 302, 303]) {
    chat.answers = (response) => void response.writeHead(status, { location: '/elsewhere' }).end()
    expect(await tried(chat.url())).toBe(String(status))
  }
  expect(chat.told.map(({ path }) => path)).toEqual(Array(3).fill('/hooks/SECRET'))
})

test('a service that refuses is told by its status, and how long it asks to be left alone', async () => {
  chat.answers = (response) => void response.writeHead(429, { 'retry-after': '120' }).end('slow down')
  await expect(send(chat.url(), message, hosts, { ...usualWays, patience })).rejects.toMatchObject({
    reason: '429',
    wait: 120_000,
  })
  chat.answers = (response) => void response.writeHead(500).end(`fault at ${chat.url().href}`)
  expect(await tried(chat.url())).toBe('500')
})

test('a service that accepts the connection and says nothing, or dribbles, is given up in time', async () => {
  chat.answers = () => {}
  const began = performance.now()
  expect(await tried(chat.url())).toBe('slow')
  expect(performance.now() - began).toBeLessThan(patience * 4)
  const dribbling = await rawServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    const timer = setInterval(() => socket.write('x-more: 1\r\n'), 50)
    socket.on('close', () => clearInterval(timer))
  })
  expect(await tried(dribbling.url)).toBe('slow')
  await dribbling.stop()
})

test('a service that lies about its length is not waited for, and what it goes on sending is not read', async () => {
  const answers: [string, string | null][] = [
    ['HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nok', null],
    ['HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nmuch more than that', null],
    ['HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n', null],
    ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n', null],
    ['HTTP/1.1 404 Not Found\r\ncontent-length: 1000\r\n\r\n', '404'],
    ['HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n', 'reply'],
    ['HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', 'reply'],
    ['SSH-2.0-OpenSSH\r\n', 'reply'],
    [`HTTP/1.1 200 OK\r\n${'x-long: '.padEnd(60_000, 'x')}\r\n\r\n`, 'reply'],
  ]
  for (const [answer, expected] of answers) {
    const lying = await rawServer((socket) => socket.write(answer))
    expect([answer.slice(0, 60), await tried(lying.url)]).toEqual([answer.slice(0, 60), expected])
    await lying.stop()
  }
})

test('an answer without an end costs the server nothing: the connection is gone when the status is known', async () => {
  let written = 0
  const endless = await rawServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    const more = () => {
      while (!socket.destroyed && socket.write(Buffer.alloc(65_536))) written += 65_536
    }
    socket.on('drain', more)
    more()
  })
  expect(await tried(endless.url)).toBeNull()
  await endless.stop()
  expect(written).toBeLessThan(8 * 1024 * 1024)
})

test('a host that cannot be found or reached, and a certificate that is not trusted, have their reasons', async () => {
  const gone = await rawServer(() => {})
  await gone.stop()
  expect(await tried(gone.url)).toBe('unreachable')
  const among = new Map([['nowhere.invalid', { internal: false }]])
  const unknown: Resolve = (_name, _options, done) =>
    done(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }), [])
  expect(await tried('https://nowhere.invalid/', { among, resolve: unknown })).toBe('name')
  const plain = await rawServer((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
  expect(await tried(plain.url.replace('http:', 'https:'))).toBe('certificate')
  await plain.stop()
})

/** Writes what it likes as soon as it was asked something. */
async function rawServer(onRequest: (socket: Socket) => void) {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => onRequest(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as { port: number }).port}`
  hosts.set(host, { internal: true })
  return {
    url: `http://${host}/`,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
