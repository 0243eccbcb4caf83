import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { companyWithRetros, decide, decideAndDo, invitationOf } from '../helpers/actions.ts'
import { everybodyAnswers } from '../helpers/answering.ts'
import type { TestApp, Visitor } from '../helpers/app.ts'
import { closeRound, openRound } from '../helpers/attacks.ts'

const minute = 60_000

let safe: TestApp
let dana: Visitor
let fay: Visitor
let ids: Map<string, string>
beforeEach(async () => {
  ;({ safe, dana, fay, ids } = await companyWithRetros())
})
afterEach(() => safe.stop())

const open = () => openRound(safe, dana, { questions: ['stress'] })
const asked = ({ ownQuestions }: { ownQuestions: { text: { en: { question: string } } }[] }) =>
  ownQuestions.map(({ text }) => text.en.question)
const manifestOf = async (id: string) => (await safe.visitor().get(`/rounds/${id}/manifest.json`)).json()

test('the next round tells a team what came of its actions, and asks whether what was done helped', async () => {
  await decideAndDo(fay, ids, { text: 'Review in pairs.' })
  await decide(fay, ids, { text: 'Smaller changes' })
  const dropped = await decide(fay, ids, { text: 'No generated migrations' })
  await fay.postJson(`/actions/${dropped}/drop`, { reason: 'Nobody wrote any.' })
  await open()
  const invitation = await invitationOf(safe, 'payments3@acme.example')
  expect(invitation.actions).toEqual([
    { team: 'Payments', text: 'Review in pairs.', state: 'done' },
    { team: 'Payments', text: 'No generated migrations', state: 'dropped', reason: 'Nobody wrote any.' },
    { team: 'Payments', text: 'Smaller changes', state: 'open' },
  ])
  expect(asked(invitation)).toEqual(['Payments decided: “Review in pairs”. Did it help?'])
  expect(invitation.ownQuestions[0]).toMatchObject({
    cut: 'unit',
    bands: ['unfavourable', 'neutral', 'favourable'],
    text: { en: { levels: ['Hurt', 'No change', 'Helped'] } },
  })
  expect(await invitationOf(safe, 'support3@acme.example')).toMatchObject({ actions: [], ownQuestions: [] })
})

test('the manifest promises the own questions of a unit that has some, and of no other', async () => {
  await decideAndDo(fay, ids)
  const { units } = await manifestOf(await open())
  const { ownQuestions, unit } = await invitationOf(safe, 'payments3@acme.example')
  const hash = createHash('sha256').update(canonicalize(ownQuestions)!).digest('hex')
  const promised = units.map(({ id, questions }: Record<string, string>) => [id === unit.id, questions])
  expect(promised.sort()).toEqual(
    [
      [false, undefined],
      [false, undefined],
      [true, hash],
    ].sort(),
  )
})

test('people of a team too small to stand alone are told and asked for all they are counted with', async () => {
  await decideAndDo(fay, ids, { team: 'Eng / Ledger', text: 'Ledger does', owner: 'Fay' })
  await decide(fay, ids, { team: 'Eng / Risk', text: 'Risk will do', owner: 'Fay' })
  await open()
  const invitation = await invitationOf(safe, 'risk1@acme.example')
  expect(invitation.pooled).toEqual(['Ledger', 'Risk'])
  expect(invitation.actions.map(({ team, state }: Record<string, string>) => `${team} ${state}`)).toEqual([
    'Ledger done',
    'Risk open',
  ])
  expect(asked(invitation)).toEqual(['Ledger decided: “Ledger does”. Did it help?'])
})

test('at most five are asked about, the newest first; what does not fit is asked about next time, and nothing twice', async () => {
  for (let n = 1; n <= 7; n++) {
    await decideAndDo(fay, ids, { text: `Action ${n}` })
    safe.clock.advance(minute)
  }
  const first = await open()
  const numbers = async () =>
    asked(await invitationOf(safe, 'payments3@acme.example')).map(
      (question) => /Action (\d)/.exec(question)![1],
    )
  expect(await numbers()).toEqual(['7', '6', '5', '4', '3'])
  await everybodyAnswers(safe, () => ({ answers: {}, attributes: {}, remarks: [] }))
  await closeRound(dana, first)
  const second = await open()
  expect(await numbers()).toEqual(['2', '1'])
  await everybodyAnswers(safe, () => ({ answers: {}, attributes: {}, remarks: [] }))
  await closeRound(dana, second)
  await open()
  expect(await numbers()).toEqual([])
})

