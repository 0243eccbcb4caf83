import { expect, test } from 'vitest'
import { changesIn } from '#server/insights/changes.ts'
import { sentencesOf } from '#server/insights/sentences.ts'
import { seriesOf } from '#server/insights/series.ts'
import { roundOf } from './answers.ts'

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08']
const good = [0, 1, 3, 14, 12]
const bad = [12, 14, 3, 1, 0]
const even = [5, 6, 8, 6, 5]

/** The core every month; what rotates in the months named, good at first and bad from the last of them on. */
function year(rotating: string[], upTo = '2026-08') {
  const shown = months.filter((month) => month <= upTo)
  return seriesOf(
    shown.map((month) => {
      const seen = month === rotating.at(-1) ? bad : good
      return roundOf(month, {
        answers: {
          'ai-helped': even,
          stress: month === '2026-08' ? bad : even,
          ...(rotating.includes(month) && { 'used-to-be-seen': seen }),
        },
      })
    }),
  )
}

const rotating = ['2026-01', '2026-04', '2026-07']
const toldOf = (series: ReturnType<typeof year>, month: string) =>
  changesIn(series, month).find((change) => change.series.key === 'used-to-be-seen')

test('a question that rotates is told until it is asked again as it was told when it was asked', () => {
  const then = toldOf(year(rotating, '2026-07'), '2026-07')!
  const later = toldOf(year(rotating), '2026-08')!
  // Of being seen fewer is good, so that more who often are is a rise of those who hardly are.
  expect(then.lasting.word).toBe('rising')
  expect([later.lasting, later.latest, later.moved]).toEqual([then.lasting, then.latest, then.moved])
})

test('it makes the page no less sure of what is asked every month', () => {
  const without = changesIn(year([]), '2026-08')
  const beside = changesIn(year(rotating), '2026-08').filter(({ series }) => series.key !== 'used-to-be-seen')
  expect(beside.map(({ lasting, latest }) => [lasting, latest])).toEqual(
    without.map(({ lasting, latest }) => [lasting, latest]),
  )
})

test('what is new since the month before is never said of what was not asked', () => {
  const series = year(rotating)
  const [latest] = sentencesOf({ series, changes: changesIn(series, '2026-08'), adoption: [] }).filter(
    ({ rule }) => rule === 'latest',
  )
  expect(latest).toMatchObject({ month: '2026-07' })
  const named = latest!.rule === 'latest' ? latest!.changes.map(({ series: one }) => one.key) : []
  expect(named).not.toContain('used-to-be-seen')
})

test('what was not asked for longer than it rotates is not told any more', () => {
  expect(toldOf(year(['2026-01', '2026-02', '2026-03']), '2026-08')).toBeUndefined()
})
