import { expect, test } from 'vitest'
import { en } from '#views/messages/en/index.ts'
import { pulse } from '#server/questionnaire/pulse.ts'
import { exercises, exerciseIds, fitting } from '#server/retro/kit/exercises.ts'

const about = (...questions: string[]) => questions.map((question) => ({ question }))

test('for each topic the exercise that fits it best, two at most, and none twice', () => {
  expect(fitting(about('ship-confidence', 'review-time', 'ai-helped'))).toEqual([
    { id: 'pre-mortem', question: 'ship-confidence' },
    { id: 'waiting', question: 'review-time' },
  ])
  expect(fitting(about('ai-trust', 'ai-trust')).map(({ id }) => id)).toEqual(['pre-mortem', 'tool-for-task'])
  expect(fitting(about('a-question-of-ones-own'))).toEqual([])
})

test('every question of the pulse that can be a topic has an exercise', () => {
  const without = pulse
    .filter(({ kind }) => kind === 'scale' || kind === 'grid')
    .filter(({ id }) => !exercises.some(({ fits }) => (fits as readonly string[]).includes(id)))
  expect(without.map(({ id }) => id)).toEqual([])
})

test('each has its words, three steps, columns for a board, and a first card that has room for them', () => {
  for (const id of exerciseIds) {
    const { title, purpose, steps, columns } = en.exercises.all[id]
    expect([id, steps.length, columns.length >= 2 && columns.length <= 5]).toEqual([id, 3, true])
    expect([id, [title, ...steps].join('\n').length <= 400]).toEqual([id, true])
    expect(purpose).toMatch(/^To .*\.$/)
  }
})
