import { expect, test } from 'vitest'
import { gaps } from '#views/messages/en/gaps.ts'

const say = gaps.sentence
type Interval = [number, number]

const exact = (share: number): Interval => [share, share]
/** Every kind of share: none, few, near a tenth, between tenths, all; exact, a person wide, wide. */
const shares: Interval[] = [
  ...[0, 0.03, 0.1, 0.29, 0.34, 0.5, 0.52, 0.87, 0.9, 1].map(exact),
  [0.92, 1],
  [0.47, 0.5],
  [0.79, 0.81],
  [0.3, 0.6],
]
const minus = (one: Interval, other: Interval): Interval => [one[0] - other[1], one[1] - other[0]]
const percent = (share: number) => Math.round(100 * share) + 0
const signOf = ([low, high]: Interval) => (percent(low) > 0 ? 1 : percent(high) < 0 ? -1 : 0)

const part = (value: Interval) => ({ value, month: 'October 2026', since: 'October 2025' })
const befores = [
  null,
  ...[-0.6, -0.05, 0, 0.02, 0.4, 0.9].map((gap) => ({ month: 'May 2026', share: exact(gap) })),
  { month: 'May 2026', share: [-0.2, 0.3] as Interval },
  { month: 'May 2026', share: [0.35, 0.5] as Interval },
]

const tenths = 'none one two three four half six seven eight nine all'.split(' ')

/** Both ends of what a sentence says of a share, in per cent. */
function heard(words: string): Interval {
  const [, about, tenth] = /^(about )?([a-z]+)/i.exec(words) ?? []
  const place = tenths.indexOf((tenth ?? '').toLowerCase())
  if (place >= 0) return about ? [10 * place - 2, 10 * place + 2] : [10 * place, 10 * place]
  if (words.startsWith('Under') || words.startsWith('under')) return [0, 5]
  const numbers = words.split('%')[0]!.match(/\d+/g)!.map(Number)
  const wide = words.startsWith('\u2248') ? 3 : 0
  return [numbers[0]! - wide, (numbers[1] ?? numbers[0]!) + wide]
}

const isWithin = ([low, high]: Interval, [from, to]: Interval): boolean =>
  from <= percent(low) && percent(high) <= to

/** How many points a sentence says, both ends. */
const pointsIn = (text: string): Interval => {
  const [, low, high] = /(\d+)(?: to (\d+))?/.exec(text)!
  return [Number(low), Number(high ?? low)]
}

function expectRight(sentence: string, gap: Interval, before: (typeof befores)[number]) {
  const [, said] = sentence.split(': ')
  const [now] = said!.split(/[,;.] ?(?=in May|about as in|as in|and a range|\d+( to \d+)? (more|fewer)|$)/)
  const sign = signOf(gap)
  const claims = / with trust ahead| with help ahead/.test(now!) ? -1 : now!.includes('apart') ? 1 : 0
  expect([sentence, claims]).toEqual([sentence, sign])
  if (sign !== 0) {
    const ends = (sign > 0 ? gap : [-gap[1], -gap[0]]).map(percent)
    expect([sentence, pointsIn(now!)]).toEqual([sentence, ends])
  }
  expect(sentence.includes('May 2026')).toBe(before !== null)
  if (!before) return
  const compared = /(\d+(?: to \d+)?) (more|fewer) than in May/.exec(sentence)
  const isSameWay = sign !== 0 && sign === signOf(before.share)
  expect([sentence, sentence.includes('; in May 2026, ')]).toEqual([sentence, !isSameWay])
  if (!isSameWay) {
    const then = sentence.split('; in May 2026, ')[1]!
    const ahead = then.includes('use ahead') ? 1 : /(trust|help) ahead/.test(then) ? -1 : 0
    return expect([sentence, ahead]).toEqual([sentence, signOf(before.share)])
  }
  const widened = sign > 0 ? minus(gap, before.share) : minus(before.share, gap)
  if (!compared) return expect([sentence, signOf(widened)]).toEqual([sentence, 0])
  expect([sentence, compared[2]]).toEqual([sentence, signOf(widened) > 0 ? 'more' : 'fewer'])
  const ends = (compared[2] === 'more' ? widened : [-widened[1], -widened[0]]).map(percent)
  expect([sentence, pointsIn(compared[1]!)]).toEqual([sentence, ends])
}

