import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Code, code } from '../../server/disclosure/exact-or-range.ts'
import { bands } from '../publishing/company.ts'

const k = 5
const three = ['unfavourable', 'neutral', 'favourable']
const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0)

/** Every way in which n people can be spread over so many levels. */
function spreads(n: number, levels: number): number[][] {
  if (levels === 1) return [[n]]
  return Array.from({ length: n + 1 }, (_, first) =>
    spreads(n - first, levels - 1).map((rest) => [first, ...rest]),
  ).flat()
}

/** The spreads that share a code. */
function byCode(n: number, bands: string[]): Map<string, { code: Code; spreads: number[][] }> {
  const groups = new Map<string, { code: Code; spreads: number[][] }>()
  for (const spread of spreads(n, bands.length)) {
    const one = code(spread, bands, k)
    const group = groups.get(JSON.stringify(one)) ?? { code: one, spreads: [] }
    group.spreads.push(spread)
    groups.set(JSON.stringify(one), group)
  }
  return groups
}

const people = Array.from({ length: 36 }, (_, n) => n + k)

describe.each([
  ['three bands', three],
  ['two bands', ['helped', 'hurt']],
])('the code of every possible class of %s', (_, bands) => {
  test.each(people)(
    'of %i people never proves that all of them, or any one of them, answered in one band',
    (n) => {
      for (const { spreads } of byCode(n, bands).values()) {
        const possible = bands.filter((_, band) => spreads.some((spread) => spread[band]! > 0))
        expect(possible.length).toBeGreaterThan(1)
      }
    },
  )

  test.each(people)(
    'of %i people never determines how many in a group under five chose a band, but that none did',
    (n) => {
      for (const { spreads } of byCode(n, bands).values())
        for (let size = 1; size < k; size++)
          for (const band of bands.keys()) {
            const most = Math.max(...spreads.map((spread) => Math.min(size, spread[band]!)))
            const fewest = Math.min(...spreads.map((spread) => Math.max(0, size - (n - spread[band]!))))
            expect(most > fewest || most === 0).toBe(true)
          }
    },
  )

  test.each(people)(
    'of %i people is exact only with two outside the most common band, and then it is the truth',
    (n) => {
      for (const { code, spreads } of byCode(n, bands).values())
        for (const spread of spreads) {
          const exact = n - Math.max(...spread) >= 2
          expect(code).toEqual(
            exact
              ? { shown: 'exact', n, histogram: spread }
              : { shown: 'range', n, band: bands[spread.indexOf(Math.max(...spread))] },
          )
        }
    },
  )
})

describe('the code', () => {
  test('of fewer answers than the threshold is not shown, and does not tell how many', () => {
    for (let n = 0; n < k; n++)
      for (const spread of spreads(n, 5)) expect(code(spread, bands, k)).toEqual({ shown: 'none' })
    expect(code([0, 0, 3, 3, 0], bands, 7)).toEqual({ shown: 'none' })
  })

  test('looks at bands, not at levels: two levels of one band are agreement', () => {
    expect(code([0, 0, 0, 3, 4], bands, k)).toEqual({ shown: 'range', n: 7, band: 'favourable' })
    expect(code([1, 0, 0, 3, 4], bands, k)).toEqual({ shown: 'range', n: 8, band: 'favourable' })
    expect(code([1, 1, 0, 3, 4], bands, k)).toEqual({ shown: 'exact', n: 9, histogram: [1, 1, 0, 3, 4] })
  })

  test('says the same of everybody and of all but one, whichever level the one chose', () => {
    const all = JSON.stringify(code([0, 0, 0, 2, 6], bands, k))
    for (const level of [0, 1, 2]) {
      const histogram = [0, 0, 0, 5, 2]
      histogram[level] = 1
      expect(JSON.stringify(code(histogram, bands, k))).toBe(all)
    }
  })

  test('does not change with the histogram it was made of', () => {
    const histogram = [2, 0, 0, 3, 0]
    const made = code(histogram, bands, k)
    histogram[0] = 9
    expect(made).toEqual({ shown: 'exact', n: 5, histogram: [2, 0, 0, 3, 0] })
  })

  test('over all five levels, never reveals a level of a class that may agree', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { minLength: 5, maxLength: 5 }), (histogram) => {
        const made = code(histogram, bands, k)
        const outside =
          total(histogram) -
          Math.max(histogram[0]! + histogram[1]!, histogram[2]!, histogram[3]! + histogram[4]!)
        expect(made.shown === 'exact').toBe(total(histogram) >= k && outside >= 2)
        if (made.shown === 'range') expect(Object.keys(made)).toEqual(['shown', 'n', 'band'])
      }),
    )
  })
})
