import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualPlaces } from '#server/questionnaire/places.ts'
import { warningsOf } from '#server/questionnaire/warnings.ts'
import { TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
beforeAll(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
})
afterAll(() => safe.stop())

const levels = ['Never', 'Rarely', 'Sometimes', 'Often', 'Very often']
const ofScale = (question: string, given = levels) => warningsOf({ kind: 'scale', question, levels: given })

test('our own questions pass every rule', () => {
  const warned = usualPlaces.flatMap(({ question: { id, kind, text } }) => {
    const { question, levels: given = [] } = text.en as { question: string; levels?: string[] }
    const found = warningsOf({ kind, question, levels: given })
    return found.length > 0 ? [[id, ...found]] : []
  })
  expect(warned).toEqual([])
})

test.each([
  ['Are reviews and tests good enough?', 'twoIdeas'],
  ['How often did a manager or a colleague press you to use AI?', 'twoIdeas'],
  ['Do you agree that AI tools help or hurt?', 'asksAgreement'],
  ['To what extent do AI tools save time?', 'asksAgreement'],
  ['How often did you blindly merge what AI wrote?', 'loadedWord'],
  ['How much time was wasted on prompts?', 'loadedWord'],
  ['How good was the code that AI wrote?', 'oneEnd'],
  ['In the last month, how hard was it to review code?', 'oneEnd'],
  ['Did AI tools help your work?', 'oneEnd'],
  ['How often did you not read what AI wrote?', 'negation'],
  ['How often didn’t you read it?', 'negation'],
  ['How often was there code that nobody could not explain?', 'negation'],
  [`How often did you read ${'very '.repeat(24)}long code?`, 'tooLongToRead'],
])('“%s” is warned of: %s', (question, warning) => expect(ofScale(question)).toContain(warning))

test.each([
  ['How often did it feel good to use AI?', levels],
  ['Did AI tools help or hurt?', ['Hurt a lot', 'Hurt a little', 'Even', 'Helped a little', 'Helped a lot']],
  ['How good was the code?', ['Very bad', 'Rather bad', 'Neither', 'Rather good', 'Very good']],
  ['How often did you use AI where it was no help?', levels],
  ['How much time did reviews take?', levels],
])('“%s” is not warned of', (question, given) => expect(ofScale(question, given)).toEqual([]))

test('two levels that are called the same are warned of, empty ones are not', () => {
  expect(ofScale('How often?', ['Never', 'never ', 'A', 'B', 'C'])).toEqual(['levelsAlike'])
  expect(ofScale('How often?', ['', '', '', '', ''])).toEqual([])
})

test('what is answered in words may join two ideas, and of an empty wording nothing is said', () => {
  expect(warningsOf({ kind: 'remark', question: 'What went well and what did not go well?' })).toEqual([
    'negation',
  ])
  expect(warningsOf({ kind: 'remark', question: 'What went well and why?' })).toEqual([])
  expect(ofScale('', [])).toEqual([])
})

const asked = {
  id: 'good-code',
  kind: 'scale',
  question: 'How good was the code?',
  name: 'Good code',
  levels,
  banding: 'rising',
  cut: 'unit',
}
const oneEnd = 'It names one end only'

test('while it is typed and after it is saved, the page says what to look at again, and saves it all the same', async () => {
  const typed = await dana.post('/questions/new/warnings', asked)
  expect(typed.statusCode).toBe(200)
  expect(typed.body).toContain(oneEnd)
  expect(typed.body).not.toContain('<html')
  expect((await dana.get('/questions/new')).body).not.toContain(oneEnd)
  const saved = await dana.post('/questions', asked)
  expect([saved.statusCode, saved.headers.location]).toEqual([303, '/questions/good-code'])
  expect((await dana.get('/questions/good-code')).body).toContain(oneEnd)
  const better = await dana.post('/questions/good-code', {
    ...asked,
    question: 'How bad or good was the code?',
    levels: ['Very bad', 'Bad', 'Neither', 'Good', 'Very good'],
  })
  expect(better.headers.location).toBe('/questions')
})

test('what was refused is warned of as well, and keeps what was typed', async () => {
  const refused = await dana.post('/questions', { ...asked, id: '!' })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain(oneEnd)
  expect(refused.body).toContain('How good was the code?')
})