test('the sentence in the words of its purpose: figure, direction, and since when', () => {
  const sentence = say.trust({
    first: { name: 'adoption', ...part(exact(0.9)) },
    second: part(exact(0.3)),
    difference: exact(0.6),
    before: { month: 'May 2026', share: exact(0.48) },
  })
  expect(sentence).toBe(
    'Nine in ten use AI tools, three in ten rely on what they make: 60 points apart, 12 more than in May 2026.',
  )
})

test('whatever the figures: the trust gap and pressure say neither another share, nor another difference, nor another direction', () => {
  for (const first of shares)
    for (const second of shares)
      for (const before of befores) {
        const gap = { first: part(first), second: part(second), difference: minus(first, second), before }
        for (const sentence of [
          say.trust({ ...gap, first: { name: 'adoption', ...gap.first } }),
          say.pressure({ ...gap, first: { name: 'use', ...gap.first } }),
        ]) {
          expect(sentence).toMatch(/^[A-Z\d\u2248][^.]*\.$/)
          const [one, other] = sentence.split(/ use AI[^,]*, /)
          expect([sentence, isWithin(first, heard(one!)), isWithin(second, heard(other!))]).toEqual([
            sentence,
            true,
            true,
          ])
          expectRight(sentence, gap.difference, before)
        }
      }
})

test('whoever feels faster, and whether changes take longer, are said as they were measured', () => {
  for (const felt of [-0.4, -0.02, 0, 0.02, 0.4])
    for (const lead of [-0.3, 0, 0.25]) {
      const sentence = say.perception(part(exact(felt)), part(exact(lead)))
      expect(sentence).toMatch(/^[A-Z][^.]*\.$/)
      const feeling = /More feel (\w+)/.exec(sentence)?.[1]
      expect([sentence, feeling]).toEqual([sentence, felt > 0 ? 'faster' : felt < 0 ? 'slower' : undefined])
      expect(sentence).toContain(lead > 0 ? '25\u00a0% longer' : lead < 0 ? '30\u00a0% less time' : 'as long')
      expect(sentence.includes(', but ')).toBe(felt * lead > 0)
    }
  expect(say.perception(part([-0.3, 0.2]), part(exact(0)))).toMatch(/^A range leaves open/)
})

test('review load is said beside more or fewer deployments, and against half a year before', () => {
  for (const before of [null, 0.2, 0.4, 0.5])
    for (const change of [-0.25, 0, 0.25]) {
      const then = before === null ? null : { month: 'May 2026', share: exact(before) }
      const sentence = say.review(part(exact(0.4)), part(exact(change)), then)
      expect(sentence).toMatch(/^Four in ten review nine hours a week or more[^.]*\.$/)
      expect(sentence).toContain(
        change > 0 ? '25\u00a0% more deployments' : change < 0 ? '25\u00a0% fewer deployments' : 'as many',
      )
      if (before === 0.2) expect(sentence).toContain('20 points more than in May 2026')
      if (before === 0.4) expect(sentence).toContain('as in May 2026')
      if (before === 0.5) expect(sentence).toContain('10 points fewer than in May 2026')
    }
})

test('where a side is missing the sentence says which, and of which month', () => {
  expect(say.missing(['adoption'], 'October 2026')).toBe(
    'No adoption figure for October 2026, so this gap cannot be told.',
  )
  expect(say.missing(['felt', 'lead time'], 'October 2026')).toBe(
    'No figure of felt speed and no change of lead time over half a year or longer for October 2026, so this gap cannot be told.',
  )
})
