import { generateKeyPairSync, constants, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ballotMessage, type Respondent } from '#server/sample/respondent.ts'
import { ballots } from '#server/storage/schema/ballots.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import { openCompany, openRound, rated, readyToCast, respondents, type Opened } from '../helpers/attacks.ts'
import type { Visitor } from '../helpers/app.ts'

let company: Opened
let stranger: Visitor
/** Somebody of Payments, of Ledger, and of Payments in another round that is open too. */
let payments: Respondent, ledger: Respondent, other: Respondent
beforeAll(async () => {
  company = await openCompany({ 'Eng / Payments': 9, 'Eng / Ledger': 8 })
  const { safe, dana } = company
  stranger = safe.visitor()
  ledger = await readyToCast(safe, 'ledger1@acme.example', rated(4))
  payments = await readyToCast(safe, 'payments1@acme.example', rated(4))
  const mailed = safe.letters.length
  await openRound(safe, dana)
  other = await readyToCast(safe, 'payments1@acme.example', rated(4))
  safe.letters.length = mailed
})
afterAll(() => company.safe.stop())

const count = () => company.safe.context.store.read.$count(ballots)
const cast = (body: object) => stranger.postJson('/answering/ballots', body)
const ask = (token: string, blindedMessage: string) =>
  stranger.postJson('/answering/tickets', { token, blindedMessage })
const tokenOf = (address: string) => tokensByAddress(company.safe).get(address)!
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** What is sent when a request must not add anything to what was counted. */
async function refused(status: number, bodies: object[]) {
  const before = await count()
  const statuses = await Promise.all(bodies.map(async (body) => (await cast(body)).statusCode))
  expect(statuses).toEqual(bodies.map(() => status))
  expect(await count()).toBe(before)
}

test('nobody can vote with a signature of their own making, of another unit or of another round', async () => {
  const right = payments.ballotRequest
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pss = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
  const own = base64(sign('sha384', Buffer.from(right.message, 'base64url'), pss))
  const fresh = base64(ballotMessage(right.round, right.unit))
  const flipped = Buffer.from(right.signature, 'base64url')
  flipped[100]! ^= 1
  await refused(403, [
    { ...right, signature: own },
    { ...right, signature: ledger.ballotRequest.signature },
    { ...right, signature: other.ballotRequest.signature },
    { ...right, signature: base64(flipped) },
    { ...right, signature: base64(Buffer.alloc(256)) },
    { ...right, signature: base64(Buffer.alloc(256, 255)) },
    // A true ticket, on a message it was not given for.
    { ...right, message: fresh },
    // A ticket of Ledger's whose message says Payments: signed by the wrong unit all the same.
    { ...ledger.ballotRequest, message: right.message, unit: right.unit },
  ])
})

test('nobody can carry a ticket into another unit or round', async () => {
  const right = payments.ballotRequest
  const elsewhere = other.ballotRequest
  await refused(400, [
    { ...right, unit: ledger.ballotRequest.unit },
    { ...right, round: elsewhere.round },
    { ...right, round: elsewhere.round, unit: elsewhere.unit },
    { ...right, round: 'x', unit: 'y' },
  ])
  // The key that signed is another's even where the message was made to fit.
  const message = base64(ballotMessage(elsewhere.round, right.unit))
  await refused(403, [{ ...right, round: elsewhere.round, message }])
})

test('a ticket that signs a message for somewhere else is worth nothing anywhere', async () => {
  const places = {
    'payments2@acme.example': ledger.ballotRequest,
    'payments5@acme.example': other.ballotRequest,
  }
  for (const [address, elsewhere] of Object.entries(places)) {
    const person = (await respondents(company.safe, [address])).get(address)!
    const own = person.invitation
    const named = {
      round: elsewhere.round,
      unit: elsewhere.round === own.round ? elsewhere.unit : own.unit.id,
    }
    person.prepare(ballotMessage(named.round, named.unit))
    await person.seal(rated(3))
    await person.takeTicket()
    await refused(403, [{ ...person.ballotRequest, ...named }])
    await refused(
      400,
      [person.ballotRequest, { ...person.ballotRequest, round: elsewhere.round, unit: elsewhere.unit }].slice(
        0,
        elsewhere.round === own.round ? 1 : 2,
      ),
    )
  }
})

test('nobody can be counted twice: a hundred replays at once are one ballot', async () => {
  const before = await count()
  const replays = Array.from({ length: 100 }, () => cast(payments.ballotRequest))
  const statuses = (await Promise.all(replays)).map(({ statusCode }) => statusCode)
  expect(new Set(statuses)).toEqual(new Set([204]))
  expect(await count()).toBe(before + 1)
})

