import { afterEach, beforeEach, expect, test } from 'vitest'
import { usualPlaces } from '#server/questionnaire/places.ts'
import { pulse } from '#server/questionnaire/pulse.ts'
import type { Question } from '#server/storage/schema/questions.ts'
import { questionBank } from '#server/questionnaire/questionnaire.ts'
import { rounds } from '#server/storage/schema/rounds.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
})
afterEach(() => safe.stop())

const bank = () => questionBank(safe.context.store.read)
const entry = async (id: string) => (await bank()).find(({ question }) => question.id === id)!
const order = async () => (await bank()).map(({ question }) => question.id)
const proposed = async () => {
  const { id } = (await dana.postJson('/rounds', {})).json()
  const rows = await safe.context.store.read.select().from(rounds)
  return rows.find((round) => round.id === id)!.selection
}

const plain = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** A question's form as its page shows it. */
async function formOf(id: string) {
  const page = (await dana.get(`/questions/${id}`)).body
  const fields: Record<string, string | string[]> = {}
  for (const [, name, value] of page.matchAll(/<textarea[^>]* name="(\w+)"[^>]*>([^<]*)</g))
    fields[name!] = plain(value!)
  for (const [, name, value] of page.matchAll(/<input id="\w+" name="(\w+)"[^>]* value="([^"]*)"/g))
    fields[name!] = plain(value!)
  for (const [, name, options] of page.matchAll(/<select[^>]* name="(\w+)"[^>]*>(.*?)<\/select>/g))
    fields[name!] = /value="([^"]*)" selected/.exec(options!)![1]!
  const levels = [...page.matchAll(/<input name="levels" value="([^"]*)"/g)].map(([, value]) => plain(value!))
  return levels.length > 0 ? { ...fields, levels } : fields
}

const change = async (id: string, changed: object) => {
  const response = await dana.post(`/questions/${id}`, { ...(await formOf(id)), ...changed })
  expect(response.statusCode).toBe(303)
  return (await entry(id)).question
}

test('a question saved as it is shown stays the same question in the same version', async () => {
  const before = await bank()
  expect(before.map(({ question }) => question)).toEqual(usualPlaces.map(({ question }) => question))
  for (const { question } of before) await change(question.id, {})
  expect(await bank()).toEqual(before)
})

test('another wording, level or band makes a new version, one for each change', async () => {
  expect(await change('stress', { question: 'How stressed were you?' })).toMatchObject({
    version: 2,
    text: { en: { question: 'How stressed were you?' } },
  })
  expect((await change('stress', { levels: ['None', 'A little', 'Some', 'Much', 'Too much'] })).version).toBe(
    3,
  )
  expect(await change('stress', { banding: 'level' })).toMatchObject({
    version: 4,
    bands: ['low', 'low', 'middle', 'high', 'high'],
  })
  expect((await change('stress', { hint: 'Think of an ordinary week.' })).version).toBe(5)
  expect((await change('work', { question: 'Where did AI help, where did it hurt?' })).version).toBe(2)
  expect((await change('when-hurt', { question: 'When did it get in your way?' })).version).toBe(2)
})

test('another cut or source is no new version: nobody is asked anything else', async () => {
  expect(await change('stress', { cut: 'area' })).toMatchObject({ version: 1, cut: 'area' })
  expect(await change('stress', { construct: 'Our own.' })).toMatchObject({
    version: 1,
    cut: 'area',
    construct: 'Our own.',
  })
  expect(await change('work', { cut: 'organisation' })).toMatchObject({ version: 1, cut: 'organisation' })
  expect(await proposed()).toContainEqual({ id: 'stress', cut: 'area' })
})

test('changing a grid, a remark or an attribute leaves its rows and options as they are', async () => {
  const { question: before } = await entry('work')
  const after = await change('work', { question: 'And now?', hint: '' })
  const rowsOf = (question: Question) => question.kind === 'grid' && [question.rows, question.text.en.rows]
  expect(rowsOf(after)).toEqual(rowsOf(before))
  const { question: attribute } = await entry('experience')
  const changed = await change('experience', { question: 'How long?' })
  expect(changed).toEqual({
    ...attribute,
    version: 2,
    text: { en: { ...attribute.text.en, question: 'How long?' } },
  })
})

test('one of several stays shown of the whole organisation, and keeps its options', async () => {
  const { question: before } = await entry('push-from')
  const after = await change('push-from', { question: 'Who pushes?', cut: 'unit', options: ['one'] })
  const text = { en: { ...before.text.en, question: 'Who pushes?' } }
  expect(after).toEqual({ ...before, version: 2, text })
})

