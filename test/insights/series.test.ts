import { expect, test } from 'vitest'
import { changesIn } from '#server/insights/changes.ts'
import { monthsBetween, seriesOf } from '#server/insights/series.ts'
import { roundOf } from './answers.ts'

const some = [2, 3, 5, 6, 4]

test('a trend joins only the same question in the same version', () => {
  const [reworded] = seriesOf([
    roundOf('2026-08', { answers: { stress: some } }),
    roundOf('2026-09', { answers: { stress: some }, version: 2 }),
    roundOf('2026-10', { answers: { stress: some }, version: 2 }),
  ])
  expect(reworded!.points.map(({ month }) => month)).toEqual(['2026-09', '2026-10'])
})

test('a question that was not asked in the latest round keeps its trend, after those that were', () => {
  const series = seriesOf([
    roundOf('2026-09', { answers: { stress: some, 'ai-trust': some } }),
    roundOf('2026-10', { answers: { 'ai-trust': some } }),
  ])
  expect(series.map(({ key, points }) => [key, points.length])).toEqual([
    ['ai-trust', 2],
    ['stress', 1],
  ])
})

test('a share is that of the favourable, of the high, or of those whom AI helped', () => {
  const series = seriesOf([
    roundOf('2026-10', {
      answers: { 'ai-trust': [1, 1, 2, 4, 2], stress: [1, 1, 2, 4, 2], 'ai-use': [1, 1, 2, 4, 2] },
      work: { tests: [6, 2] },
    }),
  ])
  expect(series.map(({ key, band, points }) => [key, band, points[0]!.share])).toEqual([
    ['ai-trust', 'favourable', [0.6, 0.6]],
    ['stress', 'favourable', [0.2, 0.2]],
    ['ai-use', 'high', [0.6, 0.6]],
    ['work.tests', 'helped', [0.75, 0.75]],
  ])
})

test('a range is told with both its ends, and what is not shown has no share', () => {
  const [trust, help] = seriesOf([
    roundOf('2026-10', { answers: { 'ai-trust': [0, 0, 1, 4, 5], 'ai-helped': [0, 1, 1, 1, 1] } }),
  ])
  expect(trust!.points[0]!.share).toEqual([0.9, 1])
  expect(help!.points[0]!.share).toBeNull()
})

test('months are counted across years', () => {
  expect(monthsBetween('2025-11', '2026-02')).toBe(3)
  expect(monthsBetween('2026-10', '2026-10')).toBe(0)
})

const year = (answers: (n: number) => number[]) =>
  Array.from({ length: 13 }, (_, n) =>
    roundOf(`${n < 3 ? 2025 : 2026}-${String(((n + 9) % 12) + 1).padStart(2, '0')}`, {
      answers: { stress: answers(n) },
    }),
  )

test('a question is compared with the rounds nearest to three and to twelve months before', () => {
  const history = year(() => some)
  const changes = changesIn(seriesOf(history), '2026-10')
  expect(changes.map(({ span, from, to }) => [span, from.month, to.month])).toEqual([
    ['quarter', '2026-07', '2026-10'],
    ['year', '2025-10', '2026-10'],
  ])
})

test('the second round is compared with the first', () => {
  const history = year(() => some).slice(-2)
  expect(changesIn(seriesOf(history), '2026-10').map(({ from }) => from.month)).toEqual(['2026-09'])
})

test('a month in which a team was counted with neighbours is compared with none in which it was not', () => {
  const alone = roundOf('2026-07', { answers: { stress: some } })
  const pooled = roundOf('2026-10', { answers: { stress: some }, pooledAs: 'Security + Runtime' })
  expect(changesIn(seriesOf([alone, pooled]), '2026-10')).toEqual([])
  const before = roundOf('2026-07', { answers: { stress: some }, pooledAs: 'Security + Runtime' })
  expect(changesIn(seriesOf([before, pooled]), '2026-10')).toHaveLength(1)
})

test('a fall that nobody can miss is called falling, and no change is not', () => {
  const fallen = changesIn(
    seriesOf([
      roundOf('2026-07', { answers: { 'ai-trust': [0, 2, 3, 15, 8], stress: [5, 5, 8, 6, 4] } }),
      roundOf('2026-10', { answers: { 'ai-trust': [9, 14, 3, 1, 1], stress: [5, 6, 7, 6, 4] } }),
    ]),
    '2026-10',
  )
  expect(fallen.map(({ series, verdict }) => [series.key, verdict.verdict === 'falling'])).toEqual([
    ['ai-trust', true],
    ['stress', false],
  ])
})
