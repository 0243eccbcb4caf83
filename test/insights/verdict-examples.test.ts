import { describe, expect, test } from 'vitest'
import { favourable, mirrored, type Ends } from '../../server/insights/verdicts/ends.ts'
import { holm } from '../../server/insights/verdicts/holm.ts'
import { upperQuantile, upperTail } from '../../server/insights/verdicts/normal.ts'
import { approximateChance, chanceOfRise, exactChance } from '../../server/insights/verdicts/permutation.ts'
import { corrected, varianceLeft } from '../../server/insights/verdicts/same-people.ts'
import { smallestChange } from '../../server/insights/verdicts/smallest-change.ts'
import { chanceOfAlike } from '../../server/insights/verdicts/steadiness.ts'
import { verdicts, type Wave } from '../../server/insights/verdicts/verdicts.ts'
import { known, oneClass } from './dealt.ts'

const ends = (top: number, middle: number, bottom: number): Ends => ({ top, middle, bottom })
/** Nobody knows how many were invited, so nothing is corrected for being the same people. */
const wave = (top: number, middle: number, bottom: number): Wave => ({
  sum: known(ends(top, middle, bottom)),
  invited: null,
})

describe('the exact test, worked by hand', () => {
  test('the lady tasting tea: three of four right is a chance of 17 in 70 (Fisher 1935)', () => {
    expect(chanceOfRise(ends(1, 0, 3), ends(3, 0, 1))).toBeCloseTo(17 / 70, 12)
  })

  test('one of five favourable, then four of five: 26 of the 252 ways to deal out ten answers', () => {
    expect(chanceOfRise(ends(1, 0, 4), ends(4, 0, 1))).toBeCloseTo(26 / 252, 12)
  })

  // Fractions by a Python program that lists every combination (itertools, fractions).
  test.each([
    { earlier: ends(1, 1, 3), later: ends(4, 1, 0), chance: 11 / 252 },
    { earlier: ends(2, 2, 3), later: ends(6, 2, 1), chance: 67 / 715 },
    { earlier: ends(0, 5, 2), later: ends(3, 3, 0), chance: 14 / 429 },
    { earlier: ends(3, 3, 4), later: ends(7, 2, 1), chance: 2594 / 46189 },
  ])('three bands: $earlier, then $later', ({ earlier, later, chance }) => {
    expect(chanceOfRise(earlier, later)).toBeCloseTo(chance, 12)
    expect(chanceOfRise(mirrored(later), mirrored(earlier))).toBeCloseTo(chance, 12)
  })

  test('for thousands of answers the normal distribution gives the exact chance or up to a twentieth more', () => {
    for (const [earlier, later] of [
      [ends(1200, 480, 330), ends(1270, 460, 280)],
      [ends(1000, 0, 1010), ends(1090, 0, 920)],
      [ends(1900, 60, 50), ends(1924, 50, 36)],
    ] as const) {
      const exact = exactChance(earlier, later)
      expect(exact).toBeLessThan(0.05)
      expect(approximateChance(earlier, later) / exact).toBeGreaterThan(0.999)
      expect(approximateChance(earlier, later) / exact).toBeLessThan(1.05)
    }
  })
})

describe('tables', () => {
  test('the normal distribution agrees with printed ones', () => {
    expect(upperTail(1)).toBeCloseTo(0.158655253931457, 14)
    expect(upperTail(3)).toBeCloseTo(0.00134989803163, 14)
    expect(upperTail(6) / 9.8658764503769e-10).toBeCloseTo(1, 10)
    expect(upperQuantile(0.025)).toBeCloseTo(1.959963984540054, 10)
    expect(upperQuantile(0.001)).toBeCloseTo(3.090232306167813, 10)
    for (const z of [0, 0.3, 2.49, 2.51, 9, 30]) expect(upperQuantile(upperTail(z))).toBeCloseTo(z, 9)
  })

  test("Holm's steps: the smallest of four counts four times, and none is under one before it", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02])
    expect(holm([])).toEqual([])
  })
})

describe('the same people', () => {
  test('8 answers of 10 people, twice: at least 6 were heard both times, and 6 / 8 of a quarter is taken off', () => {
    expect(varianceLeft({ n: 8, invited: 10 }, { n: 8, invited: 10 })).toBeCloseTo(1 - 0.25 * 0.75, 12)
  })

  test('nothing is taken off where half may have answered once each, or nobody knows how many there are', () => {
    expect(varianceLeft({ n: 5, invited: 10 }, { n: 5, invited: 10 })).toBe(1)
    expect(varianceLeft({ n: 8, invited: null }, { n: 8, invited: 8 })).toBe(1)
  })

  test('a chance of 2.5 % is one of 1.47 % where 81 % of the variance is left: 1.96 / 0.9 = 2.178', () => {
    expect(corrected(0.025, 0.81)).toBeCloseTo(0.0147, 4)
    expect(corrected(0.025, 1)).toBeCloseTo(0.025, 12)
  })
})

