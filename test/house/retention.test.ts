import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditEntries } from '#server/storage/schema/audit.ts'
import { outbox } from '#server/storage/schema/post.ts'
import { remarks } from '#server/storage/schema/publishing.ts'
import { everybodyAnswers } from '../helpers/answering.ts'
import { administrator, roster, TestApp, type Visitor } from '../helpers/app.ts'
import { closeRound, openRound, rated } from '../helpers/attacks.ts'

const day = 24 * 60 * 60 * 1000

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: 12 }))
})
afterEach(() => safe.stop())

const count = (table: typeof remarks | typeof auditEntries | typeof outbox) =>
  safe.context.store.read.$count(table)
async function afterDays(days: number) {
  safe.clock.advance(days * day)
  await safe.minute()
}

test('remarks are kept as long as the organisation says, and figures stay', async () => {
  const id = await openRound(safe, dana)
  const remark = { question: 'when-hurt', text: 'It hurt.', audience: 'team' as const }
  await everybodyAnswers(safe, () => ({ ...rated(4), remarks: [remark] }))
  await closeRound(dana, id)
  expect(await count(remarks)).toBe(12)
  await dana.post('/settings', { name: 'Acme', timeZone: 'UTC', remarksKeptMonths: '6' })
  await afterDays(150)
  expect(await count(remarks)).toBe(12)
  await afterDays(50)
  expect(await count(remarks)).toBe(0)
  const again = await safe.signIn(administrator)
  expect((await again.get(`/rounds/${id}/results`)).body).toContain('12 of 12')
})

test('the log is kept for two years unless the organisation says otherwise', async () => {
  const before = await count(auditEntries)
  expect(before).toBeGreaterThan(0)
  await afterDays(700)
  expect(await count(auditEntries)).toBe(before)
  await afterDays(60)
  expect(await count(auditEntries)).toBe(0)
})

test('a letter that nobody takes waits for a month, and is tried again by then when somebody asks', async () => {
  await openRound(safe, dana, { closesAt: '2027-06-01T09:00:00Z' })
  const { send } = safe.context.post
  safe.context.post.send = () => Promise.reject(Object.assign(new Error('550'), { code: 'EENVELOPE' }))
  await dana.post('/sign-in', { email: administrator })
  await safe.deliver()
  for (let n = 0; n < 16; n++) await afterDays(1)
  expect(await count(outbox)).toBe(1)
  await afterDays(40)
  expect(await count(outbox)).toBe(0)
  safe.context.post.send = send
})

test('for how long is a number within bounds, and is given back where it is not', async () => {
  const form = { name: 'Acme', timeZone: 'UTC' }
  for (const [name, wrong] of [
    ['remarksKeptMonths', '0'],
    ['logKeptMonths', '2'],
    ['lettersKeptDays', '400'],
    ['cardsKeptDays', '0'],
  ] as const) {
    const refused = await dana.post('/settings', { ...form, [name]: wrong })
    expect([name, refused.statusCode]).toEqual([name, 422])
    expect(refused.body).toContain(`value="${wrong}"`)
  }
})
