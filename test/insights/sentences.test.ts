import { expect, test } from 'vitest'
import { changesIn } from '#server/insights/changes.ts'
import { sentencesOf, type Sentence } from '#server/insights/sentences.ts'
import { suggestedColour } from '#server/insights/agreement.ts'
import { seriesOf } from '#server/insights/series.ts'
import { adopted, roundOf, type Asked } from './answers.ts'

const high = [0, 2, 3, 15, 10]
const low = [10, 14, 3, 2, 1]
const even = [6, 6, 6, 6, 6]

function sentences(before: Asked, now: Asked, given: { adoption?: boolean } = {}): Sentence[] {
  const months = ['2026-05', '2026-06', '2026-07', '2026-08']
  const history = [
    ...months.map((month) => roundOf(month, before)),
    roundOf('2026-09', now),
    roundOf('2026-10', now),
  ]
  const series = seriesOf(history)
  return sentencesOf({
    series,
    changes: changesIn(series, '2026-10'),
    adoption: given.adoption === false ? [] : [adopted('2026-05', 18, 30), adopted('2026-10', 27, 30)],
  })
}

const rules = (said: Sentence[]) => said.map(({ rule }) => rule)

test('what is new since the month before is told first, then what lasts, with adoption beside it', () => {
  const said = sentences(
    { answers: { 'ai-trust': high, stress: even } },
    { answers: { 'ai-trust': low, stress: even } },
  )
  expect(rules(said)).toEqual(['latest', 'change'])
  expect(said[1]).toMatchObject({
    adoption: { from: [0.6, 0.6], to: [0.9, 0.9] },
    change: { lasting: { word: 'falling', sinceMonth: '2026-09' } },
  })
  expect(said[0]).toMatchObject({ changes: [], month: '2026-09' })
})

test('of a first month it is said that it is the first', () => {
  const series = seriesOf([roundOf('2026-10', { answers: { stress: even } })])
  expect(rules(sentencesOf({ series, changes: changesIn(series, '2026-10'), adoption: [] }))).toEqual([
    'first month',
  ])
})

test('no more than the two clearest changes are told', () => {
  const said = sentences(
    { answers: { 'ai-trust': high, 'ai-helped': high, 'safe-to-say': high, stress: even } },
    { answers: { 'ai-trust': low, 'ai-helped': low, 'safe-to-say': low, stress: even } },
  )
  expect(rules(said).filter((rule) => rule === 'change')).toHaveLength(2)
})

test('where nothing moved it is said that nothing did', () => {
  const said = sentences({ answers: { stress: even } }, { answers: { stress: even } })
  expect(said).toContainEqual(expect.objectContaining({ rule: 'no change', questions: 1 }))
})

test('adoption is left out of a sentence where one of the months has none', () => {
  const said = sentences(
    { answers: { 'ai-trust': high } },
    { answers: { 'ai-trust': low } },
    { adoption: false },
  )
  expect(said[1]).toMatchObject({ rule: 'change', adoption: null })
})

test('help and hurt are told of the kinds of work where they are most certain', () => {
  const asked = {
    answers: { stress: even },
    work: { tests: [14, 4], security: [5, 11], boilerplate: [20, 2] },
  } as const
  const said = sentences({ answers: { stress: even } }, asked as unknown as Asked)
  expect(said.at(-1)).toMatchObject({
    rule: 'work',
    best: { row: 'boilerplate' },
    worst: { row: 'security' },
  })
})

test('a colour is suggested only by what is certain of a range', () => {
  expect(suggestedColour({ helped: [0.7, 0.8], hurt: [0.2, 0.3] })).toBe('green')
  expect(suggestedColour({ helped: [0.69, 0.8], hurt: [0.2, 0.31] })).toBe('amber')
  expect(suggestedColour({ helped: [0.4, 0.5], hurt: [0.5, 0.6] })).toBe('amber')
  expect(suggestedColour({ helped: [0.4, 0.48], hurt: [0.52, 0.6] })).toBe('red')
  expect(suggestedColour({ helped: [0.4, 0.51], hurt: [0.49, 0.6] })).toBe('amber')
})
