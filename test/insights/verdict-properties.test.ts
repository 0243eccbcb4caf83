import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sizeOf, type Ends, type Wave } from '../../server/insights/verdicts/ends.ts'
import { chanceOfRise } from '../../server/insights/verdicts/permutation.ts'
import { judge } from '../../server/insights/verdicts/verdicts.ts'
import { add, type Sum } from '../../server/disclosure/add.ts'
import { code } from '../../server/disclosure/exact-or-range.ts'
import { bands } from '../publishing/company.ts'
import { dealtEveryWay, known } from './dealt.ts'

const slack = 1e-10
const endsUpTo = (max: number) =>
  fc
    .record({ top: fc.nat({ max }), middle: fc.nat({ max }), bottom: fc.nat({ max }) })
    .filter((ends) => sizeOf(ends) >= 1)

/** Histograms of a few classes; most are one short of, or at, agreement. */
const classes = fc.array(
  fc.oneof(
    fc.array(fc.nat({ max: 5 }), { minLength: 5, maxLength: 5 }),
    fc
      .tuple(fc.integer({ min: 4, max: 12 }), fc.nat({ max: 4 }), fc.nat({ max: 4 }))
      .map(([most, at, odd]) => {
        const histogram = [0, 0, 0, 0, 0]
        histogram[at]! += most
        histogram[odd]! += 1
        return histogram
      }),
  ),
  { minLength: 1, maxLength: 4 },
)
const publish = (histograms: number[][]): Sum =>
  add(
    histograms.map((histogram) => code(histogram, bands, 5)),
    bands,
  )
/** Months in which something is shown: others cannot be compared. */
const history = fc
  .array(fc.record({ answers: classes, absent: fc.nat({ max: 9 }) }), { minLength: 1, maxLength: 13 })
  .map((months) =>
    months
      .map(({ answers, absent }): Wave => {
        const sum = publish(answers)
        return { sum, invited: sum.n + absent }
      })
      .filter(({ sum }) => sum.n > 0),
  )
const page = fc.array(history, { maxLength: 5 })
const young = history.map((waves) => waves.slice(-6))
const youngPage = fc.array(young, { maxLength: 5 })

describe('the exact test', () => {
  test('is what dealing out the answers in every possible way gives', () => {
    fc.assert(
      fc.property(endsUpTo(3), endsUpTo(3), (earlier, later) => {
        expect(chanceOfRise(earlier, later)).toBeCloseTo(dealtEveryWay(earlier, later), 10)
      }),
      { numRuns: 60 },
    )
  })

  test('calls no more than its share of all possible deals a rise, at any level', () => {
    fc.assert(
      fc.property(
        endsUpTo(8),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0.001, max: 0.3, noNaN: true }),
        (all, part, level) => {
          const size = Math.max(1, Math.min(sizeOf(all) - 1, Math.round(part * sizeOf(all))))
          if (sizeOf(all) < 2) return
          expect(shareOfDeals(all, size, level)).toBeLessThanOrEqual(level + slack)
        },
      ),
    )
  })
})

describe('a page of verdicts', () => {
  test('turns round when good is called bad', () => {
    fc.assert(
      fc.property(page, (histories) => {
        const told = judge(histories)
        for (const [n, other] of judge(histories.map((waves) => waves.map(upsideDown))).entries()) {
          expect(other?.lasting.z ?? 0).toBeCloseTo(-(told[n]?.lasting.z ?? 0), 9)
          expect(other?.latest.z ?? 0).toBeCloseTo(-(told[n]?.latest.z ?? 0), 9)
        }
      }),
    )
  })

  test('says no word of direction against the shares beside it, nor against any world its ranges allow', () => {
    fc.assert(
      fc.property(page, fc.infiniteStream(fc.nat({ max: 2 })), (histories, choices) => {
        for (const [n, judgement] of judge(histories).entries()) {
          if (!judgement) continue
          const { lasting } = judgement
          const goes = { rising: 1, 'leans up': 1, falling: -1, 'leans down': -1 }[lasting.word as string]
          if (!goes) continue
          expect(Math.sign(middle(lasting.to) - middle(lasting.from))).toBe(goes)
          const world = histories[n]!.map(({ sum }) => worldOf(sum, choices))
          const [before, after] = [world.slice(0, lasting.since), world.slice(lasting.since)]
          expect(Math.sign(balance(after) - balance(before))).toBe(goes)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('is never surer of one question for looking at more, as long as they are too young to tell how months differ', () => {
    const words = ['no more than chance', 'steady', 'leans up', 'leans down', 'rising', 'falling']
    const strength = (word: string) => Math.max(0, Math.floor(words.indexOf(word) / 2))
    fc.assert(
      fc.property(youngPage, young, (histories, more) => {
        const before = judge(histories)
        const after = judge([...histories, more])
        for (const [n, one] of before.entries()) {
          if (!one) continue
          expect(after[n]!.lasting.z).toBe(one.lasting.z)
          expect(strength(after[n]!.lasting.word)).toBeLessThanOrEqual(strength(one.lasting.word))
        }
      }),
    )
  })

  test('keeps shares between 0 and 1, and everybody in one of the two stretches', () => {
    fc.assert(
      fc.property(history, (waves) => {
        const [judgement] = judge([waves])
        if (!judgement) return
        const { from, to, n, since } = judgement.lasting
        expect(n[0] + n[1]).toBe(waves.reduce((all, { sum }) => all + sum.n, 0))
        expect(since).toBeGreaterThan(0)
        expect(since).toBeLessThan(waves.length)
        for (const share of [from, to]) {
          expect(share[0]).toBeGreaterThanOrEqual(0)
          expect(share[1]).toBeLessThanOrEqual(1)
          expect(share[0]).toBeLessThanOrEqual(share[1])
        }
      }),
    )
  })
})

const middle = ([low, high]: [number, number]): number => (low + high) / 2

function balance(sums: Sum[]): number {
  const total = (band: string) => sums.reduce((all, { bands }) => all + bands[band]![0], 0)
  return (total('favourable') - total('unfavourable')) / sums.reduce((all, { n }) => all + n, 0)
}

/** Of all ways to deal out the answers, how many the test would call a rise. */
function shareOfDeals(all: Ends, size: number, level: number): number {
  let [called, ways] = [0, 0]
  for (let top = 0; top <= Math.min(all.top, size); top++)
    for (let bottom = 0; bottom <= Math.min(all.bottom, size - top); bottom++) {
      const middle = size - top - bottom
      if (middle > all.middle) continue
      const weight = choose(all.top, top) * choose(all.middle, middle) * choose(all.bottom, bottom)
      const rest = { top: all.top - top, middle: all.middle - middle, bottom: all.bottom - bottom }
      ways += weight
      if (chanceOfRise(rest, { top, middle, bottom }) <= level) called += weight
    }
  return called / ways
}

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k)

function upsideDown({ sum, invited }: Wave): Wave {
  const { favourable, neutral, unfavourable } = sum.bands as Record<string, [number, number]>
  return {
    invited,
    sum: { ...sum, bands: { favourable: unfavourable!, neutral: neutral!, unfavourable: favourable! } },
  }
}

/** Puts each person whom the codes leave open in some band. */
function worldOf(sum: Sum, choices: Iterator<number>): Sum {
  const low = (band: string) => sum.bands[band]![0]
  const ends = { top: low('favourable'), middle: low('neutral'), bottom: low('unfavourable') }
  for (let open = sum.n - sizeOf(ends); open > 0; open--)
    ends[(['top', 'middle', 'bottom'] as const)[choices.next().value as number]!]++
  return known(ends)
}
