import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rounds } from '#server/storage/schema/rounds.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'
import { everybodyAnswers } from '../helpers/answering.ts'
import { teamIds } from '../helpers/pages.ts'

/** Eight of Payments and eight of Ledger; by address, what each says pushes them. */
const said: (string | null)[] = ['strategy', 'own', 'own', 'show', 'nobody', 'own', null, 'invented']

let safe: TestApp
let dana: Visitor
let member: Visitor
let round: string
let mixed: string
let agreed: string
beforeAll(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: 8, Ledger: 8 }))
  mixed = await hold((n) => said[n % 8] ?? null)
  agreed = await hold((n) => (n === 3 ? 'show' : 'nobody'))
  round = mixed
  member = await safe.signIn('payments2@acme.example')
})
afterAll(() => safe.stop())

async function hold(answer: (n: number) => string | null): Promise<string> {
  const asked = { questions: ['push-from', 'stress'], cuts: { 'push-from': 'unit' } }
  const { id } = (await dana.postJson('/rounds', asked)).json()
  safe.letters.length = 0
  await dana.postJson(`/rounds/${id}/opening`, {})
  await safe.minute()
  let n = 0
  await everybodyAnswers(safe, () => ({
    answers: { 'push-from': answer(n), stress: (n++ % 5) + 1 },
    attributes: {},
    remarks: [],
  }))
  await dana.postJson(`/rounds/${id}/closure`, {})
  await safe.minute()
  return id
}

test('one of several is shown of the whole organisation, whatever a plan asks for', async () => {
  const [planned] = await safe.context.store.read.select().from(rounds).where(eq(rounds.id, round))
  expect(planned!.selection).toContainEqual({ id: 'push-from', cut: 'organisation' })
})

test('the organisation’s page says how many chose each, and an answer that was not offered counts as none', async () => {
  const { body } = await member.get(`/rounds/${round}/results`)
  expect(body).toContain('Of 12 people: A plan that says what it is for, 2; My own wish, 6;')
  expect(body).toContain('Wanting to look good to others, 2;')
  expect(body).toContain('Nobody pushes, 2.')
})

test('where nearly all agree, the page says no more than that all or all but one did', async () => {
  const { body } = await member.get(`/rounds/${agreed}/results`)
  expect(body).toContain('All or all but one of 16 people: Nobody pushes.')
  expect(body).not.toContain('Wanting to look good to others, 1')
})

test('a team’s page, trends, gaps and maps know nothing of it: it has no good end, and no group but everybody', async () => {
  const team = (await teamIds(safe)).get('Payments')!
  for (const page of [
    `/rounds/${round}/results/${team}`,
    `/overview/${team}`,
    '/overview/organisation',
    '/overview/organisation/trends.json',
    '/gaps/organisation',
    '/heatmap/organisation',
  ]) {
    const { statusCode, body } = await member.get(page)
    expect([page, statusCode]).toEqual([page, 200])
    expect(body).not.toMatch(/push-from|Where does the push/)
  }
})

test('exports hold it once, its options in the order asked', async () => {
  const { cells } = (await member.get(`/rounds/${round}/cells.json`)).json()
  const found = cells.filter(({ question }: { question: string }) => question === 'push-from')
  const groups = found.map(({ shown, n, histogram }: Record<string, unknown>) => ({ shown, n, histogram }))
  expect(new Set(groups.map((one: object) => JSON.stringify(one))).size).toBe(1)
  expect(groups[0]).toEqual({ shown: 'exact', n: 12, histogram: [2, 6, 0, 2, 0, 2] })
  const csv = (await member.get(`/rounds/${round}/cells.csv`)).body
  expect(csv).toMatch(/push-from,organisation,[^\r\n]*,12,exact,2 6 0 2 0 2,/)
  const other = (await member.get(`/rounds/${agreed}/cells.json`)).json().cells
  expect(other.find(({ question }: { question: string }) => question === 'push-from')).toMatchObject({
    shown: 'range',
    range: { nobody: [15, 16], show: [0, 1] },
  })
})
