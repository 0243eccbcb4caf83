import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { questionBank, seedQuestions } from '#server/questionnaire/questionnaire.ts'
import { questions, questionVersions } from '#server/storage/schema/questions.ts'
import { rounds } from '#server/storage/schema/rounds.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
})
afterEach(() => safe.stop())

const read = () => safe.context.store.read
const entry = async (id: string) => (await questionBank(read())).find(({ question }) => question.id === id)!
const idsAt = async (place: string, turn: number | null = null) =>
  (await questionBank(read()))
    .filter((one) => one.place === place && one.turn === turn)
    .map(({ question }) => question.id)
const move = (id: string, place: string) => dana.post(`/questions/${id}/place`, { place })
const proposed = async () => {
  const { id } = (await dana.postJson('/rounds', {})).json()
  const [round] = await read().select().from(rounds).where(eq(rounds.id, id))
  return round!.selection.map((one) => one.id)
}

test('a question of the library is asked by nobody until it is given a place', async () => {
  expect(await proposed()).not.toContain('meaning')
  expect((await move('meaning', 'core')).headers.location).toContain('/questions')
  expect(await entry('meaning')).toMatchObject({ place: 'core', turn: null })
  expect(await proposed()).toContain('meaning')
  await move('meaning', 'library')
  expect(await proposed()).not.toContain('meaning')
})

test('a turn takes four questions and refuses a fifth, also one that comes back from retirement', async () => {
  const refused = await dana.postJson('/questions/meaning/place', { place: 'turn-2' })
  expect([refused.statusCode, refused.json().error]).toEqual([409, 'turnFull'])
  await dana.post('/questions/job-worry/retirement', {})
  expect((await move('meaning', 'turn-2')).statusCode).toBe(303)
  expect((await dana.postJson('/questions/job-worry/restoration', {})).json().error).toBe('turnFull')
  expect((await move('meaning', 'turn-2')).statusCode).toBe(303)
  await move('meaning', 'library')
  expect((await dana.post('/questions/job-worry/restoration', {})).statusCode).toBe(303)
})

test('moved to another place a question comes after those there, keeps its version, and it is written down who did it', async () => {
  await move('consulted', 'quarterly')
  expect((await idsAt('quarterly')).at(-1)).toBe('consulted')
  expect((await entry('consulted')).question.version).toBe(1)
  expect((await dana.get('/audit')).body).toContain('consulted')
  expect((await dana.post('/questions/consulted/place', { place: 'nowhere' })).statusCode).toBe(400)
  expect((await move('nowhere', 'core')).statusCode).toBe(404)
})

test('an installation that is upgraded is asked nothing new: what it did not know waits in the library', async () => {
  const known = ['ai-helped', 'stress', 'experience', 'safety-help']
  await safe.context.store.write(async (tx) => {
    for (const { question } of await questionBank(tx))
      if (!known.includes(question.id)) {
        await tx.delete(questionVersions).where(eq(questionVersions.questionId, question.id))
        await tx.delete(questions).where(eq(questions.id, question.id))
      }
    await tx.update(questions).set({ place: 'core', turn: null }).where(eq(questions.id, 'stress'))
  })
  await safe.context.store.write(seedQuestions)
  await safe.context.store.write(seedQuestions)
  expect(await proposed()).toEqual(['ai-helped', 'stress'])
  expect(await idsAt('library')).toContain('used-to-be-seen')
  expect(await idsAt('quarterly')).toEqual(['safety-help'])
  expect(await entry('stress')).toMatchObject({ place: 'core', question: { version: 1 } })
})

test('each round asks the turn that waited longest; a cancelled one does not count, and the pages say what comes', async () => {
  await safe.importRoster(dana, roster({ Payments: 8 }))
  const turnOf = async (id: string) => {
    const [round] = await read().select().from(rounds).where(eq(rounds.id, id))
    const asked = new Set(round!.selection.map((one) => one.id))
    return [1, 2, 3].filter((turn) => allOf.get(turn)!.some((one) => asked.has(one)))
  }
  const allOf = new Map<number, string[]>()
  for (const turn of [1, 2, 3]) allOf.set(turn, await idsAt('rotating', turn))
  const plan = async (): Promise<string> => (await dana.postJson('/rounds', {})).json().id
  const first = await plan()
  expect(await turnOf(first)).toEqual([1])
  expect(await turnOf(await plan())).toEqual([1])
  await dana.postJson(`/rounds/${first}/opening`, {})
  const second = await plan()
  expect(await turnOf(second)).toEqual([2])
  expect((await dana.get('/questions')).body).toContain('Turn 2 <small>comes next</small>')
  const calendar = (await dana.get('/calendar')).body
  const turns = [...calendar.matchAll(/Besides the core: ([^<]*)/g)].map(
    ([, names]) => names!.split(', “')[0],
  )
  expect(turns).toHaveLength(6)
  expect(turns[0]).toBe('“Judged by the work, not by use of AI”')
  expect(turns.slice(0, 3)).toEqual(turns.slice(3))
  await dana.postJson(`/rounds/${first}/cancellation`, {})
  expect(await turnOf(await plan())).toEqual([1])
})
