import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSignInLink } from '#server/access/access.ts'
import type { Visitor } from '../helpers/app.ts'
import { seeded } from '../helpers/attacks.ts'
import { everythingStored } from '../helpers/stored.ts'
import { everybody, type Who } from './doors.ts'
import { addresses, fullHouse, type House } from './house.ts'

/** Twenty thousand requests that nobody's browser sends: whatever they are, none is a fault of ours. */
const requests = 20_000
const atOnce = 20

const nonsense = [
  [
    '',
    ' ',
    '0',
    '-1',
    '1.5',
    '0x10',
    '1e309',
    '99999999999999999999',
    'null',
    'true',
    '[]',
    '{}',
    'organisation',
  ],
  [
    '\0',
    'a\0b',
    '\ud800',
    '\udfff x',
    '\u0007',
    '\r\nset-cookie: a=b',
    '\u202ebackwards',
    '\u2028',
    '\u{1f4a5}',
  ],
  [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '../../etc/passwd',
    '//evil.example',
    '%',
    '%zz',
  ],
  ["' or 1=1 --", '<script>alert(1)</script>', '${7*7}', 'x'.repeat(5000), '٣', 'AAAAAAAAAAAAAAAAAAAAAA'],
  [
    '2026-13-45',
    '0001-01-01T00:00',
    '9999-12-31T23:59',
    '2026-12-01T10:00',
    '2026-12',
    'a@b.example',
    'Lead',
  ],
].flat()
const fields = `
  email token team teams teamId round rounds text owner due question questions name month opensAt
  closesAt remindsAt threshold cuts cuts.stress id kind hint levels banding cut construct column
  columns card cards group number minutes from to stage votesEach template code roster renames
  source apply note signal colour colour.tests note.tests basedOn reason organisation timeZone
  cardsKeptDays as answers administrator manages facilitates blindedMessage unit message signature
  ballot title place.0 text.0 side.0 value measure __proto__ constructor toString length
`
  .trim()
  .split(/\s+/)
/** What would leave too little to go on with, if it were sent each time its turn comes. */
const drastic = /sign-out|revocation|\/removal|sample|\/closure|\/cancellation|\/ending/

let house: House
let random: () => number
beforeAll(async () => {
  house = await fullHouse()
  random = seeded('random requests')
})
afterAll(() => house.safe.stop())

const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
const chance = (share: number): boolean => random() < share

interface Request {
  who: Who
  method: string
  url: string
  headers: Record<string, string>
  payload?: string
}

/** Often something there is, else anything. */
const aValue = (): string => (chance(0.4) ? one(Object.values(house.things)) : one(nonsense))