test('questions move past their neighbour, and stay put at either end of their place', async () => {
  const [first, second, ...rest] = await order()
  await dana.post(`/questions/${second}/moves/up`, {})
  expect(await order()).toEqual([second, first, ...rest])
  await dana.post(`/questions/${second}/moves/up`, {})
  await dana.post(`/questions/${rest.at(-1)}/moves/down`, {})
  expect(await order()).toEqual([second, first, ...rest])
  await dana.post(`/questions/${second}/moves/down`, {})
  expect(await order()).toEqual([first, second, ...rest])
})

test('a round asks in the order of the list', async () => {
  await dana.post('/questions/ai-trust/moves/up', {})
  expect((await proposed()).slice(0, 3).map(({ id }) => id)).toEqual(['ai-trust', 'ai-helped', 'stress'])
})

test('a retired question is not proposed, can be restored, and is then where it was', async () => {
  const before = await proposed()
  await dana.post('/questions/stress/retirement', {})
  expect(await proposed()).toEqual(before.filter(({ id }) => id !== 'stress'))
  expect((await dana.get('/rounds/new')).body).not.toContain('value="stress"')
  expect((await dana.get('/questions')).body).toContain('/questions/stress/restoration')
  await dana.post('/questions/stress/restoration', {})
  expect(await proposed()).toEqual(before)
})

const own = {
  id: 'focus',
  question: 'How well could you concentrate?',
  name: 'Could concentrate',
  levels: ['Not at all', 'A little', 'Partly', 'Mostly', 'Fully'],
  banding: 'falling',
  cut: 'organisation',
}

test('a question of one’s own is asked after the rest of the core, in its cut', async () => {
  expect((await dana.post('/questions', own)).statusCode).toBe(303)
  const asked = await proposed()
  const core = (await bank()).filter(
    ({ place, question }) => place === 'core' && question.kind !== 'attribute',
  )
  const inCore = asked.filter(({ id }) => core.some(({ question }) => question.id === id))
  expect(inCore.at(-1)).toEqual({ id: 'focus', cut: 'organisation' })
  expect((await entry('focus')).question).toEqual({
    id: 'focus',
    version: 1,
    kind: 'scale',
    construct: '',
    cut: 'organisation',
    bands: ['favourable', 'favourable', 'neutral', 'unfavourable', 'unfavourable'],
    text: { en: { question: own.question, name: own.name, levels: own.levels } },
  })
})

test('an identifier belongs to one question for good: scale, attribute or retired', async () => {
  await dana.post('/questions/ai-trust/retirement', {})
  const before = await bank()
  for (const id of ['stress', 'experience', 'work', 'ai-trust']) {
    const response = await dana.postJson('/questions', { ...own, id })
    expect([response.statusCode, response.json().error]).toEqual([409, 'questionExists'])
  }
  expect(await bank()).toEqual(before)
})

test('everything wrong with a question is told, and what was typed is kept', async () => {
  const typed = {
    id: 'Focus!',
    question: ' ',
    levels: ['Only <one', '', '', '', ''],
    banding: 'sideways',
    cut: 'person',
  }
  const faults = (await dana.postJson('/questions', { ...typed, levels: ['Only one'] })).json().fields
  expect(Object.keys(faults).toSorted()).toEqual(['banding', 'cut', 'id', 'levels', 'name', 'question'])
  const page = await dana.post('/questions', typed)
  expect(page.statusCode).toBe(422)
  expect(page.body).toContain('value="Focus!"')
  expect(page.body).toContain('value="Only &lt;one"')
  expect(page.body).toContain('Please give a label for each of the five levels.')
  expect(
    (await dana.postJson('/questions/stress', { ...own, question: 'x'.repeat(401) })).json().fields,
  ).toEqual({
    question: 'This is too long. Please shorten it.',
  })
  expect((await bank()).map(({ question }) => question)).toEqual(usualPlaces.map(({ question }) => question))
})

test('a question that is not there cannot be changed, moved, retired or restored', async () => {
  for (const url of ['', '/moves/up', '/retirement', '/restoration'])
    expect((await dana.postJson(`/questions/nowhere${url}`, own)).statusCode).toBe(404)
})

test('a round that is open keeps its own copy, in the wording its people were invited to', async () => {
  await safe.importRoster(dana, roster({ Payments: 8 }))
  const { id } = (await dana.postJson('/rounds', { questions: ['stress'] })).json()
  await dana.postJson(`/rounds/${id}/opening`, {})
  const [before] = await safe.context.store.read.select().from(rounds)
  await change('stress', { question: 'Something else?', cut: 'area' })
  await dana.post('/questions/stress/retirement', {})
  const [after] = await safe.context.store.read.select().from(rounds)
  expect(after).toEqual(before)
  expect(after!.questions).toEqual([pulse.find((question) => question.id === 'stress')])
})