test('nobody can change an answer once it is counted, and of two at once one counts', async () => {
  const sealedAgain = await payments.seal(rated(1))
  await refused(409, [{ ...payments.ballotRequest, ballot: sealedAgain }])
  const racing = await readyToCast(company.safe, 'payments3@acme.example', rated(2))
  const versions = await Promise.all(Array.from({ length: 12 }, () => racing.seal(rated(5))))
  const statuses = await Promise.all(
    versions.map(async (ballot) => (await cast({ ...racing.ballotRequest, ballot })).statusCode),
  )
  expect(statuses.sort()).toEqual([204, ...Array(11).fill(409)])
})

test('nobody gets a second ticket: the same request is answered alike, another one refused', async () => {
  const person = (await respondents(company.safe, ['payments4@acme.example'])).get('payments4@acme.example')!
  const blinded = base64(person.prepare().blindedMessage)
  const token = tokenOf('payments4@acme.example')
  const first = await ask(token, blinded)
  expect(first.statusCode).toBe(200)
  const again = await Promise.all(Array.from({ length: 10 }, () => ask(token, blinded)))
  expect(new Set(again.map(({ statusCode, payload }) => `${statusCode} ${payload}`))).toEqual(
    new Set([`200 ${first.payload}`]),
  )
  expect((await ask(token, base64(person.prepare().blindedMessage))).statusCode).toBe(409)
})

test('of many different requests at once on one invitation, exactly one is signed', async () => {
  const person = (await respondents(company.safe, ['ledger2@acme.example'])).get('ledger2@acme.example')!
  const requests = Array.from({ length: 20 }, () => base64(person.prepare().blindedMessage))
  const replies = await Promise.all(requests.map((blinded) => ask(tokenOf('ledger2@acme.example'), blinded)))
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(19).fill(409)])
})

test('nobody can have a number signed that is too short, too long or out of range, and none spends the ticket', async () => {
  const person = (await respondents(company.safe, ['ledger3@acme.example'])).get('ledger3@acme.example')!
  const token = tokenOf('ledger3@acme.example')
  const unit = person.manifest.units.find(({ id }) => id === person.invitation.unit.id)!
  const modulus = Buffer.from(unit.key.n, 'base64url')
  const plus = (by: number) =>
    Buffer.from((BigInt(`0x${modulus.toString('hex')}`) + BigInt(by)).toString(16), 'hex')
  const good = person.prepare().blindedMessage
  const small = (value: number) => Buffer.concat([Buffer.alloc(255), Buffer.of(value)])
  const bad = [
    good.subarray(1),
    good.subarray(0, -1),
    Buffer.concat([Buffer.alloc(1), good]),
    Buffer.concat([good, Buffer.alloc(1)]),
  ]
  bad.push(small(0), small(1), plus(-1), modulus, plus(1), Buffer.alloc(256, 255), Buffer.alloc(0))
  for (const message of bad)
    expect([message.length, (await ask(token, base64(message))).statusCode]).toEqual([message.length, 400])
  expect((await ask(token, 'not base64url!')).statusCode).toBe(400)
  expect((await ask(token, base64(good))).statusCode).toBe(200)
})

test('nobody can stand out by the length or the shape of a ballot', async () => {
  const person = await readyToCast(company.safe, 'ledger4@acme.example', rated(4))
  const right = person.ballotRequest
  const [header, , nonce, text, tag] = right.ballot.split('.') as [string, string, string, string, string]
  const longer = await person.seal(Buffer.alloc(8193, ' '))
  const shorter = await person.seal(Buffer.alloc(8191, ' '))
  const [message, signature] = [right.message, right.signature].map((one) =>
    Buffer.from(one, 'base64url'),
  ) as [Buffer, Buffer]
  const shapes = [
    longer,
    shorter,
    '',
    'x',
    `${header}.${nonce}.${text}.${tag}`,
    [header, 'A', nonce, text, tag].join('.'),
  ]
  shapes.push(
    `${right.ballot}.`,
    right.ballot.slice(0, -1),
    `${right.ballot}A`,
    right.ballot.replace('..', '.'),
    [header, '', nonce, `${text}A`, tag.slice(1)].join('.'),
  )
  const bodies: object[] = shapes.map((ballot) => ({ ...right, ballot }))
  for (const cut of [message.subarray(1), message.subarray(0, -1), Buffer.concat([message, Buffer.of(10)])])
    bodies.push({ ...right, message: base64(cut) })
  for (const cut of [signature.subarray(1), Buffer.concat([Buffer.alloc(1), signature])])
    bodies.push({ ...right, signature: base64(cut) })
  bodies.push({}, { ...right, ballot: 7 }, { ...right, message: undefined })
  await refused(400, bodies)
  expect((await cast(right)).statusCode).toBe(204)
})
