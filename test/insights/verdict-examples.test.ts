import { describe, expect, test } from 'vitest'
import { mirrored, type Ends, type Wave } from '../../server/insights/verdicts/ends.ts'
import { upperQuantile, upperTail } from '../../server/insights/verdicts/normal.ts'
import { approximateChance, chanceOfRise, exactChance } from '../../server/insights/verdicts/permutation.ts'
import { varianceLeft } from '../../server/insights/verdicts/same-people.ts'
import { judge } from '../../server/insights/verdicts/verdicts.ts'
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
})

describe('the same people', () => {
  test('8 answers of 10 people, twice: at least 6 were heard both times, and 6 / 8 of a quarter is taken off', () => {
    expect(varianceLeft({ n: 8, invited: 10 }, { n: 8, invited: 10 })).toBeCloseTo(1 - 0.25 * 0.75, 12)
  })

  test('nothing is taken off where half may have answered once each, or nobody knows how many there are', () => {
    expect(varianceLeft({ n: 5, invited: 10 }, { n: 5, invited: 10 })).toBe(1)
    expect(varianceLeft({ n: 8, invited: null }, { n: 8, invited: 8 })).toBe(1)
  })
})

/** Each a month of answers: at the top, between, at the bottom. */
const history = (...months: [number, number, number][]) => months.map((month) => wave(...month))
const twelve = (month: [number, number, number]) => Array.from({ length: 12 }, () => month)
const judged = (waves: Wave[], others = 0) => {
  const steady = history(...twelve([5, 0, 5]))
  return judge([waves, ...Array.from({ length: others }, () => steady)])[0]!
}

describe('a verdict', () => {
  test('nine of ten where for a year it was one of ten is rising, among ten questions', () => {
    const { lasting } = judged(history(...twelve([1, 0, 9]), [9, 0, 1], [9, 0, 1]), 9)
    expect(lasting).toMatchObject({ word: 'rising', since: 12, n: [120, 20] })
    expect(lasting).toMatchObject({ from: [0.1, 0.1], to: [0.9, 0.9] })
  })

  test('the moment of change is the month from which on answers were others', () => {
    const { lasting, latest } = judged(
      history(...twelve([17, 3, 5]).slice(4), [6, 3, 16], [5, 3, 17], [6, 3, 16], [5, 3, 17]),
    )
    expect(lasting).toMatchObject({ word: 'falling', since: 8 })
    expect(latest.word).toBe('no more than chance')
  })

  test('two months alone say little: what ten would say is left open until months can be told apart', () => {
    expect(judged(history([1, 0, 9], [6, 0, 4])).lasting.word).toBe('no more than chance')
    expect(judged(history([0, 0, 30], [30, 0, 0])).lasting.word).toBe('rising')
  })

  test('where months scatter by themselves, one more month that does is no change', () => {
    const up: [number, number, number] = [70, 0, 30]
    const down: [number, number, number] = [30, 0, 70]
    const { lasting, latest } = judged(history(up, down, up, down, up, down, up, down, up, down, up, up))
    expect(lasting.word).toBe('no more than chance')
    expect(latest.word).toBe('no more than chance')
  })

  test('where every question goes up and down from month to month, one of them says less by itself', () => {
    const changed = history(...twelve([7, 0, 3]), ...twelve([4, 0, 6]).slice(6))
    const beside = (...months: [number, number, number][]) =>
      judge([changed, ...Array.from({ length: 9 }, () => history(...months))])[0]!.lasting
    const quiet = beside(...twelve([5, 0, 5]))
    const unquiet = beside(
      ...twelve([5, 0, 5]).map((_, n): [number, number, number] => [n % 2 ? 9 : 1, 0, n % 2 ? 1 : 9]),
    )
    expect(quiet.word).toBe('falling')
    expect(unquiet).toMatchObject({ word: 'no more than chance', since: quiet.since })
  })

  test('a change of thousands of people by four points is not called one: months may differ by as much', () => {
    const after = Array.from({ length: 4 }, (): [number, number, number] => [5400, 0, 4600])
    expect(judged(history(...twelve([5000, 0, 5000]), ...after)).lasting.word).toBe('steady')
  })

  test('a hundred people who answer alike all year are steady, five among ten questions are not known to be', () => {
    expect(judged(history(...twelve([60, 20, 20]))).lasting.word).toBe('steady')
    expect(judged(history(...twelve([3, 1, 1])), 9).lasting.word).toBe('no more than chance')
  })

  test('as many at the good end as before is not steady if those between have turned against', () => {
    const months = [...twelve([60, 30, 10]).slice(3), ...twelve([60, 10, 30]).slice(9)]
    expect(judged(history(...months)).lasting.word).not.toBe('steady')
  })

  test('ranges count as one person less: all or all but one of eight, first against and then for', () => {
    const against = { sum: oneClass({ shown: 'range', n: 8, band: 'unfavourable' }), invited: null }
    const inFavour = { sum: oneClass({ shown: 'range', n: 8, band: 'favourable' }), invited: null }
    const { lasting } = judged([...Array.from({ length: 8 }, () => against), inFavour, inFavour])
    expect(lasting).toMatchObject({ word: 'rising', from: [0, 1 / 8], to: [7 / 8, 1] })
  })

  test('low, middle and high rise towards high, helped and hurt towards helped', () => {
    const sum = (bands: Record<string, number>) => ({
      n: 20,
      classes: 1,
      shown: 1,
      bands: Object.fromEntries(Object.entries(bands).map(([band, people]) => [band, [people, people]])),
    })
    const asked = (from: Record<string, number>, to: Record<string, number>) =>
      judged(
        [from, from, from, from, from, from, to, to].map((one) => ({
          sum: sum(one) as Wave['sum'],
          invited: 20,
        })),
      ).lasting.word
    expect(asked({ low: 15, middle: 3, high: 2 }, { low: 2, middle: 3, high: 15 })).toBe('rising')
    expect(asked({ helped: 17, hurt: 3 }, { helped: 3, hurt: 17 })).toBe('falling')
  })

  test('a single month has no verdict, and nobody else pays for it', () => {
    const waves = history(...twelve([1, 0, 9]), [7, 0, 3], [7, 0, 3])
    const [alone] = judge([waves])
    expect(judge([waves, history([9, 0, 1])])).toEqual([alone, null])
  })
})
