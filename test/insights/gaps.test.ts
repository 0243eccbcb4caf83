import { expect, test } from 'vitest'
import type { GapSources } from '#server/insights/gap-months.ts'
import { changesIn } from '#server/insights/changes.ts'
import { gapsOf } from '#server/insights/gaps.ts'
import { seriesOf } from '#server/insights/series.ts'
import { adopted, delivered, roundOf } from './answers.ts'

const month = '2026-10'
const sources: GapSources = {
  month,
  series: seriesOf([
    roundOf(month, {
      answers: {
        'ai-trust': [4, 6, 4, 4, 2], // 6 of 20 favourable
        'ai-helped': [2, 2, 6, 6, 4], // 10 of 20
        'ai-use': [0, 1, 4, 5, 10], // 15 of 20 high
        'ai-pressure': [2, 4, 4, 6, 4], // 10 of 20 unfavourable
        'felt-speed': [1, 3, 4, 8, 4], // 12 faster, 4 slower
        'review-time': [2, 4, 6, 6, 2], // 8 of 20 high
      },
    }),
  ]),
  adoption: [adopted('2026-09', 10, 20), adopted(month, 18, 20)],
  delivery: [
    delivered('2025-10', 'lead-time', 40),
    delivered('2026-06', 'lead-time', 90),
    delivered('2026-10', 'lead-time', 50),
    delivered('2026-07', 'deployment-frequency', 4),
    delivered('2026-10', 'deployment-frequency', 3),
  ],
}

const gap = (id: string, given: GapSources = sources) =>
  gapsOf(changesIn(given.series, month), given).find((one) => one.id === id)!

test('the trust gap is adoption less trust: 18 of 20 less 6 of 20', () => {
  const { parts, difference } = gap('trust')
  expect(parts.map(({ name, value }) => [name, value])).toEqual([
    ['adoption', [0.9, 0.9]],
    ['trust', [0.3, 0.3]],
  ])
  expect(difference![0]).toBeCloseTo(0.6)
  expect(difference![1]).toBeCloseTo(0.6)
})

test('without adoption figures it is what people say of their own use', () => {
  expect(gap('trust', { ...sources, adoption: [] }).parts[0]).toMatchObject({
    name: 'use',
    value: [0.75, 0.75],
  })
})

test('ranges are subtracted end from opposite end', () => {
  const all = { ...sources, adoption: [adopted(month, 20, 20)] }
  const { difference } = gap('trust', all)
  expect(difference![0]).toBeCloseTo(0.65)
  expect(difference![1]).toBeCloseTo(0.7)
})

test('felt speed stands beside the change of lead time against the month nearest to a year before', () => {
  const { parts, difference } = gap('perception')
  expect(parts[0]!.value![0]).toBeCloseTo(0.4)
  expect(parts[1]!.value![0]).toBeCloseTo(0.25)
  expect(difference).toBeNull()
})

test('a change against less than half a year before is not told', () => {
  expect(gap('review').parts[1]!.value).toBeNull()
})

test('pressure is frequent use less help, beside those who are free of pressure', () => {
  const { parts, difference } = gap('pressure')
  expect(parts.map(({ value }) => value?.[0])).toEqual([0.75, 0.5, 0.3])
  expect(difference![0]).toBeCloseTo(0.25)
})

test('what was not asked or is not shown makes no gap', () => {
  const few = { ...sources, series: seriesOf([roundOf(month, { answers: { 'ai-trust': [1, 1, 1, 1, 0] } })]) }
  expect(gap('trust', few).difference).toBeNull()
  expect(gap('pressure', few).parts.map(({ value }) => value)).toEqual([null, null, null])
})

const halfAYear = (before: string) => ({
  ...sources,
  series: seriesOf([
    roundOf(before, {
      answers: { 'ai-trust': [2, 4, 4, 6, 4], 'ai-helped': [4, 4, 4, 4, 4], 'ai-use': [2, 4, 4, 6, 4] },
    }),
    roundOf(month, {
      answers: { 'ai-trust': [4, 6, 4, 4, 2], 'ai-helped': [2, 2, 6, 6, 4], 'ai-use': [0, 1, 4, 5, 10] },
    }),
  ]),
  adoption: [adopted('2026-03', 16, 20), adopted(month, 18, 20)],
})

test('a gap is compared with the month nearest to a year before, and with none less than half a year before', () => {
  const { before } = gap('trust', halfAYear('2026-03'))
  expect(before!.month).toBe('2026-03')
  expect(before!.share[0]).toBeCloseTo(0.3)
  expect(gap('pressure', halfAYear('2026-03')).before!.share[0]).toBeCloseTo(0.1)
  expect(gap('trust', halfAYear('2026-05')).before).toBeNull()
})

test('a gap is not compared with a month in which one of its figures is missing or comes from elsewhere', () => {
  const given = halfAYear('2026-03')
  const lacking = { ...given, adoption: [adopted(month, 18, 20)] }
  expect(gap('trust', lacking).before).toBeNull()
  const other = {
    ...given,
    adoption: [{ ...adopted('2026-03', 16, 20), source: 'cursor' as const }, adopted(month, 18, 20)],
  }
  expect(gap('trust', other).before).toBeNull()
})
