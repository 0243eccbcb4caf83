import { expect, test } from 'vitest'
import { changesIn } from '#server/insights/changes.ts'
import { forShow } from '#server/insights/for-show.ts'
import { gapsOf } from '#server/insights/gaps.ts'
import { seriesOf } from '#server/insights/series.ts'
import { signalsOf } from '#server/insights/signals.ts'
import { gapSentences } from '#views/messages/en/gap-sentences.ts'
import { adopted, roundOf, type Asked } from './answers.ts'

const months = ['2025-10', '2025-12', '2026-02', '2026-04', '2026-06', '2026-08', '2026-09', '2026-10']
const month = '2026-10'
/** Of 30 people: hardly anybody free, nearly everybody. */
const [pressed, free] = [
  [1, 2, 5, 12, 10],
  [12, 10, 5, 2, 1],
]
const flat = [3, 5, 8, 9, 5]
const [mostlySeen, hardlySeen] = [
  [4, 6, 6, 9, 5],
  [14, 10, 3, 2, 1],
]

interface Course {
  pressure: number[][]
  help?: number[][]
  /** Answers on being seen, by month. */
  seen?: Record<string, number[]>
  /** People active of 30, by month. */
  active?: Record<string, number>
}

function told({
  pressure,
  help,
  seen = { '2026-09': mostlySeen },
  active = { '2025-10': 15, [month]: 25 },
}: Course) {
  const history = months.map((one, n) => {
    const answers: Asked['answers'] = {
      'ai-pressure': pressure[n] ?? pressure.at(-1)!,
      'ai-helped': help?.[n] ?? flat,
    }
    return roundOf(one, { answers: { ...answers, ...(seen[one] && { 'used-to-be-seen': seen[one] }) } })
  })
  const series = seriesOf(history)
  const adoption = Object.entries(active).map(([one, people]) => adopted(one, people, 30))
  const sources = { series, adoption, delivery: [], month }
  const changes = changesIn(series, month)
  return {
    show: forShow(changes, sources),
    signals: signalsOf(changes, sources).map(({ key }) => key),
    gap: gapsOf(changes, sources).find(({ id }) => id === 'show')!,
  }
}

const rising = [free, free, free, free, pressed, pressed, pressed, pressed]
const even = [free]

test('much and more use, often to be seen, more pressure and no more help are use for show, and said once', () => {
  const { show, signals } = told({ pressure: rising })
  expect(show).toMatchObject({ holds: true, unknown: [], seen: { n: 30, month: '2026-09' } })
  expect(show.use).toMatchObject({ now: { month }, before: { month: '2025-10' } })
  expect(signals).toEqual(['for-show'])
})

test.each<[string, Course]>([
  ['pressure is as before', { pressure: even }],
  ['help rises too', { pressure: rising, help: rising.toReversed().map((one) => one.toReversed()) }],
  ['hardly anybody says that it is to be seen', { pressure: rising, seen: { '2026-09': hardlySeen } }],
  ['no more use it than a year before', { pressure: rising, active: { '2025-10': 24, [month]: 25 } }],
  ['fewer than half use it', { pressure: rising, active: { '2025-10': 4, [month]: 12 } }],
])('it is none where %s', (_when, course) => {
  const { show, signals } = told(course)
  expect(show.holds).toBe(false)
  expect(signals).not.toContain('for-show')
})

test.each<[string, Course, string[]]>([
  ['nobody was asked whether it is to be seen', { pressure: rising, seen: {} }, ['seen']],
  ['that was asked too long ago', { pressure: rising, seen: { '2026-06': mostlySeen } }, ['seen']],
  ['too few answered that', { pressure: rising, seen: { '2026-09': [1, 0, 0, 2, 1] } }, ['seen']],
  ['no use is known from a year before', { pressure: rising, active: { [month]: 25 } }, ['use']],
  ['nothing of use is known', { pressure: rising, active: {} }, ['use']],
])('it cannot be told where %s, and what is missing is said', (_when, course, missing) => {
  const { show, signals } = told(course)
  expect([show.holds, show.unknown]).toEqual([null, missing])
  expect(signals).toEqual(['pressure-without-help'])
})

test('on its own page it says its figures, and that the rule holds, does not hold or cannot be told', () => {
  const sentence = (course: Course) => {
    const { parts, rule } = told(course).gap
    const [use, seen] = parts.map((part) => ({ ...part, value: part.value!, since: '' }))
    return gapSentences.show(use!, seen!, rule!)
  }
  expect(sentence({ pressure: rising })).toBe(
    '83\u00a0% use AI tools, 47\u00a0% say AI is often used mainly to be seen (in 2026-09): by the rule below, use for show.',
  )
  expect(sentence({ pressure: even })).toMatch(/: by the rule below, no use for show\.$/)
  expect(sentence({ pressure: rising, active: { [month]: 25 } })).toMatch(
    /; whether that is use for show cannot be told without certain figures of use, half a year apart or longer\.$/,
  )
})

test('it is said no more often than pressure without help, whose promise it keeps', () => {
  const seen = [mostlySeen, hardlySeen]
  for (const pressure of [rising, even, rising.toReversed()])
    for (const help of [undefined, rising, rising.toReversed()])
      for (const one of seen) {
        const { signals } = told({ pressure, ...(help && { help }), seen: { '2026-09': one } })
        const without = told({ pressure, ...(help && { help }), seen: {} }).signals
        const as = (key: string) => (key === 'for-show' ? 'pressure-without-help' : key)
        expect(signals.map(as)).toEqual(without)
      }
})
