import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Class, type Turnout, type Unit, partition } from '../../server/disclosure/partition.ts'
import { answered } from '../publishing/company.ts'

const k = 5
const turnoutOf = (units: Unit[], ballots: number[], bands: Record<string, number> = {}): Turnout => ({
  units: new Map(units.map(({ id }, n) => [id, ballots[n] ?? 0])),
  attributes: new Map([['experience', new Map(Object.entries(bands))]]),
})
const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0)
const members = (classes: Class[] = []) => classes.map((one) => one.members.join(' '))
const parts = (classes: Class[] = []) => classes.flatMap((one) => one.members).sort()
const unit = (id: string, path = 'root', area = 'everybody'): Unit => ({
  id,
  teams: [`team ${id}`],
  path: path.split('/'),
  area,
})

describe('the partition', () => {
  test('puts every unit, area and band in exactly one class of its cut', () => {
    fc.assert(
      fc.property(answered(k), ({ units, ballots }) => {
        fc.pre(total(ballots) >= k)
        const cuts = partition(
          units,
          turnoutOf(units, ballots, { junior: total(ballots), 'not stated': 0 }),
          k,
        )
        expect(parts(cuts.get('unit'))).toEqual(units.map(({ id }) => id).sort())
        expect(parts(cuts.get('area'))).toEqual([...new Set(units.map(({ area }) => area))].sort())
        expect(parts(cuts.get('experience'))).toEqual(['junior', 'not stated'])
        expect(members(cuts.get('organisation'))).toEqual(['organisation'])
      }),
    )
  })

  test('makes no class of fewer ballots than the threshold, and loses none', () => {
    fc.assert(
      fc.property(answered(k), fc.integer({ min: 5, max: 9 }), ({ units, ballots }, k) => {
        fc.pre(total(ballots) >= k)
        for (const [cut, classes] of partition(
          units,
          turnoutOf(units, ballots, { junior: total(ballots) }),
          k,
        )) {
          expect(Math.min(...classes.map((one) => one.ballots)), cut).toBeGreaterThanOrEqual(k)
          expect(total(classes.map((one) => one.ballots)), cut).toBe(total(ballots))
        }
      }),
    )
  })

  test('makes no class at all of fewer ballots than the threshold', () => {
    const units = [unit('a'), unit('b', 'root/x', 'another')]
    for (const classes of partition(units, turnoutOf(units, [2, 2], { junior: 4 }), k).values())
      expect(classes).toEqual([])
    for (const classes of partition(units, turnoutOf(units, [2, 3], { junior: 5 }), k).values())
      expect(classes).toHaveLength(1)
  })

  test('nests its cuts, so that subtracting one from another gives whole classes of units', () => {
    fc.assert(
      fc.property(answered(k), ({ units, ballots }) => {
        const cuts = partition(units, turnoutOf(units, ballots), k)
        const areaClass = new Map(
          units.map(({ id, area }) => [id, cuts.get('area')!.find((one) => one.members.includes(area))?.id]),
        )
        for (const { members } of cuts.get('unit')!)
          expect(new Set(members.map((id) => areaClass.get(id))).size).toBe(1)
      }),
      { numRuns: 500 },
    )
  })

  test('does not depend on the order of units, and names a class by cut and members alone', () => {
    fc.assert(
      fc.property(answered(k), ({ units, ballots }) => {
        const there = partition(units, turnoutOf(units, ballots), k)
        const back = partition(units.toReversed(), turnoutOf(units.toReversed(), ballots.toReversed()), k)
        const sorted = (classes: Class[]) => classes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        for (const [cut, classes] of there) expect(sorted(back.get(cut)!)).toEqual(sorted(classes))
      }),
    )
  })

  test('gives every class the teams that hold everybody in it', () => {
    fc.assert(
      fc.property(answered(k), ({ units, ballots }) => {
        for (const { members, path } of partition(units, turnoutOf(units, ballots), k).get('unit')!)
          for (const { teams, path: above } of units.filter(({ id }) => members.includes(id)))
            expect(
              path.every((team, depth) => above[depth] === team || (teams.length === 1 && teams[0] === team)),
            ).toBe(true)
      }),
    )
  })
})

describe('the partition, by hand', () => {
  const units = [
    unit('a', 'root/x', 'A'),
    unit('b', 'root/x', 'A'),
    unit('c', 'root/x', 'B'),
    unit('d', 'root/y', 'B'),
  ]

  test('a unit of one team with enough ballots counts for that team', () =>
    expect(partition(units, turnoutOf(units, [5, 5, 5, 5]), k).get('unit')![0]).toMatchObject({
      members: ['a'],
      path: ['root', 'x', 'team a'],
      ballots: 5,
    }))

  test('a unit with too few ballots joins a neighbour in its own area first', () =>
    expect(members(partition(units, turnoutOf(units, [4, 9, 5, 5]), k).get('unit'))).toEqual([
      'a b',
      'c',
      'd',
    ]))

  test('areas are joined where one has too few ballots to stand alone', () => {
    const cuts = partition(units, turnoutOf(units, [2, 1, 8, 9]), k)
    expect(members(cuts.get('unit'))).toEqual(['a b c', 'd'])
    expect(members(cuts.get('area'))).toEqual(['A B'])
  })

  test('bands of an attribute are pooled by their numbers', () => {
    const cuts = partition(
      units,
      turnoutOf(units, [5, 5, 5, 5], { junior: 4, senior: 13, 'not stated': 3 }),
      k,
    )
    expect(members(cuts.get('experience'))).toEqual(['junior not stated', 'senior'])
  })
})