test('an open action is told in every round until it is done; opened again and done again, it is asked about again', async () => {
  const id = await decide(fay, ids, { text: 'Slow' })
  const told = async () => {
    const { actions, ownQuestions } = await invitationOf(safe, 'payments3@acme.example')
    return [actions.map(({ state }: { state: string }) => state), ownQuestions.length]
  }
  const round = async () => {
    const opened = await open()
    const seen = await told()
    await everybodyAnswers(safe, () => ({ answers: {}, attributes: {}, remarks: [] }))
    await closeRound(dana, opened)
    return seen
  }
  expect(await round()).toEqual([['open'], 0])
  expect(await round()).toEqual([['open'], 0])
  await fay.postJson(`/actions/${id}/completion`, {})
  expect(await round()).toEqual([['done'], 1])
  expect(await round()).toEqual([[], 0])
  await fay.postJson(`/actions/${id}/reopening`, {})
  await fay.postJson(`/actions/${id}/completion`, {})
  expect(await round()).toEqual([['done'], 1])
})

test('what was asked in a round without results is asked again in the next', async () => {
  await decideAndDo(fay, ids)
  const cancelled = await open()
  await dana.post(`/rounds/${cancelled}/cancellation`, {})
  safe.letters.splice(0)
  const unanswered = await open()
  expect(asked(await invitationOf(safe, 'payments3@acme.example'))).toHaveLength(1)
  expect(await closeRound(dana, unanswered)).toMatchObject({ outcome: { published: false } })
  await open()
  expect(asked(await invitationOf(safe, 'payments3@acme.example'))).toHaveLength(1)
})

test('a round that does not ask a team leaves what is to be told to the next that does', async () => {
  await decideAndDo(fay, ids)
  const elsewhere = await openRound(safe, dana, { questions: ['stress'], teams: [ids.get('Ops / Support')!] })
  expect((await manifestOf(elsewhere)).units.filter((unit: object) => 'questions' in unit)).toEqual([])
  await open()
  expect(asked(await invitationOf(safe, 'payments3@acme.example'))).toHaveLength(1)
})

test('the results page joins action and answer, for the team and for whoever leads it', async () => {
  const action = await decideAndDo(fay, ids, { text: 'Review in pairs.' })
  const id = await open()
  const question = (await invitationOf(safe, 'payments3@acme.example')).ownQuestions[0].id
  const level = (n: number) => (n <= 5 ? 3 : n === 6 ? 2 : 1)
  await everybodyAnswers(safe, (address) => {
    const n = Number(/^payments(\d)/.exec(address)?.[1] ?? 0)
    return { answers: n ? { [question]: level(n) } : {}, attributes: {}, remarks: [] }
  })
  await closeRound(dana, id)
  const sentence = 'Of 8 people, 63\u00a0% helped, 13\u00a0% no change, and 25\u00a0% hurt.'
  const team = ids.get('Eng / Payments')!
  const member = await safe.signIn('payments1@acme.example')
  for (const by of [member, fay, await safe.signIn('max@acme.example')]) {
    const results = (await by.get(`/rounds/${id}/results/${team}`)).body
    for (const part of ['You said, we did', 'Payments decided: “Review in pairs”. Did it help?', sentence])
      expect(results).toContain(part)
    expect((await by.get(`/teams/${team}/actions`)).body).toContain(sentence)
  }
  // Whoever reads it among the actions is named as on the page of results, once for each time.
  const looked = (await member.get(`/rounds/${id}/results/${team}`)).body
  expect([...looked.matchAll(/Fay \(facilitator\) opened them/g)]).toHaveLength(2)
  expect([...looked.matchAll(/Max \(manager\) opened them/g)]).toHaveLength(2)
  expect(looked).not.toContain('Person payments1 (')
  const cells = async (by: Visitor) =>
    (await by.get(`/rounds/${id}/cells.json`))
      .json()
      .cells.filter((cell: { question: string }) => cell.question === question)
  expect(await cells(member)).toEqual([
    expect.objectContaining({ groupName: 'Payments', n: 8, shown: 'exact', histogram: [2, 1, 5] }),
  ])
  // It is a question of one team: no sum above holds it, and nobody else reads it.
  expect(await cells(await safe.signIn('support1@acme.example'))).toEqual([])
  expect(
    (await (await safe.signIn('support1@acme.example')).get(`/rounds/${id}/results`)).body,
  ).not.toContain('pairs')
  expect(question).toBe(`action-${Buffer.from(action, 'base64url').toString('hex')}`)
})
