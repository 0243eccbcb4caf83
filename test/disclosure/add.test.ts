import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, classesWithin } from '../../server/disclosure/add.ts'
import { type Code, code } from '../../server/disclosure/exact-or-range.ts'
import { type Class, partition } from '../../server/disclosure/partition.ts'
import { answered, bands } from '../publishing/company.ts'

const k = 5
const names = ['unfavourable', 'neutral', 'favourable']
const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0)
const inBand = (histogram: number[], band: string) =>
  total(histogram.filter((_, level) => bands[level] === band))

const spread = fc.oneof(
  fc.array(fc.nat({ max: 6 }), { minLength: 5, maxLength: 5 }),
  fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 1 })).map(([most, one]) => [one, 0, 0, most, 3]),
)
const histograms = fc.array(spread, { maxLength: 12 })

describe('a sum of codes', () => {
  test('always contains the truth of the classes that are shown', () => {
    fc.assert(
      fc.property(histograms, (histograms) => {
        const shown = histograms.filter((histogram) => total(histogram) >= k)
        const sum = add(
          histograms.map((histogram) => code(histogram, bands, k)),
          bands,
        )
        expect(sum).toMatchObject({
          n: total(shown.map(total)),
          classes: histograms.length,
          shown: shown.length,
        })
        for (const band of names) {
          const truth = total(shown.map((histogram) => inBand(histogram, band)))
          const [low, high] = sum.bands[band]!
          expect(low <= truth && truth <= high).toBe(true)
        }
      }),
    )
  })

  test('is as tight as the codes allow: both ends of every band are reached by possible answers', () => {
    fc.assert(
      fc.property(histograms, (histograms) => {
        const codes = histograms.map((histogram) => code(histogram, bands, k))
        const worlds = codes.flatMap((one) => (one.shown === 'none' ? [] : [possible(one)]))
        for (const [band, ends] of Object.entries(add(codes, bands).bands)) {
          const reached = worlds.map((world) => world.map((histogram) => inBand(histogram, band)))
          expect(ends).toEqual([
            total(reached.map((counts) => Math.min(...counts))),
            total(reached.map((counts) => Math.max(...counts))),
          ])
        }
      }),
    )
  })

  test('has a histogram only where every class in it is exact, and then it is the truth', () => {
    fc.assert(
      fc.property(histograms, (histograms) => {
        const codes = histograms.map((histogram) => code(histogram, bands, k))
        const sum = add(codes, bands)
        const exact =
          codes.some((one) => one.shown === 'exact') && codes.every((one) => one.shown !== 'range')
        expect('histogram' in sum).toBe(exact)
        if (!exact) return
        const shown = histograms.filter((histogram) => total(histogram) >= k)
        expect(sum.histogram).toEqual([0, 1, 2, 3, 4].map((level) => total(shown.map((one) => one[level]!))))
      }),
    )
  })

  test('does not depend on the order of the codes', () => {
    fc.assert(
      fc.property(histograms, (histograms) => {
        const codes = histograms.map((histogram) => code(histogram, bands, k))
        expect(add(codes.toReversed(), bands)).toEqual(add(codes, bands))
      }),
    )
  })

  test('carries ranges as intervals beside exact classes', () => {
    const codes: Code[] = [
      { shown: 'exact', n: 6, histogram: [1, 1, 0, 3, 1] },
      { shown: 'range', n: 5, band: 'favourable' },
      { shown: 'range', n: 7, band: 'neutral' },
      { shown: 'none' },
    ]
    expect(add(codes, bands)).toEqual({
      n: 18,
      classes: 4,
      shown: 3,
      bands: { unfavourable: [2, 4], neutral: [6, 8], favourable: [8, 10] },
    })
  })

  test('of classes that are all not shown says nothing but how many they are', () =>
    expect(add([{ shown: 'none' }, { shown: 'none' }], bands)).toEqual({
      n: 0,
      classes: 2,
      shown: 0,
      bands: { unfavourable: [0, 0], neutral: [0, 0], favourable: [0, 0] },
    }))

  test('leaves the published codes as they were', () => {
    const published: Code = { shown: 'exact', n: 5, histogram: [2, 0, 0, 3, 0] }
    add([published, published], bands)
    expect(published.histogram).toEqual([2, 0, 0, 3, 0])
  })
})

/** The answers that have this code. */
function possible(one: Code): number[][] {
  if (one.shown !== 'range') return one.shown === 'exact' ? [one.histogram] : []
  const alone = [0, 1, 2, 3, 4].map((level) => [0, 1, 2, 3, 4].map((other) => (level === other ? 1 : 0)))
  const home = alone.find((_, level) => bands[level] === one.band)!
  const others = alone.map((odd) => home.map((people, level) => people * (one.n - 1) + odd[level]!))
  return others.filter((histogram) => JSON.stringify(code(histogram, bands, k)) === JSON.stringify(one))
}

describe('the classes that count towards a team', () => {
  test('are those in which every unit lies within it', () => {
    fc.assert(
      fc.property(
        answered(k),
        fc.constantFrom('root', 'x', 'y', 'z', 't0', 't1'),
        ({ units, ballots }, team) => {
          const turnout = {
            units: new Map(units.map(({ id }, n) => [id, ballots[n]!])),
            attributes: new Map(),
          }
          const classes = partition(units, turnout, k).get('unit')!
          const within = classesWithin(team, classes)
          for (const one of classes) {
            const its = units.filter(({ id }) => one.members.includes(id))
            const whole = its.every(
              ({ path, teams }) => path.includes(team) || teams.every((id) => id === team),
            )
            // The random trees use one id at several places; a class under two of them lies in both.
            if (within.includes(one)) expect(whole).toBe(true)
            if (team === 'root' || team.startsWith('t')) expect(within.includes(one)).toBe(whole)
          }
        },
      ),
    )
  })

  test('leave out a class pooled across teams, which counts from the lowest team that holds both', () => {
    const inside = (id: string, ...path: string[]): Class => ({ id, members: [id], path, ballots: 5 })
    const classes = [inside('a', 'root', 'x', 'p'), inside('b', 'root', 'x'), inside('c', 'root')]
    const ids = (team: string) => classesWithin(team, classes).map(({ id }) => id)
    expect([ids('p'), ids('x'), ids('root'), ids('y')]).toEqual([['a'], ['a', 'b'], ['a', 'b', 'c'], []])
  })
})
