import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceOfChange } from '../../server/insights/verdicts/change.ts'
import { sizeOf, type Ends } from '../../server/insights/verdicts/ends.ts'
import { chanceOfRise } from '../../server/insights/verdicts/permutation.ts'
import { varianceLeft } from '../../server/insights/verdicts/same-people.ts'
import { chanceOfAlike } from '../../server/insights/verdicts/steadiness.ts'
import { verdicts, type Comparison } from '../../server/insights/verdicts/verdicts.ts'
import { add, type Sum } from '../../server/disclosure/add.ts'
import { code } from '../../server/disclosure/code.ts'
import { bands } from '../publishing/company.ts'
import { dealtEveryWay, known } from './dealt.ts'

const slack = 1e-10
const endsUpTo = (max: number) =>
  fc
    .record({ top: fc.nat({ max }), middle: fc.nat({ max }), bottom: fc.nat({ max }) })
    .filter((ends) => sizeOf(ends) >= 1)
const variance = fc.double({ min: 0.75, max: 1, noNaN: true })

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
const comparison = fc
  .record({ earlier: classes, later: classes, absent: fc.nat({ max: 9 }) })
  .map(({ earlier, later, absent }): Comparison => {
    const [from, to] = [publish(earlier), publish(later)]
    const invited = Math.max(from.n, to.n) + absent
    return { from: { sum: from, invited }, to: { sum: to, invited } }
  })
const turned = ({ from, to }: Comparison): Comparison => ({ from: to, to: from })
const opposite = {
  rising: 'falling',
  falling: 'rising',
  steady: 'steady',
  'too few to tell': 'too few to tell',
}

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

  test('never gives a larger chance to a larger change, with or without the correction', () => {
    fc.assert(
      fc.property(
        endsUpTo(30),
        endsUpTo(30),
        variance,
        moves,
        (earlier, later, variance, [from, to, wave]) => {
          const [before, after] =
            wave === 'later' ? [earlier, moved(later, from, to)] : [moved(earlier, to, from), later]
          if (!before || !after) return
          expect(chanceOfChange(before, after, variance)).toBeLessThanOrEqual(
            chanceOfChange(earlier, later, variance) + slack,
          )
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a page of verdicts', () => {
  test('turns round when the months change places, and when good is called bad', () => {
    fc.assert(
      fc.property(fc.array(comparison, { maxLength: 5 }), (page) => {
        const verdict = verdicts(page)
        for (const [index, other] of verdicts(page.map(turned)).entries()) {
          expect(other.verdict).toBe(opposite[verdict[index]!.verdict])
          expect(other.p).toBeCloseTo(verdict[index]!.p, 9)
        }
        for (const [index, other] of verdicts(page.map(upsideDown)).entries())
          expect(other.verdict).toBe(opposite[verdict[index]!.verdict])
      }),
    )
  })

  test('claims nothing that is not so in every world its ranges allow', () => {
    fc.assert(
      fc.property(comparison, fc.infiniteStream(fc.nat({ max: 2 })), (published, choices) => {
        const world = {
          from: { ...published.from, sum: worldOf(published.from.sum, choices) },
          to: { ...published.to, sum: worldOf(published.to.sum, choices) },
        }
        const [[told], [truth]] = [verdicts([published]), verdicts([world])]
        expect(told!.p).toBeGreaterThanOrEqual(truth!.p - slack)
        if (told!.verdict === 'rising' || told!.verdict === 'falling')
          expect(truth!.verdict).toBe(told!.verdict)
        for (const wave of ['from', 'to'] as const) {
          const [share, true_] = [told!.share[wave], truth!.share[wave]]
          if (!share || !true_) continue
          expect(share[0]).toBeLessThanOrEqual(true_[0])
          expect(share[1]).toBeGreaterThanOrEqual(true_[1])
        }
        if (published.from.sum.n === 0 || published.to.sum.n === 0) return
        expect(chanceOfAlike(published.from.sum, published.to.sum, 1)).toBeGreaterThanOrEqual(
          chanceOfAlike(world.from.sum, world.to.sum, 1) - slack,
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('is never surer of one comparison for looking at more', () => {
    fc.assert(
      fc.property(fc.array(comparison, { minLength: 1, maxLength: 6 }), comparison, (page, more) => {
        const before = verdicts(page)
        const after = verdicts([...page, more])
        for (const [index, { p, adjustedP }] of before.entries()) {
          expect(adjustedP).toBeGreaterThanOrEqual(p)
          expect(after[index]!.p).toBe(p)
          expect(after[index]!.adjustedP).toBeGreaterThanOrEqual(adjustedP)
        }
      }),
    )
  })

  test('gives every chance between 0 and 1, and a correction that never takes more than a quarter', () => {
    fc.assert(
      fc.property(comparison, ({ from, to }) => {
        const [verdict] = verdicts([{ from, to }])
        expect(verdict!.p).toBeGreaterThan(0)
        expect(verdict!.p).toBeLessThanOrEqual(1)
        if (from.sum.n === 0 || to.sum.n === 0) return
        const left = varianceLeft({ ...from, n: from.sum.n }, { ...to, n: to.sum.n })
        expect(left).toBeGreaterThanOrEqual(0.75)
        expect(left).toBeLessThanOrEqual(1)
      }),
    )
  })
})

const moves = fc.constantFrom(
  ['bottom', 'middle', 'later'] as const,
  ['middle', 'top', 'later'] as const,
  ['bottom', 'top', 'later'] as const,
  ['bottom', 'middle', 'earlier'] as const,
  ['middle', 'top', 'earlier'] as const,
  ['bottom', 'top', 'earlier'] as const,
)

function moved(ends: Ends, from: keyof Ends, to: keyof Ends): Ends | null {
  return ends[from] === 0 ? null : { ...ends, [from]: ends[from] - 1, [to]: ends[to] + 1 }
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

function upsideDown({ from, to }: Comparison): Comparison {
  const turn = (sum: Sum): Sum => ({
    ...sum,
    bands: {
      favourable: sum.bands['unfavourable']!,
      neutral: sum.bands['neutral']!,
      unfavourable: sum.bands['favourable']!,
    },
  })
  return { from: { ...from, sum: turn(from.sum) }, to: { ...to, sum: turn(to.sum) } }
}

/** Puts each person whom the codes leave open in some band. */
function worldOf(sum: Sum, choices: Iterator<number>): Sum {
  const low = (band: string) => sum.bands[band]![0]
  const ends = { top: low('favourable'), middle: low('neutral'), bottom: low('unfavourable') }
  for (let open = sum.n - sizeOf(ends); open > 0; open--)
    ends[(['top', 'middle', 'bottom'] as const)[choices.next().value as number]!]++
  return known(ends)
}
