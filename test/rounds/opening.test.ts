import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { people } from '#server/storage/schema/people.ts'
import { invitations } from '#server/storage/schema/rounds.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ 'Eng / Payments': 8, 'Eng / Ledger': 4, 'Eng / Risk': 3 }))
})
afterEach(() => safe.stop())

const plan = async (fields = {}) => (await dana.postJson('/rounds', fields)).json().id as string
const open = (id: string) => dana.postJson(`/rounds/${id}/opening`, {})

test('everybody who answers is invited exactly once, with a link of their own', async () => {
  const id = await plan()
  expect((await open(id)).json().state).toBe('open')
  await safe.minute()
  await safe.minute()
  expect(safe.letters).toHaveLength(15)
  const links = safe.letters.map((letter) => /answer#(\S+)/.exec(letter.text)![1])
  expect(new Set(links).size).toBe(15)
})

test('the invitation names the unit, its size, the threshold, the closing date and the fingerprint', async () => {
  const id = await plan({ name: 'November pulse' })
  const { fingerprint } = (await open(id)).json()
  await safe.minute()
  const letter = safe.letters.find(({ to }) => to === 'ledger1@acme.example')!
  expect(letter.text).toContain('Ledger + Risk: 7 people')
  expect(letter.text).toContain('fewer than 5 people')
  expect(letter.text).toContain('10 November 2026 at 17:00 CET')
  expect(letter.text).toContain(fingerprint)
  expect(letter.html).toContain(fingerprint)
})

test('a round that would invite fewer than threshold + 2 does not open, and says so', async () => {
  await safe.importRoster(dana, roster({ Tiny: 6 }))
  const response = await open(await plan())
  expect(response.statusCode).toBe(409)
  expect(response.json().message).toContain('would invite 6')
  expect(response.json().message).toContain('at least 7')
})

test('an opened round can be neither changed nor opened again', async () => {
  const id = await plan()
  await open(id)
  expect((await open(id)).statusCode).toBe(409)
  expect((await dana.postJson(`/rounds/${id}`, { threshold: 5 })).statusCode).toBe(409)
})

test('no token rests in the database: only its hash does', async () => {
  const id = await plan()
  await open(id)
  await safe.minute()
  const token = /answer#(\S+)/.exec(safe.letters[0]!.text)![1]!
  const rows = await safe.context.store.read.select().from(invitations)
  expect(rows).toHaveLength(15)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('a changed address gets a new link, and the old one dies', async () => {
  const id = await plan()
  await open(id)
  await safe.minute()
  const before = safe.letters.length
  const [ada] = await safe.context.store.read
    .select()
    .from(invitations)
    .where(eq(invitations.email, 'risk1@acme.example'))
  const teamId = await teamOf(ada!.personId)
  await dana.post(`/people/${ada!.personId}`, { email: 'ada@acme.example', teamId, answers: 'yes' })
  await safe.minute()
  expect(safe.letters.slice(before).map(({ to }) => to)).toEqual(['ada@acme.example'])
  const [after] = await safe.context.store.read
    .select()
    .from(invitations)
    .where(eq(invitations.personId, ada!.personId))
  expect(after!.generation).toBe(1)
  expect(after!.tokenHash).not.toBe(ada!.tokenHash)
})

test('who leaves the roster leaves neither name nor address in an open round', async () => {
  const id = await plan()
  await open(id)
  const [ada] = await safe.context.store.read
    .select()
    .from(invitations)
    .where(eq(invitations.email, 'risk1@acme.example'))
  await dana.post(`/people/${ada!.personId}/removal`, {})
  await safe.minute()
  const [left] = await safe.context.store.read
    .select()
    .from(invitations)
    .where(and(eq(invitations.roundId, id), eq(invitations.personId, ada!.personId)))
  expect(left).toMatchObject({ email: null, name: null, tokenHash: null, invitationId: null })
})

test('who left is no longer named to the others, who were told the name before', async () => {
  await open(await plan())
  await safe.minute()
  const token = tokensByAddress(safe).get('payments1@acme.example')!
  const named = async (): Promise<string[]> =>
    (await safe.visitor().postJson('/answering/invitation', { token })).json().unit.members
  const before = await named()
  const [bo] = await safe.context.store.read
    .select()
    .from(people)
    .where(eq(people.email, 'payments2@acme.example'))
  expect(before).toContain(bo!.name ?? bo!.email)
  await dana.post(`/people/${bo!.id}/removal`, {})
  await safe.minute()
  expect(await named()).toEqual(before.filter((name) => name !== (bo!.name ?? bo!.email)))
})

test('a round opens by itself when its day has come', async () => {
  const id = await plan()
  safe.clock.advance(25 * 60 * 60 * 1000)
  await safe.minute()
  expect((await dana.get(`/rounds/${id}`, { accept: 'application/json' })).json().state).toBe('open')
})

test('a cancelled round tells everybody, destroys its keys and keeps no invitation', async () => {
  const id = await plan()
  await open(id)
  await safe.minute()
  await dana.post(`/rounds/${id}/cancellation`, {})
  await safe.minute()
  expect(safe.letters.filter(({ subject }) => subject.includes('cancelled'))).toHaveLength(15)
  expect(await safe.context.keys.list(`rounds/${id}`)).toEqual([])
  expect(await safe.context.store.read.select().from(invitations)).toEqual([])
})

const teamOf = async (personId: string) => {
  const page = await dana.get(`/people/${personId}`)
  return /<option value="([^"]+)" selected/.exec(page.body)![1]!
}