function aPath(): { method: string; url: string } {
  if (chance(0.03)) return { method: one(['GET', 'POST', 'HEAD']), url: `/${encoded(one(nonsense))}` }
  const { method, url } = one(house.safe.app.routeTable)
  if (drastic.test(url) && chance(0.95)) return aPath()
  const filled = url.replace(/([\w-]+)\/:\w+/g, (_, word: string) => {
    const value = chance(0.6) ? (house.things[word] ?? 'nothing') : aValue()
    return `${word}/${encoded(value)}`
  })
  const query = chance(0.3) ? `?${one(fields)}=${encoded(aValue())}&${one(fields)}=${encoded(aValue())}` : ''
  return {
    method: chance(0.95) ? method : one(['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'POST']),
    url: filled + query,
  }
}

/** Half a character has no encoding; what a hostile client would send in its place is sent. */
function encoded(value: string): string {
  if (chance(0.05)) return '%ED%A0%80'
  return value.isWellFormed() ? encodeURIComponent(value) : '%ED%A0%80'
}

function aThing(depth = 0): unknown {
  if (depth < 4 && chance(0.2))
    return Array.from({ length: Math.floor(random() * 4) }, () => aThing(depth + 1))
  if (depth < 4 && chance(0.2)) return Object.fromEntries([[one(fields), aThing(depth + 1)]])
  return chance(0.2) ? one([0, 7, -1, 1.5, 1e21, true, false, null]) : aValue()
}

function aBody(): Pick<Request, 'headers' | 'payload'> {
  const named = Array.from({ length: Math.floor(random() * 8) }, () => one(fields))
  const type = one(['form', 'form', 'json', 'json', 'parts', 'text', 'lie'])
  if (type === 'form') {
    const payload = named.map((name) => `${encoded(name)}=${encoded(aValue())}`).join('&')
    return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload }
  }
  const json = JSON.stringify(
    chance(0.9) ? Object.fromEntries(named.map((name) => [name, aThing()])) : aThing(),
  )
  if (type === 'json') return { headers: { 'content-type': 'application/json' }, payload: json }
  if (type === 'parts') {
    const parts = named.map(
      (name) => `--e\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${one(nonsense)}\r\n`,
    )
    return {
      headers: { 'content-type': 'multipart/form-data; boundary=e' },
      payload: `${parts.join('')}--e--`,
    }
  }
  const lies = [
    'text/plain',
    'text/csv',
    'application/x-ndjson',
    'application/json',
    'image/png',
    'multipart/form-data',
  ]
  return { headers: { 'content-type': type === 'lie' ? one(lies) : 'text/plain' }, payload: one(nonsense) }
}

function aRequest(): Request {
  const { method, url } = aPath()
  const who = one(everybody)
  const { headers, payload } =
    method === 'POST' || chance(0.05) ? aBody() : { headers: {}, payload: undefined }
  if (chance(0.3)) headers['accept'] = one(['application/json', 'text/html', '*/*', 'text/event-stream', ''])
  if (chance(0.1)) headers['hx-request'] = 'true'
  if (chance(0.05)) headers['origin'] = one(['null', 'https://evil.example', 'http://localhost:3000'])
  if (chance(0.05)) headers['sec-fetch-site'] = one(['cross-site', 'same-origin', 'none'])
  if (chance(0.05))
    headers['cookie'] = one(['seat=%00', 'session=%00.x', 'notice=__proto__', 'seat=a.b.c', '===;;'])
  return { who, method, url, headers, ...(payload === undefined ? {} : { payload }) }
}

/** What is wrong with an answer; null where nothing is. */
async function wrongWith({ who, method, url, ...sent }: Request): Promise<string | null> {
  const by: Visitor = house.visitors[who] ?? house.safe.visitor()
  const isStream = url.includes('/events')
  const response = await by.request({ method: method as 'GET', url, ...sent, payloadAsStream: isStream })
  const { statusCode, headers } = response
  if (isStream) response.stream().destroy()
  const body = isStream ? '' : response.body
  if (statusCode >= 500) return `status ${statusCode}`
  if (/\n\s+at .+:\d+:\d+/.test(body)) return 'a stack trace'
  if (headers.location !== undefined && !/^\/(?!\/)/.test(String(headers.location)))
    return `a way to ${headers.location}`
  if (who === 'stranger' && /session=[^;]/.test(String(headers['set-cookie'] ?? '')))
    return 'a session for a stranger'
  return null
}

/** Sessions end among all that; whoever is still in the roster comes back. */
async function signInAgain() {
  for (const [who, address] of Object.entries(addresses)) {
    const link = await newSignInLink(house.safe.context, address)
    if (link) await house.visitors[who]!.post(new URL(link).pathname, {})
  }
}

/** In MB, of what is still held. */
function memory(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed / 1024 / 1024
}

test(
  'twenty thousand random requests of ten people find no fault of ours, no trace and no way out',
  { timeout: 240_000 },
  async () => {
    const before = memory()
    for (let n = 0; n < requests; n += atOnce) {
      if (n % 1000 === 0) await signInAgain()
      const sent = Array.from({ length: atOnce }, aRequest)
      const wrong = await Promise.all(sent.map(wrongWith))
      wrong.forEach((what, at) => what && expect.soft([what, sent[at]]).toEqual([null, sent[at]]))
      if (house.safe.reports.length > 0)
        throw new Error([...house.safe.reports.slice(0, 3), JSON.stringify(sent)].join('\n'))
    }
    expect(memory() - before).toBeLessThan(50)
  },
)

test('two thousand requests of nobody in particular leave next to nothing behind', async () => {
  const before = (await everythingStored(house.safe.context.store)).length
  for (let n = 0; n < 2000; n += atOnce)
    await Promise.all(Array.from({ length: atOnce }, () => wrongWith({ ...aRequest(), who: 'stranger' })))
  const after = (await everythingStored(house.safe.context.store)).length
  expect(after - before).toBeLessThan(20_000)
})
