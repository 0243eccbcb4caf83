import { createHash, createPublicKey } from 'node:crypto'
import { beforeAll, afterAll, expect, test } from 'vitest'
import type { Manifest } from '#server/rounds/manifest.ts'
import { rounds } from '#server/storage/schema/rounds.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'

const name = 'Puls "Ünï\\code" 🙂'

let safe: TestApp
let dana: Visitor
let id: string
let fingerprint: string
beforeAll(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  const teams = { 'Eng / Zurich': 8, 'Eng / Ledger': 4, 'Eng / Risk': 3, Sales: 12 }
  await safe.importRoster(dana, roster(teams).replaceAll('Zurich', 'Zürich “A”'))
  id = (await dana.postJson('/rounds', { name, threshold: 5 })).json().id
  fingerprint = (await dana.postJson(`/rounds/${id}/opening`, {})).json().fingerprint
})
afterAll(() => safe.stop())

const fetched = () => safe.visitor().get(`/rounds/${id}/manifest.json`)
const manifest = async (): Promise<Manifest> => (await fetched()).json()
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()

/** RFC 8785 for what a manifest holds: keys in order of their UTF-16 units, no white space. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
}

/** RFC 4648, in lower case, by another way than ours: as one large number. */
function base32(bytes: Buffer): string {
  const length = Math.ceil((bytes.length * 8) / 5)
  const digits = BigInt(`0x${bytes.toString('hex')}`) << BigInt(length * 5 - bytes.length * 8)
  return digits
    .toString(32)
    .padStart(length, '0')
    .replace(/[0-9a-v]/g, (digit) => 'abcdefghijklmnopqrstuvwxyz234567'[parseInt(digit, 32)]!)
}

test('anybody may fetch the manifest, without a cookie, as soon as the round is open', async () => {
  const response = await fetched()
  expect(response.statusCode).toBe(200)
  expect(response.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(response.headers['set-cookie']).toBeUndefined()
  const planned = (await dana.postJson('/rounds', {})).json().id
  for (const other of [planned, 'nowhere'])
    expect((await safe.visitor().get(`/rounds/${other}/manifest.json`)).statusCode).toBe(404)
})

test('its bytes are canonical JSON', async () => {
  const { rawPayload } = await fetched()
  expect(rawPayload.toString('utf8')).toBe(canonicalJson(JSON.parse(rawPayload.toString('utf8'))))
})

test('its fingerprint is the beginning of the SHA-256 of exactly these bytes, in base32', async () => {
  expect(base32(Buffer.from('foobar'))).toBe('mzxw6ytboi')
  expect(fingerprint).toMatch(/^[a-z2-7]{26}$/)
  expect(fingerprint).toBe(base32(sha256((await fetched()).rawPayload)).slice(0, 26))
})

test('it says what was planned, and what people were told', async () => {
  const said = await manifest()
  const { opensAt, closesAt } = (await dana.get(`/rounds/${id}`, { accept: 'application/json' })).json()
  expect(said).toMatchObject({
    format: 'safe-to-say/1',
    round: id,
    name,
    organisation: 'Acme',
    opens: opensAt,
    closes: closesAt,
    threshold: 5,
  })
  expect(opensAt).toBe('2026-11-02T09:00:00.000Z')
  const keys = [
    'closes',
    'format',
    'name',
    'opens',
    'organisation',
    'questions',
    'round',
    'script',
    'seal',
    'threshold',
    'units',
  ]
  expect(Object.keys(said).toSorted()).toEqual(keys)
  expect(JSON.stringify(said)).not.toContain('@')
})

test('its units are what was previewed; their sizes sum to everybody invited', async () => {
  const { units } = await manifest()
  expect(units.map(({ name, size }) => [name, size])).toEqual([
    ['Ledger + Risk', 7],
    ['Sales', 12],
    ['Zürich “A”', 8],
  ])
  await safe.minute()
  const invited = safe.letters.filter(({ text }) => text.includes('/answer#'))
  expect(units.reduce((sum, { size }) => sum + size, 0)).toBe(invited.length)
  for (const { text } of invited) {
    expect(text).toContain(fingerprint)
    expect(units.some(({ name, size }) => text.includes(`${name}: ${size} people`))).toBe(true)
  }
})

test('every unit has a 2048-bit key of its own with exponent 65537, no two share a key or an id', async () => {
  const { units } = await manifest()
  for (const { key } of units) {
    expect(key).toEqual({ kty: 'RSA', n: expect.stringMatching(/^[\w-]{342}$/), e: 'AQAB' })
    const { modulusLength, publicExponent } = createPublicKey({
      key: { ...key },
      format: 'jwk',
    }).asymmetricKeyDetails!
    expect([modulusLength, publicExponent]).toEqual([2048, 65537n])
    expect(Buffer.from(key.n, 'base64url').at(-1)! % 2).toBe(1)
  }
  expect(new Set(units.map(({ key }) => key.n)).size).toBe(units.length)
  expect(new Set(units.map((unit) => unit.id)).size).toBe(units.length)
})

test('its sealing key is a point on P-256 and nothing of a private key is in it', async () => {
  const { seal } = await manifest()
  expect(Object.keys(seal).toSorted()).toEqual(['crv', 'kty', 'x', 'y'])
  expect(createPublicKey({ key: { ...seal }, format: 'jwk' }).asymmetricKeyDetails).toEqual({
    namedCurve: 'prime256v1',
  })
})

test('its hash of the questions is that of the list as it was frozen', async () => {
  const [round] = (await safe.context.store.read.select().from(rounds)).filter((one) => one.id === id)
  expect(round!.questions!.length).toBe(round!.selection.length)
  expect((await manifest()).questions).toBe(sha256(canonicalJson(round!.questions)).toString('hex'))
})

test('it does not change while the round is open, whatever the organisation is called since', async () => {
  const before = (await fetched()).body
  await dana.post('/settings', { name: 'Another', timeZone: 'UTC' })
  await dana.post('/questions/stress/retirement', {})
  await safe.minute()
  expect((await fetched()).body).toBe(before)
})
