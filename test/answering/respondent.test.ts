import { constants, createHash, generateKeyPairSync, privateDecrypt, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import canonicalize from 'canonicalize'
import { compactDecrypt } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import type { Question } from '../../server/storage/schema/questions.ts'
import {
  ballotMessage,
  fetchTransport,
  plaintextLength,
  readManifest,
  Respondent,
  type BallotRequest,
  type Invitation,
  type Manifest,
  type Plaintext,
  type Transport,
} from '../../server/sample/respondent.ts'

const sealing = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const payments = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ledger = generateKeyPairSync('rsa', { modulusLength: 2048 })
const bits1024 = generateKeyPairSync('rsa', { modulusLength: 1024 })

const remark = (id: string): Question => ({
  id,
  version: 1,
  construct: '',
  kind: 'remark',
  text: { en: { question: `What about ${id}?` } },
})
const invitation: Invitation = {
  round: 'r1',
  unit: { id: 'payments', name: 'Payments', size: 5, members: ['Ada Lovelace', 'B', 'C', 'D', 'E'] },
  questions: [remark('tools'), remark('weeks')],
  ownQuestions: [remark('on-call')],
  ticket: false,
}
const manifest = {
  format: 'safe-to-say/1',
  round: 'r1',
  name: 'November 2026',
  organisation: 'Acme',
  opens: '2026-11-02T08:00:00.000Z',
  closes: '2026-11-09T17:00:00.000Z',
  threshold: 5,
  questions: hashOf(invitation.questions),
  script: hashOf('script'),
  seal: sealing.publicKey.export({ format: 'jwk' }),
  units: [
    unit('payments', 'Payments', 5, payments, invitation.ownQuestions),
    unit('ledger', 'Ledger', 7, ledger),
  ],
} as Manifest

const plaintext: Plaintext = {
  answers: { pace: 4, tools: null, week: { reviews: 'helped', meetings: 'hurt', pairing: null } },
  attributes: { experience: 'senior' },
  remarks: [{ question: 'tools', text: 'Zwölf „Agenten“ 🙂\nwithout one reviewer', audience: 'team' }],
}

function hashOf(value: unknown) {
  return createHash('sha256').update(canonicalize(value)!).digest('hex')
}

function unit(id: string, name: string, size: number, pair: typeof payments, own?: Question[]) {
  const key = pair.publicKey.export({ format: 'jwk' })
  return { id, name, size, key, ...(own && { questions: hashOf(own) }) }
}

/** As docs/protocol.md has it, for the two units above; each token is an invitation into Payments. */
function fakeServer(served: object = manifest, invited: Partial<Invitation> = {}, tokens = ['t1', 't2']) {
  const tickets = new Map<string, string>()
  const ballots = new Map<string, string>()
  const says = (status: number, body?: object) => ({ status, text: body ? JSON.stringify(body) : '' })

  function issue({ token, blindedMessage }: { token: string; blindedMessage: string }) {
    const blinded = Buffer.from(blindedMessage, 'base64url')
    if (!tokens.includes(token)) return says(404)
    if (blinded.length !== 256) return says(400)
    if ((tickets.get(token) ?? blindedMessage) !== blindedMessage) return says(409)
    tickets.set(token, blindedMessage)
    const raw = { key: payments.privateKey, padding: constants.RSA_NO_PADDING }
    return says(200, { blindSignature: privateDecrypt(raw, blinded).toString('base64url') })
  }

  function count(sent: BallotRequest) {
    const [message, signature] = [sent.message, sent.signature].map((text) => Buffer.from(text, 'base64url'))
    const named = `safe-to-say ballot\n${sent.round}\n${sent.unit}\n`
    const pair = { payments, ledger }[sent.unit]
    if (!pair || signature!.length !== 256 || !message!.subarray(32).toString().startsWith(named))
      return says(400)
    const pss = { key: pair.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
    if (!verify('sha384', message!, pss, signature!)) return says(403)
    if ((ballots.get(sent.message) ?? sent.ballot) !== sent.ballot) return says(409)
    ballots.set(sent.message, sent.ballot)
    return says(204)
  }

  const transport: Transport = async (method, path, body = {}) => {
    const known = 'token' in body && tokens.includes(String(body.token))
    const asked = `${method} ${path}`
    if (asked === 'GET /rounds/r1/manifest.json') return { status: 200, text: canonicalize(served)! }
    if (asked === 'POST /answering/invitation')
      return known ? says(200, { ...invitation, ...invited }) : says(404)
    if (asked === 'POST /answering/tickets') return issue(body as Parameters<typeof issue>[0])
    if (asked === 'POST /answering/ballots') return count(body as BallotRequest)
    return says(404)
  }
  return { transport, tickets, ballots }
}

/** The same over the network. */
async function listening(transport: Transport) {
  const server = createServer((request, response) => void reply(transport, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function reply(transport: Transport, request: IncomingMessage, response: ServerResponse) {
  let body = ''
  for await (const piece of request) body += piece
  const identified = request.headers.cookie !== undefined || request.headers.referer !== undefined
  const { status, text } = identified
    ? { status: 418, text: '' }
    : await transport(request.method as 'GET', request.url!, body ? JSON.parse(body) : undefined)
  response.writeHead(status).end(text)
}

async function unsealed(ballot: string) {
  return Buffer.from((await compactDecrypt(ballot, sealing.privateKey)).plaintext).toString()
}

test('an answer is counted, sealed in 8,192 bytes, and its receipt is the hash of the message', async () => {
  const server = fakeServer()
  const respondent = await Respondent.open(server.transport, 't1')
  const receipt = await respondent.answer(plaintext)
  const [[message, ballot]] = [...server.ballots] as [[string, string]]
  expect(receipt).toBe(createHash('sha256').update(Buffer.from(message, 'base64url')).digest('hex'))
  const opened = await unsealed(ballot)
  expect(Buffer.byteLength(opened)).toBe(8192)
  expect(opened.trimEnd()).toBe(JSON.stringify(plaintext))
})

test('an answer travels over the network too', async () => {
  const server = fakeServer()
  const transport = fetchTransport(await listening(server.transport))
  const respondent = await Respondent.open(transport, 't1')
  await respondent.answer(plaintext)
  expect(server.ballots.size).toBe(1)
})

test('many respondents share one reading of the manifest', async () => {
  const tokens = Array.from({ length: 20 }, (_, number) => `t${number}`)
  const server = fakeServer(manifest, {}, tokens)
  let readings = 0
  const counting: Transport = (method, ...rest) => {
    if (method === 'GET') readings++
    return server.transport(method, ...rest)
  }
  const read = await readManifest(counting, 'r1')
  const receipts = tokens.map(async (token) =>
    (await Respondent.open(counting, token, read)).answer(plaintext),
  )
  expect(new Set(await Promise.all(receipts)).size).toBe(20)
  expect(readings).toBe(1)
})

test('the fingerprint is the start of the base32 hash of the manifest’s bytes', async () => {
  const { fingerprint } = await readManifest(fakeServer().transport, 'r1')
  const digest = createHash('sha256').update(canonicalize(manifest)!).digest()
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = bits.match(/.{5}/g)!.map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[parseInt(five, 2)])
  expect(fingerprint).toBe(letters.slice(0, 26).join(''))
})

test('another implementation of RFC 9474 accepts the signature', async () => {
  const respondent = await Respondent.open(fakeServer().transport, 't1')
  const { message } = respondent.prepare()
  const signature = await respondent.takeTicket()
  const jwk = payments.publicKey.export({ format: 'jwk' })
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, true, ['verify'])
  const suite = RSABSSA.SHA384.PSS.Randomized()
  expect(await suite.verify(key, signature, message)).toBe(true)
  expect(await suite.verify(key, signature, randomBytes(message.length))).toBe(false)
})

test('all ciphertexts have one length and the header the protocol names', async () => {
  const respondent = await Respondent.open(fakeServer().transport, 't1')
  const full = { question: 'tools', text: '„'.repeat(600), audience: 'organisation' as const }
  const sparse: Plaintext = { answers: {}, attributes: {}, remarks: [] }
  const ballots = []
  for (const each of [sparse, plaintext, { ...sparse, remarks: [full, full, full] }])
    ballots.push(await respondent.seal(each))
  expect(new Set(ballots.map((ballot) => ballot.length)).size).toBe(1)
  const header = Buffer.from(ballots[0]!.split('.')[0]!, 'base64url').toString()
  const coordinate = '"[\\w-]{43}"'
  const epk = `{"x":${coordinate},"crv":"P-256","kty":"EC","y":${coordinate}}`
  expect(header).toMatch(new RegExp(`^{"alg":"ECDH-ES","enc":"A256GCM","epk":${epk}}$`))
})

test('answers that the protocol does not allow are not sealed, and spend no ticket', async () => {
  const server = fakeServer()
  const respondent = await Respondent.open(server.transport, 't1')
  const remarks = (...texts: string[]) => ({
    ...plaintext,
    remarks: texts.map((text) => ({ question: 'tools', text, audience: 'team' as const })),
  })
  await expect(respondent.answer(remarks('a', 'b', 'c', 'd'))).rejects.toThrow('three remarks')
  await expect(respondent.answer(remarks('x'.repeat(601)))).rejects.toThrow('600')
  await expect(respondent.answer(remarks('a\tb'))).rejects.toThrow('control character')
  const attributes = { experience: 'x'.repeat(plaintextLength) }
  await expect(respondent.answer({ ...plaintext, attributes })).rejects.toThrow('8,192')
  expect(server.tickets.size).toBe(0)
})

test('bytes are sealed as they are', async () => {
  const respondent = await Respondent.open(fakeServer().transport, 't1')
  expect(await unsealed(await respondent.seal(Buffer.from('no JSON')))).toBe('no JSON')
})

test('each step can be repeated: a lost response or a 503 costs nothing', async () => {
  const server = fakeServer()
  const answered: string[] = []
  const failingOnce: Transport = async (method, path, body) => {
    const answer = await server.transport(method, path, body)
    const first = path !== '/answering/invitation' && method === 'POST' && !answered.includes(path)
    answered.push(path)
    return first ? { status: 503, text: '' } : answer
  }
  const respondent = await Respondent.open(failingOnce, 't1')
  await expect(respondent.answer(plaintext)).rejects.toMatchObject({ step: 'ticket', status: 503 })
  await expect(respondent.answer(plaintext)).rejects.toMatchObject({ step: 'ballot', status: 503 })
  const receipt = await respondent.answer(plaintext)
  expect(await respondent.cast()).toBe(204)
  expect(receipt).toBe(respondent.receipt)
  expect(server.ballots.size).toBe(1)
})

test('a step out of order is a mistake of the caller', async () => {
  const respondent = await Respondent.open(fakeServer().transport, 't1')
  await expect(respondent.takeTicket()).rejects.toThrow('prepare comes first')
  respondent.prepare()
  await expect(respondent.cast()).rejects.toThrow('takeTicket comes first')
  await respondent.takeTicket()
  await expect(respondent.cast()).rejects.toThrow('seal comes first')
})

test('a step that is refused names itself and the status', async () => {
  const { transport } = fakeServer()
  await expect(Respondent.open(transport, 'unknown')).rejects.toMatchObject({
    step: 'invitation',
    status: 404,
  })
  await expect(readManifest(transport, 'r2')).rejects.toMatchObject({ step: 'manifest', status: 404 })
  const respondent = await Respondent.open(transport, 't1')
  await respondent.answer(plaintext)
  await respondent.seal(plaintext)
  await expect(respondent.cast()).rejects.toMatchObject({ step: 'ballot', status: 409 })
  respondent.prepare()
  await expect(respondent.takeTicket()).rejects.toMatchObject({ step: 'ticket', status: 409 })
})

test('an answer that is no JSON object is refused', async () => {
  const blank: Transport = async () => ({ status: 200, text: '<html>' })
  await expect(Respondent.open(blank, 't1')).rejects.toMatchObject({ step: 'invitation', status: 200 })
})

test('a wrong signature is refused', async () => {
  const { transport } = fakeServer()
  for (const blindSignature of [randomBytes(255), randomBytes(256), Buffer.alloc(256), Buffer.alloc(0)]) {
    const lying: Transport = async (method, path, body) =>
      path === '/answering/tickets'
        ? { status: 200, text: JSON.stringify({ blindSignature: blindSignature.toString('base64url') }) }
        : transport(method, path, body)
    const respondent = await Respondent.open(lying, 't1')
    respondent.prepare()
    await expect(respondent.takeTicket()).rejects.toMatchObject({ step: 'ticket', status: 200 })
    expect(respondent.signature).toBeNull()
  }
})

test('a ticket for one unit is no ticket for another', async () => {
  const respondent = await Respondent.open(fakeServer().transport, 't1')
  respondent.prepare(ballotMessage('r1', 'ledger'))
  await respondent.takeTicket()
  await respondent.seal(plaintext)
  await expect(respondent.cast()).rejects.toMatchObject({ step: 'ballot', status: 400 })
  const { status } = await fakeServer().transport('POST', '/answering/ballots', {
    ...respondent.ballotRequest,
    unit: 'ledger',
  })
  expect(status).toBe(403)
})

test('nothing is blinded under a key whose modulus shares a factor with the message', async () => {
  // The product of 3, 5, 7 … leaves hardly any message without a common factor, which would show through.
  const modulus = smoothModulus()
  const n = Buffer.from(modulus.toString(16), 'hex').toString('base64url')
  const [own, other] = manifest.units
  const smooth = { ...manifest, units: [{ ...own, key: { ...own!.key, n } }, other] }
  const respondent = await Respondent.open(fakeServer(smooth).transport, 't1')
  const blindings = Array.from({ length: 40 }, () => () => respondent.prepare())
  expect(blindings.some(throwsRangeError)).toBe(true)
})

function smoothModulus() {
  let product = 1n
  for (let odd = 3n; product < 1n << 2000n; odd += 2n) if (isPrime(odd)) product *= odd
  let last = (1n << 2047n) / product + 1n
  if (last % 2n === 0n) last++
  return product * last
}

function isPrime(odd: bigint) {
  for (let divisor = 3n; divisor * divisor <= odd; divisor += 2n) if (odd % divisor === 0n) return false
  return true
}

function throwsRangeError(action: () => unknown) {
  try {
    action()
    return false
  } catch (error) {
    return error instanceof RangeError
  }
}

const [first, second] = manifest.units as [Manifest['units'][0], Manifest['units'][0]]
const withUnit = (change: object) => ({ ...manifest, units: [{ ...first, ...change }, second] })
const withKey = (change: object) => withUnit({ key: { ...first.key, ...change } })
const even = Buffer.from(first.key.n, 'base64url')
even[255]! &= 0xfe

test.each<[reason: string, served: object]>([
  ['unreadable', { ...manifest, units: 'none' }],
  ['unreadable', { ...manifest, units: [null] }],
  ['format', { ...manifest, format: 'safe-to-say/2' }],
  ['round', { ...manifest, round: 'r2' }],
  ['threshold', { ...manifest, threshold: 4 }],
  ['threshold', { ...manifest, threshold: '5' }],
  ['threshold', { ...manifest, threshold: undefined }],
  ['unitTooSmall', withUnit({ size: 4 })],
  ['unitTooSmall', { ...manifest, threshold: 6 }],
  ['modulus', withKey({ n: bits1024.publicKey.export({ format: 'jwk' }).n })],
  ['modulus', withKey({ n: `AQ${'A'.repeat(340)}B` })],
  ['modulus', withKey({ n: even.toString('base64url') })],
  ['modulus', withKey({ n: undefined })],
  ['modulus', withKey({ kty: 'EC' })],
  ['exponent', withKey({ e: 'Aw' })],
  ['sharedId', withUnit({ id: second.id })],
  ['sharedKey', withUnit({ key: second.key })],
  ['sealingKey', { ...manifest, seal: undefined }],
  ['sealingKey', { ...manifest, seal: { ...manifest.seal, crv: 'P-384' } }],
  ['sealingKey', { ...manifest, seal: { ...manifest.seal, y: manifest.seal.x } }],
])('a manifest is refused without an invitation: %s', async (reason, served) => {
  await expect(readManifest(fakeServer(served).transport, 'r1')).rejects.toMatchObject({ reason })
})

test.each<[reason: string, served: object, invited?: Partial<Invitation>]>([
  ['unitMissing', { ...manifest, units: [second] }],
  ['unitDiffers', withUnit({ name: 'Payment' })],
  ['unitDiffers', withUnit({ size: 6 })],
  ['questions', manifest, { questions: [remark('tools')] }],
  ['questions', manifest, { questions: invitation.questions.toReversed() }],
  ['ownQuestions', manifest, { ownQuestions: [remark('pager')] }],
  ['ownQuestions', manifest, { ownQuestions: [] }],
  ['ownQuestions', withUnit({ questions: undefined })],
])('a manifest is refused beside the invitation: %s', async (reason, served, invited) => {
  const { transport } = fakeServer(served, invited)
  await expect(Respondent.open(transport, 't1')).rejects.toMatchObject({ reason })
})

test('a manifest read for another round does not serve', async () => {
  const read = await readManifest(fakeServer().transport, 'r1')
  const { transport } = fakeServer(manifest, { round: 'r2' })
  await expect(Respondent.open(transport, 't1', read)).rejects.toMatchObject({ reason: 'round' })
})
