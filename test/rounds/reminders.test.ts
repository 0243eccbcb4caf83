import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { people } from '#server/storage/schema/people.ts'
import { outbox } from '#server/storage/schema/post.ts'
import { rounds } from '#server/storage/schema/rounds.ts'
import { administrator, roster, TestApp, type Visitor } from '../helpers/app.ts'
import { openRound, rated, respondents } from '../helpers/attacks.ts'

const hour = 60 * 60 * 1000

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: 8, Ledger: 7 }))
})
afterEach(() => safe.stop())

async function mailed(hours: number) {
  const before = safe.letters.length
  for (let passed = 0; passed < hours; passed++) {
    safe.clock.advance(hour)
    await safe.minute()
  }
  return safe.letters.slice(before)
}

const planned = async (fields = {}) => (await dana.postJson('/rounds', fields)).json()
/** Where a reminder leads who wants no more of them. */
const choiceIn = (text: string) => /\/reminders\/\S+/.exec(text)![0]
const tokenIn = (text: string) => /\/answer#(\S+)/.exec(text)![1]!

test('two days before the close everybody invited gets the same reminder once, whoever has answered', async () => {
  const id = await openRound(safe, dana)
  const [round] = await safe.context.store.read.select().from(rounds).where(eq(rounds.id, id))
  const [person] = (await respondents(safe, ['payments1@acme.example'])).values()
  await person!.answer(rated(4))
  const untilThen = (round!.remindsAt!.getTime() - safe.clock.now().getTime()) / hour
  expect(await mailed(Math.ceil(untilThen) - 1)).toEqual([])
  const reminders = await mailed(1)
  expect(reminders.map(({ to }) => to).sort()).toEqual(
    safe.letters
      .slice(0, 15)
      .map(({ to }) => to)
      .sort(),
  )
  const said = new Set(
    reminders.map(
      ({ text, subject }) =>
        subject +
        text
          .replace(tokenIn(text), '')
          .replace(choiceIn(text), '')
          .replace(/Hello .*,/, ''),
    ),
  )
  expect(said.size).toBe(1)
  expect([...said][0]).toContain('If you have answered: thank you')
  expect(await mailed(40)).toEqual([])
  const token = tokenIn(reminders[0]!.text)
  expect((await safe.visitor().postJson('/answering/invitation', { token })).statusCode).toBe(200)
})

test('who wants no reminders gets none, and is invited all the same', async () => {
  const member = await safe.signIn('payments2@acme.example')
  expect((await member.get('/reminders')).body).toContain('You get reminders.')
  await member.post('/reminders/refusal', {})
  expect((await member.get('/reminders')).body).toContain('You get no reminders.')
  safe.letters.splice(0)
  await openRound(safe, dana)
  expect(safe.letters.map(({ to }) => to)).toContain('payments2@acme.example')
  const reminded = (await mailed(7 * 24)).map(({ to }) => to)
  expect(reminded).toHaveLength(14)
  expect(reminded).not.toContain('payments2@acme.example')
  await member.post('/reminders/resumption', {})
  expect((await member.get('/reminders')).body).toContain('You get reminders.')
})

test('the link in a reminder switches them off without signing in, and on again, for its addressee alone', async () => {
  await openRound(safe, dana)
  const [letter] = (await mailed(7 * 24)).filter(({ to }) => to === 'ledger1@acme.example')
  const choice = choiceIn(letter!.text)
  const stranger = safe.visitor()
  const unreminded = async () => {
    const all = await safe.context.store.read.select().from(people)
    return all.filter(({ reminders }) => !reminders).map(({ email }) => email)
  }
  expect((await stranger.get(choice)).body).toContain('You get reminders.')
  expect(await unreminded()).toEqual([])
  expect((await stranger.post(`${choice}/refusal`, {})).headers.location).toBe(choice)
  expect((await stranger.get(choice)).body).toContain('You get no reminders.')
  expect(await unreminded()).toEqual(['ledger1@acme.example'])
  expect((await stranger.postJson(`${choice}/resumption`, {})).json()).toEqual({ reminders: true })
  expect(await unreminded()).toEqual([])
  expect((await stranger.get('/')).headers.location).toBe('/sign-in')
})