describe('a verdict', () => {
  test('nine of ten where it was one of ten is rising, and still so among ten questions', () => {
    const rise = { from: wave(1, 0, 9), to: wave(9, 0, 1) }
    const [verdict] = verdicts([rise, ...Array.from({ length: 9 }, () => ({ from: rise.to, to: rise.to }))])
    expect(verdict!.verdict).toBe('rising')
    expect(verdict!.p).toBeCloseTo((2 * 101) / 184756, 12)
    expect(verdict!.adjustedP).toBeCloseTo((20 * 101) / 184756, 12)
    expect(verdict).toMatchObject({ n: [10, 10], share: { from: [0.1, 0.1], to: [0.9, 0.9] } })
    expect(verdicts([{ from: rise.to, to: rise.from }])[0]!.verdict).toBe('falling')
  })

  test('four of five where it was one of five is too few to tell, even alone', () => {
    expect(verdicts([{ from: wave(1, 0, 4), to: wave(4, 0, 1) }])[0]).toMatchObject({
      verdict: 'too few to tell',
    })
  })

  test('ranges count as one person less: all or all but one of eight, first against and then for', () => {
    const from = { sum: oneClass({ shown: 'range', n: 8, band: 'unfavourable' }), invited: null }
    const to = { sum: oneClass({ shown: 'range', n: 8, band: 'favourable' }), invited: null }
    const [verdict] = verdicts([{ from, to }])
    expect(verdict!.p).toBeCloseTo((2 * 65) / 12870, 12)
    expect(verdict).toMatchObject({
      verdict: 'rising',
      share: { from: [0, 1 / 8], to: [7 / 8, 1] },
    })
  })

  test('30 of 50 favourable twice could hide 20 points with a chance of 3.0 %: steady alone, not among ten', () => {
    const [from, to] = [wave(30, 0, 20), wave(30, 0, 20)]
    // Shares of 50 and 70 %: variance (0.25 + 0.21) / 50; 20 points less one step of 1 / 50 are 1.877 deviations.
    expect(chanceOfAlike(from.sum, to.sum, 1)).toBeCloseTo(0.0303, 4)
    expect(verdicts([{ from, to }])[0]!.verdict).toBe('steady')
    const ten = Array.from({ length: 10 }, () => ({ from, to }))
    expect(verdicts(ten).map(({ verdict }) => verdict)).toEqual(ten.map(() => 'too few to tell'))
  })

  test('as many favourable as before is not steady if those between have turned against', () => {
    const [verdict] = verdicts([{ from: wave(60, 30, 10), to: wave(60, 10, 30) }])
    expect(verdict!.verdict).not.toBe('steady')
  })

  test('low, middle and high rise towards high, helped and hurt towards helped', () => {
    const sum = (bands: Record<string, number>) => ({
      n: 20,
      classes: 1,
      shown: 1,
      bands: Object.fromEntries(Object.entries(bands).map(([band, people]) => [band, [people, people]])),
    })
    const asked = (from: Record<string, number>, to: Record<string, number>) =>
      verdicts([
        {
          from: { sum: sum(from) as Wave['sum'], invited: 20 },
          to: { sum: sum(to) as Wave['sum'], invited: 20 },
        },
      ])[0]!.verdict
    expect(asked({ low: 15, middle: 3, high: 2 }, { low: 2, middle: 3, high: 15 })).toBe('rising')
    expect(asked({ helped: 17, hurt: 3 }, { helped: 3, hurt: 17 })).toBe('falling')
  })

  test('where one month shows nothing there is no verdict and no share, and nobody else pays for it', () => {
    const nothing = { sum: oneClass({ shown: 'none' }), invited: 9 }
    const rise = { from: wave(1, 0, 9), to: wave(9, 0, 1) }
    const [first, second] = verdicts([{ from: nothing, to: wave(9, 0, 1) }, rise])
    expect(first).toMatchObject({
      verdict: 'too few to tell',
      p: 1,
      adjustedP: 1,
      n: [0, 10],
      share: { from: null, to: [0.9, 0.9] },
    })
    expect(second!.adjustedP).toBe(second!.p)
    expect(favourable(nothing.sum)).toBeNull()
  })
})

describe('the smallest change that can be shown', () => {
  test('five people never show one: a class that turned round is two ranges, and reads as one of five, then four', () => {
    expect(smallestChange(5, 5)).toBeNull()
  })

  test('is smaller for more people and for those heard twice, larger for more questions', () => {
    expect(smallestChange(50, 50)!).toBeLessThan(smallestChange(50, null)!)
    expect(smallestChange(50, null)!).toBeLessThan(smallestChange(20, null)!)
    expect(smallestChange(50, null, 0.05, 10)!).toBeGreaterThan(smallestChange(50, null)!)
  })

  test('a thousand: 2.80 standard errors of 2.24 points', () => {
    expect(smallestChange(1000, null)).toBeCloseTo(2.8016 * Math.sqrt(0.5 / 1000), 4)
  })
})
