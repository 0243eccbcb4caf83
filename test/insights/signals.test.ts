import { expect, test } from 'vitest'
import { changesIn } from '#server/insights/changes.ts'
import { seriesOf } from '#server/insights/series.ts'
import { signalsOf } from '#server/insights/signals.ts'
import { roundOf, type Asked } from './answers.ts'

const high = [0, 2, 3, 15, 10]
const low = [10, 14, 3, 2, 1]
const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10']

function signals(rounds: Asked['answers'][]) {
  const history = rounds.map((answers, n) => roundOf(months.slice(-rounds.length)[n]!, { answers }))
  const series = seriesOf(history)
  return signalsOf(changesIn(series, '2026-10'), { series, adoption: [], delivery: [], month: '2026-10' })
}

const trust = (...levels: number[][]) => levels.map((answers) => ({ 'ai-trust': answers }))

test('reliance that has been falling for two months asks to pause and look', () => {
  const [signal, ...others] = signals(trust(high, high, high, low, low))
  expect(signal!.key).toBe('fell.ai-trust')
  expect(signal!.roundId).toBe('round 2026-10')
  expect(signal!.changes.map(({ lasting }) => lasting.sinceMonth)).toEqual(['2026-09'])
  expect(others).toEqual([])
})

test('one round of falling is not yet a signal', () => {
  expect(signals(trust(high, high, high, high, low))).toEqual([])
})

test('a fall that is made good again is none', () => {
  expect(signals(trust(high, high, high, low, high))).toEqual([])
})

test('stress is not among what is watched for two falls', () => {
  expect(signals([high, high, high, low, low].map((stress) => ({ stress })))).toEqual([])
})

test('more pressure without more help is a signal of one round', () => {
  const calm = { 'ai-pressure': low, 'ai-helped': [4, 6, 8, 8, 4] }
  const pressed = { 'ai-pressure': high, 'ai-helped': [4, 6, 8, 8, 4] }
  const [signal] = signals([calm, calm, calm, calm, pressed])
  expect(signal!.key).toBe('pressure-without-help')
  expect(signal!.changes.map(({ series }) => series.key)).toEqual(['ai-pressure', 'ai-helped'])
})

test('more pressure with clearly more help is none', () => {
  const calm = { 'ai-pressure': low, 'ai-helped': low }
  const pressed = { 'ai-pressure': high, 'ai-helped': high }
  expect(signals([calm, calm, calm, calm, pressed])).toEqual([])
})

test('without an earlier round there is nothing to pause for', () => {
  expect(signals(trust(low))).toEqual([])
})
