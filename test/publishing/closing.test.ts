import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ballots } from '#server/storage/schema/ballots.ts'
import { invitations } from '#server/storage/schema/rounds.ts'
import { Respondent } from '#server/sample/respondent.ts'
import { everybodyAnswers, inProcess, tokensByAddress } from '../helpers/answering.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ 'Eng / Payments': 8, 'Eng / Ledger': 7, 'Ops / Support': 9 }))
})
afterEach(() => safe.stop())
afterEach(() => void vi.unstubAllEnvs())

async function openRound(): Promise<string> {
  const { id } = (await dana.postJson('/rounds', {})).json()
  await dana.postJson(`/rounds/${id}/opening`, {})
  await safe.minute()
  return id
}
const close = async (id: string) => (await dana.postJson(`/rounds/${id}/closure`, {})).json()
const rating = (address: string) => (address.startsWith('payments') ? Number(address.slice(8, 9)) % 5 : 3) + 1

test('a round goes from invitations to published results, and keeps nothing of who took part', async () => {
  const id = await openRound()
  const receipts = await everybodyAnswers(safe, (address) => ({
    answers: { 'ai-helped': rating(address), 'ai-trust': null },
    attributes: {},
    remarks: [{ question: 'when-hurt', text: 'It invented an interface.', audience: 'team' }],
  }))
  const closed = await close(id)
  expect(closed).toMatchObject({
    state: 'closed',
    outcome: { published: true, invited: 24, ballots: 24, spoiled: 0 },
  })
  expect(await safe.context.store.read.select().from(ballots)).toEqual([])
  expect(await safe.context.store.read.select().from(invitations)).toEqual([])
  expect(await safe.context.keys.list(`rounds/${id}`)).toEqual([])
  const listed = (await safe.visitor().get(`/rounds/${id}/receipts.json`)).json()
  expect(listed.receipts).toEqual([...receipts.values()].sort((a, b) => (a < b ? -1 : 1)))

  const member = await safe.signIn('payments1@acme.example')
  const { cells } = (await member.get(`/rounds/${id}/cells.json`)).json()
  const payments = cells.find(
    (cell: { question: string; groupName: string }) =>
      cell.question === 'ai-helped' && cell.groupName === 'Payments',
  )
  expect(payments).toMatchObject({ shown: 'exact', n: 8, histogram: [1, 2, 2, 2, 1] })
  expect(cells.map((cell: { groupName: string }) => cell.groupName)).not.toContain('Support')
  const page = await member.get(`/rounds/${id}/results/${await teamId(member, id, 'Eng / Payments')}`)
  expect(page.body).toContain('It invented an interface.')
  expect(page.body).toContain('8 of 8 people answered')
})

test('agreement of a small team is told as "all or all but one", never as all', async () => {
  const id = await openRound()
  await everybodyAnswers(safe, () => ({ answers: { 'ai-helped': 5 }, attributes: {}, remarks: [] }))
  await close(id)
  const member = await safe.signIn('payments1@acme.example')
  const { cells } = (await member.get(`/rounds/${id}/cells.json`)).json()
  const payments = cells.find(
    (cell: { question: string; groupName: string }) =>
      cell.question === 'ai-helped' && cell.groupName === 'Payments',
  )
  expect(payments).toMatchObject({
    shown: 'range',
    n: 8,
    range: { favourable: [7, 8], neutral: [0, 1], unfavourable: [0, 1] },
  })
  expect(payments.histogram).toBeUndefined()
})

test('with fewer ballots than the threshold nothing is published, not even how many', async () => {
  const id = await openRound()
  await everybodyAnswers(safe, (address) =>
    address.startsWith('payments') && rating(address) > 3
      ? { answers: {}, attributes: {}, remarks: [] }
      : null,
  )
  expect(await close(id)).toMatchObject({ state: 'closed', outcome: { published: false, invited: 24 } })
  expect((await safe.visitor().get(`/rounds/${id}/receipts.json`)).statusCode).toBe(404)
  expect((await dana.get(`/rounds/${id}`)).body).toContain('Fewer than 5 answered')
})

test('a round closes by itself when its day has come', async () => {
  const id = await openRound()
  await everybodyAnswers(safe, () => ({ answers: { 'ai-helped': 4 }, attributes: {}, remarks: [] }))
  safe.clock.advance(9 * 24 * 60 * 60 * 1000)
  await safe.minute()
  expect((await dana.get(`/rounds/${id}`, { accept: 'application/json' })).json().state).toBe('closed')
})

test('without its keys a round says that it cannot be closed, and closes once they are back', async () => {
  const id = await openRound()
  await everybodyAnswers(safe, () => ({ answers: { 'ai-helped': 4 }, attributes: {}, remarks: [] }))
  const seal = (await safe.context.keys.read(`rounds/${id}/seal.pem`))!
  const names = await safe.context.keys.list(`rounds/${id}`)
  const kept = await Promise.all(
    names.map(async (name) => [name, (await safe.context.keys.read(`rounds/${id}/${name}`))!] as const),
  )
  await safe.context.keys.destroy(`rounds/${id}`)
  expect((await dana.get(`/rounds/${id}`)).body).toContain('not all there')
  expect((await close(id)).state).toBe('unclosable')
  expect((await dana.get(`/rounds/${id}`)).body).toContain('cannot be closed')
  for (const [name, content] of kept) await safe.context.keys.write(`rounds/${id}/${name}`, content)
  expect(seal.length).toBeGreaterThan(0)
  expect((await close(id)).outcome).toMatchObject({ published: true, ballots: 24 })
})

test('who lost the answer to their ballot is told after the closing time that it was counted', async () => {
  await openRound()
  const token = (address: string) => tokensByAddress(safe).get(address)!
  const counted = await Respondent.open(inProcess(safe), token('payments1@acme.example'))
  await counted.answer({ answers: {}, attributes: {}, remarks: [] })
  const late = await Respondent.open(inProcess(safe), token('payments2@acme.example'))
  late.prepare()
  await late.seal({ answers: {}, attributes: {}, remarks: [] })
  await late.takeTicket()
  safe.clock.advance(9 * 24 * 60 * 60 * 1000)
  expect(await counted.cast()).toBe(204)
  await expect(late.cast()).rejects.toMatchObject({ status: 410 })
})

async function teamId(visitor: Visitor, id: string, path: string): Promise<string> {
  const { body } = await visitor.get(`/rounds/${id}/results`)
  return new RegExp(`/results/([^"]+)">${path}<`).exec(body)![1]!
}

test('run from the sources, with nothing compiled beforehand, the thread that opens ballots opens them too', async () => {
  vi.stubEnv('TALLY_THREAD', undefined)
  const id = await openRound()
  await everybodyAnswers(safe, () => ({ answers: { 'ai-helped': 4 }, attributes: {}, remarks: [] }))
  expect(await close(id)).toMatchObject({ outcome: { published: true, ballots: 24, spoiled: 0 } })
})
