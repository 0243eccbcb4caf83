import { afterEach, beforeEach, expect, test } from 'vitest'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import { openRound } from '../helpers/attacks.ts'

/** What is fixed before anybody answers, and cannot be turned against them afterwards. */
let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ 'Eng / Payments': 9, 'Eng / Ledger': 8 }))
})
afterEach(() => safe.stop())

const plan = (fields: object) => dana.postJson('/rounds', fields)
const scale = {
  question: 'How was it?',
  name: 'As it should be',
  levels: ['1', '2', '3', '4', '5'],
  banding: 'rising',
  cut: 'unit',
}

test.each([4, 0, -5, 4.9, 'five', '', null, 101])('nobody can set the threshold to %s', async (threshold) => {
  const created = await plan({ threshold })
  expect([created.statusCode, created.json().fields?.threshold]).toEqual([422, expect.any(String)])
  const { id } = (await plan({ threshold: 8 })).json()
  expect((await dana.postJson(`/rounds/${id}`, { threshold })).statusCode).toBe(422)
  expect((await dana.post(`/rounds/${id}`, { threshold: String(threshold) })).statusCode).toBe(422)
  expect((await dana.get(`/rounds/${id}`, { accept: 'application/json' })).json().threshold).toBe(8)
})

test('once a round is open nobody can change its threshold, its questions, its people or its end', async () => {
  const id = await openRound(safe, dana, { threshold: 6 })
  const frozen = async () => {
    const token = tokensByAddress(safe).get('payments1@acme.example')!
    const invitation = (await safe.visitor().postJson('/answering/invitation', { token })).json()
    return [invitation, (await safe.visitor().get(`/rounds/${id}/manifest.json`)).body]
  }
  const before = await frozen()
  const far = '2027-01-01T10:00:00Z'
  for (const change of [
    {},
    { threshold: 5 },
    { threshold: 9 },
    { questions: ['stress'] },
    { cuts: { stress: 'organisation' } },
    { closesAt: far },
  ])
    expect((await dana.postJson(`/rounds/${id}`, change)).statusCode).toBe(409)
  expect((await dana.post(`/rounds/${id}`, { threshold: '5' })).statusCode).toBe(409)
  expect((await dana.get(`/rounds/${id}/edit`)).statusCode).toBe(409)
  expect((await dana.postJson(`/rounds/${id}/opening`, {})).statusCode).toBe(409)

  // What it was made from may go on changing.
  await dana.postJson('/questions/stress', { ...scale, cut: 'organisation' })
  await dana.postJson('/questions/ai-helped/retirement', {})
  await dana.postJson('/questions', { ...scale, id: 'one-more' })
  await safe.importRoster(dana, roster({ 'Eng / Payments': 14, 'Eng / Ledger': 3, 'Eng / New': 9 }))
  await safe.minute()
  const [invitation, manifest] = before
  expect((await frozen())[1]).toBe(manifest)
  const { members: _left, ...unit } = (await frozen())[0].unit
  expect((await frozen())[0].questions).toEqual(invitation.questions)
  expect(unit).toEqual({ id: invitation.unit.id, name: invitation.unit.name, size: 9 })
})

test('a closed round is as it is: not opened, closed, edited or cancelled again', async () => {
  const id = await openRound(safe, dana)
  await dana.postJson(`/rounds/${id}/closure`, {})
  for (const step of ['opening', 'closure', 'cancellation'])
    expect([step, (await dana.postJson(`/rounds/${id}/${step}`, {})).statusCode]).toEqual([step, 409])
  expect((await dana.postJson(`/rounds/${id}`, {})).statusCode).toBe(409)
})

test('no question is asked in two cuts, and an attribute is never a question too', async () => {
  // One name is one question: an attribute's too.
  for (const taken of ['experience', 'stress', 'work', 'when-hurt'])
    expect([taken, (await dana.postJson('/questions', { ...scale, id: taken })).statusCode]).toEqual([
      taken,
      409,
    ])
  // What reads as a row of a grid is no name, nor is a cut of one's own.
  for (const fields of [{ id: 'work.tests' }, { id: 'fine', cut: 'ai-use' }, { id: 'fine', cut: 'stress' }])
    expect([fields, (await dana.postJson('/questions', { ...scale, ...fields })).statusCode]).toEqual([
      fields,
      422,
    ])
  for (const cuts of [{ stress: 'ai-use' }, { stress: ['unit', 'area'] }, { stress: 'nothing' }])
    expect([cuts, (await plan({ cuts })).statusCode]).toEqual([cuts, 422])
  expect((await dana.post('/rounds', { 'cuts.stress': ['unit', 'area'] })).statusCode).toBe(422)

  for (const questions of [
    ['stress', 'ai-helped', 'stress'],
    ['stress', 'no-such-question'],
    ['stress', 'work.tests'],
  ])
    expect([questions, (await plan({ questions })).statusCode]).toEqual([questions, 422])
  const cuts = { stress: 'experience', 'ai-helped': 'area', experience: 'unit' }
  await openRound(safe, dana, { questions: ['stress', 'ai-helped'], cuts })
  const token = tokensByAddress(safe).get('payments1@acme.example')!
  const { questions } = (await safe.visitor().postJson('/answering/invitation', { token })).json()
  const asked = questions.map(({ id, kind, cut }: Record<string, string>) => [id, kind, cut])
  expect(asked).toEqual([
    ['ai-helped', 'scale', 'area'],
    ['stress', 'scale', 'experience'],
    ['experience', 'attribute', undefined],
  ])
})
