import { expect, test } from 'vitest'
import type { GroupRound, Part } from '#server/results/results.ts'
import { add } from '#server/disclosure/add.ts'
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

test('a question is judged against a year of its own months', () => {
  const [change] = changesIn(seriesOf(year(() => some)), '2026-10')
  expect(change!.points.map(({ month }) => month)).toHaveLength(13)
  expect(change!.lasting).toMatchObject({ fromMonth: '2025-10', toMonth: '2026-10' })
  expect(change!.latest).toMatchObject({ fromMonth: '2026-09', sinceMonth: '2026-10' })
  expect(change!.moved).toEqual({ latest: [0, 0], year: [0, 0] })
})

test('the second round is compared with the first, and the first with nothing', () => {
  const history = year(() => some)
  expect(changesIn(seriesOf(history.slice(-1)), '2026-10')).toEqual([])
  expect(changesIn(seriesOf(history.slice(-2)), '2026-10').map(({ lasting }) => lasting.fromMonth)).toEqual([
    '2026-09',
  ])
})

test('a month in which a team was counted with neighbours is compared with none in which it was not', () => {
  const alone = roundOf('2026-07', { answers: { stress: some } })
  const pooled = roundOf('2026-10', { answers: { stress: some }, pooledAs: 'Security + Runtime' })
  expect(changesIn(seriesOf([alone, pooled]), '2026-10')).toEqual([])
  const before = roundOf('2026-07', { answers: { stress: some }, pooledAs: 'Security + Runtime' })
  expect(changesIn(seriesOf([before, pooled]), '2026-10')).toHaveLength(1)
})

test('where a group is hidden in one month, the groups that are shown in both are compared, and it is said how many', () => {
  const [change] = changesIn(
    seriesOf([
      inGroups('2026-08', { a: high, b: high, c: high }),
      inGroups('2026-09', { a: high, b: high, c: high }),
      inGroups('2026-10', { a: low, b: low, c: null }),
    ]),
    '2026-10',
  )
  expect(change!.partly).toEqual({ groups: 2, of: 3 })
  expect(change!.points.map(({ sum }) => sum.n)).toEqual([60, 60, 60])
  // 25 of 30 in each of two groups, then 3 of 30.
  expect(change!.lasting).toMatchObject({ from: [25 / 30, 25 / 30], to: [0.1, 0.1] })
})

test('groups of other people are not compared, whatever they are called', () => {
  const months = [inGroups('2026-09', { a: high, b: null }), inGroups('2026-10', { a: null, b: high })]
  expect(changesIn(seriesOf(months), '2026-10')).toEqual([])
})

const high = [0, 2, 3, 15, 10]
const low = [10, 14, 3, 2, 1]

/** A month of a question in several groups; null is not shown. */
function inGroups(month: string, groups: Record<string, number[] | null>): GroupRound {
  const shown = Object.values(groups).flatMap((histogram) => (histogram ? [histogram] : []))
  const round = roundOf(month, { answers: { 'ai-trust': high } })
  const [item] = round.items
  const codes = Object.entries(groups).map(([who, histogram]): Part => ({
    who,
    invited: 30,
    code: histogram ? { shown: 'exact', n: 30, histogram } : { shown: 'none' },
  }))
  const sum = add(
    codes.map((one) => one.code),
    item!.bands,
  )
  expect(sum.shown).toBe(shown.length)
  return { ...round, items: [{ ...item!, sum, parts: codes }] }
}

test('a fall that nobody can miss is called falling, and no change is not', () => {
  const before = roundOf('2026-07', { answers: { 'ai-trust': [0, 2, 3, 15, 8], stress: [5, 5, 8, 6, 4] } })
  const fallen = changesIn(
    seriesOf([
      before,
      ...['2026-08', '2026-09'].map((month) => ({ ...before, round: { ...before.round, id: month, month } })),
      roundOf('2026-10', { answers: { 'ai-trust': [9, 14, 3, 1, 1], stress: [5, 6, 7, 6, 4] } }),
    ]),
    '2026-10',
  )
  expect(fallen.map(({ series, lasting }) => [series.key, lasting.word === 'falling'])).toEqual([
    ['ai-trust', true],
    ['stress', false],
  ])
})