test('a link that was made up, cut short or belongs to somebody who has left switches nothing', async () => {
  await openRound(safe, dana)
  const letters = await mailed(7 * 24)
  const of = (address: string) => choiceIn(letters.find(({ to }) => to === address)!.text)
  const [own, other] = [of('ledger1@acme.example'), of('ledger2@acme.example')]
  const forged = own.slice(0, -43) + other.slice(-43)
  for (const link of [own.slice(0, -1), `${own}x`, forged, '/reminders/x']) {
    expect([link, (await safe.visitor().get(link)).statusCode]).toEqual([link, 404])
    expect((await safe.visitor().post(`${link}/refusal`, {})).statusCode).toBe(404)
  }
  const all = await safe.context.store.read.select().from(people)
  expect(all.every(({ reminders }) => reminders)).toBe(true)
  const gone = all.find(({ email }) => email === 'ledger1@acme.example')!
  await dana.post(`/people/${gone.id}/removal`, {})
  expect((await safe.visitor().get(own)).statusCode).toBe(404)
})

test('a reminder that still waits is not sent to who refuses it meanwhile, nor after the close', async () => {
  const id = await openRound(safe, dana)
  const member = await safe.signIn('payments2@acme.example')
  const { post } = safe.context
  const refuse = () => Promise.reject(Object.assign(new Error(), { code: 'EENVELOPE' }))
  safe.context.post = { ...post, send: refuse }
  await mailed(6 * 24)
  const waiting = () => safe.context.store.read.select().from(outbox).where(eq(outbox.kind, 'reminder'))
  expect(await waiting()).toHaveLength(15)
  await member.post('/reminders/refusal', {})
  expect(await waiting()).toHaveLength(14)
  await dana.postJson(`/rounds/${id}/closure`, {})
  expect(await waiting()).toEqual([])
})

test('the time of the reminder is planned: moved with the close, left out, or refused outside the round', async () => {
  const opens = { opensAt: '2026-11-10T09:00:00Z', closesAt: '2026-11-20T16:00:00Z' }
  const before = (round: { closesAt: string; remindsAt: string }) =>
    (Date.parse(round.closesAt) - Date.parse(round.remindsAt)) / hour
  const proposed = before(await planned())
  expect(before(await planned(opens))).toBe(proposed)
  expect((await planned({ ...opens, remindsAt: '2026-11-15T09:00' })).remindsAt).toBe(
    '2026-11-15T08:00:00.000Z',
  )
  expect((await planned({ ...opens, closesAt: '2026-11-11T09:00:00Z' })).remindsAt).toBe(null)
  const none = await planned({ ...opens, remindsAt: '' })
  expect(none.remindsAt).toBe(null)
  expect((await dana.postJson(`/rounds/${none.id}`, { name: 'Other' })).json().remindsAt).toBe(null)
  for (const remindsAt of ['2026-11-09T09:00', '2026-11-21T09:00', 'soon']) {
    const refused = await dana.postJson('/rounds', { ...opens, remindsAt })
    expect([refused.statusCode, Object.keys(refused.json().fields)]).toEqual([422, ['remindsAt']])
    const form = await dana.post('/rounds', { ...opens, remindsAt })
    expect(form.body).toContain(`value="${remindsAt}"`)
  }
})

test('a round opened later than its reminder was planned reminds nobody', async () => {
  const { id } = await planned({ closesAt: '2026-11-20T16:00:00Z', opensAt: '2026-11-03T09:00:00Z' })
  safe.clock.advance(17 * 24 * hour)
  expect(await mailed(1)).toEqual([])
  const again = await safe.signIn(administrator)
  await again.postJson(`/rounds/${id}/opening`, {})
  const letters = await mailed(3)
  expect(letters).toHaveLength(15)
  expect(letters.every(({ text }) => text.includes('Who sees what'))).toBe(true)
})

test('a reminder says how many there are: the only one, or two and no more', async () => {
  await openRound(safe, dana)
  const [alone] = await mailed(7 * 24)
  expect(alone!.text).toContain('It is the only reminder of this round.')
  const again = await safe.signIn(administrator)
  const opensAt = safe.clock.now().getTime()
  const at = (days: number) => new Date(opensAt + days * 24 * hour).toISOString()
  await openRound(safe, again, { closesAt: at(7), remindsAt: at(3), remindsAgainAt: at(6) })
  const both = (await mailed(7 * 24 - 2)).filter(({ subject }) => subject.includes('is still open'))
  expect(both).toHaveLength(30)
  for (const { text } of both) expect(text).toContain('There are two reminders in this round, and no more.')
})
