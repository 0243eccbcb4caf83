import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partition, type Turnout, type Unit } from '../../server/disclosure/partition.ts'
import { AskedTwice } from '../../server/disclosure/items.ts'
import { Tabulation, type Ballot } from '../../server/disclosure/tabulate.ts'
import type { Cell } from '../../server/disclosure/cells.ts'
import { answered, choice, experience, grid, scale } from '../publishing/company.ts'

const k = 5
const questions = [
  scale('trust', 'unit'),
  scale('speed', 'area'),
  scale('stress', 'organisation'),
  scale('review', 'experience'),
  grid('work', 'area', ['tests', 'design']),
  experience,
]
const cutOf = {
  trust: 'unit',
  speed: 'area',
  stress: 'organisation',
  review: 'experience',
  'work.tests': 'area',
  'work.tests.used': 'area',
  'work.design': 'area',
  'work.design.used': 'area',
}
const none = { questions, own: {} }
const ballot = (unit: string, answers: Record<string, unknown> = {}, attributes = {}): Ballot => ({
  unit,
  answers,
  attributes,
  remarks: [],
})
const unit = (id: string, area = 'everybody'): Unit => ({ id, teams: [`team ${id}`], path: ['root'], area })
const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0)

function cells(units: Unit[], asked: ConstructorParameters<typeof Tabulation>[1], ballots: Ballot[]): Cell[] {
  const tabulation = new Tabulation(units, asked)
  for (const one of ballots) tabulation.add(one)
  return tabulation.cells(partition(units, tabulation.turnout, k))
}

const level = fc.option(fc.integer({ min: 1, max: 5 }))
const row = fc.option(fc.constantFrom('helped', 'hurt', 'unused'))
const answers = fc.record(
  {
    trust: level,
    speed: level,
    stress: level,
    review: level,
    work: fc.record({ tests: row, design: row }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
)
const attributes = fc.oneof(
  fc.record({ experience: fc.constantFrom('junior', 'senior', 'nonsense') }),
  fc.constant({}),
)

const voted = answered(k).chain(({ units, ballots }) => {
  const from = units.flatMap(({ id }, n) => Array.from({ length: ballots[n]! }, () => id))
  return fc.record({
    units: fc.constant(units),
    ballots: fc.tuple(...from.map((id) => fc.tuple(answers, attributes).map(([a, b]) => ballot(id, a, b)))),
  })
})

const given = (answers: Record<string, unknown>, key: string) => {
  const [question = '', row, used] = key.split('.')
  const told =
    (row ? (answers[question] as Record<string, unknown> | undefined)?.[row] : answers[question]) ?? null
  // Whether it helped is told by those who used it.
  return row && !used && told === 'unused' ? null : told
}

describe('tabulation', () => {
  test('counts every answer exactly once, and each question in its one cut', () => {
    fc.assert(
      fc.property(voted, ({ units, ballots }) => {
        fc.pre(ballots.length >= k)
        const all = cells(units, none, ballots)
        for (const [key, cut] of Object.entries(cutOf)) {
          const its = all.filter(({ question }) => question === key)
          expect(new Set(its.map((cell) => cell.cut))).toEqual(new Set([cut]))
          expect(new Set(its.map((cell) => cell.class)).size).toBe(its.length)
          const answered = ballots.filter(({ answers }) => given(answers, key) !== null)
          expect(total(its.map(({ histogram }) => total(histogram)))).toBe(answered.length)
        }
        expect(new Set(all.map(({ question }) => question))).toEqual(new Set(Object.keys(cutOf)))
      }),
    )
  })

  test('gives a unit class the answers of its own members', () => {
    fc.assert(
      fc.property(voted, ({ units, ballots }) => {
        const tabulation = new Tabulation(units, none)
        for (const one of ballots) tabulation.add(one)
        const cuts = partition(units, tabulation.turnout, k)
        for (const { question, class: id, histogram } of tabulation.cells(cuts)) {
          const { members } = [...cuts.values()].flat().find((one) => one.id === id)!
          if (question !== 'trust') continue
          const its = ballots.filter(({ unit }) => members.includes(unit))
          expect(histogram).toEqual(
            [1, 2, 3, 4, 5].map((level) => its.filter(({ answers }) => answers.trust === level).length),
          )
        }
      }),
    )
  })

  test('the classes follow from who answered at all, whatever the answers were', () => {
    fc.assert(
      fc.property(voted, fc.array(answers, { minLength: 1 }), ({ units, ballots }, others) => {
        const classes = (all: Ballot[]) => {
          const tabulation = new Tabulation(units, none)
          for (const one of all) tabulation.add(one)
          return [...partition(units, tabulation.turnout, k)]
        }
        const changed = ballots.map((one, n) => ({ ...one, answers: others[n % others.length]! }))
        expect(classes(changed)).toEqual(classes(ballots))
      }),
    )
  })

  test('the order of the ballots changes nothing', () => {
    fc.assert(
      fc.property(voted, ({ units, ballots }) => {
        expect(cells(units, none, ballots.toReversed())).toEqual(cells(units, none, ballots))
      }),
    )
  })

  test.each([0, 6, -1, 2.5, '3', true, null, undefined, NaN, Infinity, [3], { 3: 3 }])(
    '%j is no answer on a scale',
    (value) => {
      const ballots = Array.from({ length: 5 }, () => ballot('a', { trust: value }))
      expect(cells([unit('a')], none, ballots)[0]!.histogram).toEqual([0, 0, 0, 0, 0])
    },
  )

  test.each(['', 'Helped', 'neither', 0, 1, true, null, ['hurt'], {}])(
    '%j is no answer in a grid',
    (value) => {
      for (const work of [value, { tests: value }]) {
        const all = cells(
          [unit('a')],
          none,
          Array.from({ length: 5 }, () => ballot('a', { work })),
        )
        expect(all.find(({ question }) => question === 'work.tests')!.histogram).toEqual([0, 0])
      }
    },
  )

  test('an answer to a question nobody asked, or that only another unit was asked, is discarded', () => {
    const asked = { questions, own: { a: [grid('actions', 'unit', ['pairing'])] } }
    const answers = { actions: { pairing: 'helped' }, invented: 3, constructor: 3 }
    const ballots = ['a', 'b'].flatMap((id) => Array.from({ length: 5 }, () => ballot(id, answers)))
    const counted = cells([unit('a'), unit('b')], asked, ballots).filter(({ histogram }) => total(histogram))
    expect(counted.map(({ question, histogram }) => [question, histogram])).toEqual([
      ['actions.pairing', [5, 0]],
      ['actions.pairing.used', [0, 5]],
    ])
  })

  test("a unit's own questions are not shown where it was pooled, since their number would tell the others'", () => {
    const asked = { questions, own: { a: [grid('actions', 'unit', ['pairing'])] } }
    const ballots = Array.from({ length: 8 }, (_, n) =>
      ballot(n < 7 ? 'a' : 'b', { actions: { pairing: 'hurt' } }),
    )
    const shown = cells([unit('a'), unit('b')], asked, ballots).map(({ question }) => question)
    expect(shown).not.toContain('actions.pairing')
  })

  test('who states no experience, or one that was not offered, is counted as not stated', () => {
    const tabulation = new Tabulation([unit('a')], none)
    tabulation.add(ballot('a', {}, { experience: 'junior' }))
    tabulation.add(ballot('a', {}, { experience: 'wizard' }))
    tabulation.add(ballot('a'))
    const expected: Turnout['attributes'] = new Map([
      [
        'experience',
        new Map([
          ['junior', 1],
          ['senior', 0],
          ['not stated', 2],
        ]),
      ],
    ])
    expect(tabulation.turnout.attributes).toEqual(expected)
  })

  test('a question asked twice is refused: it would be published twice', () => {
    const twice = { questions: [scale('trust', 'unit'), scale('trust', 'area')], own: {} }
    expect(() => new Tabulation([unit('a')], twice)).toThrow(AskedTwice)
    const own = { questions, own: { a: [scale('trust', 'unit')] } }
    expect(() => new Tabulation([unit('a')], own)).toThrow(AskedTwice)
    const rows = { questions: [grid('work', 'area', ['tests', 'tests'])], own: {} }
    expect(() => new Tabulation([unit('a')], rows)).toThrow(AskedTwice)
  })

  test('a ballot of no unit in the round is refused and counted nowhere', () => {
    const tabulation = new Tabulation([unit('a')], none)
    expect(() => tabulation.add(ballot('z', { trust: 3 }))).toThrow(RangeError)
    expect(total([...tabulation.turnout.units.values()])).toBe(0)
  })
})

test('one of several is counted by its option, of everybody alone; what is no option counts as no answer', () => {
  const units = [unit('a'), unit('b')]
  const push = choice('push', ['own', 'show', 'nobody'])
  const given = ['own', 'own', 'show', 'nobody', 2, '2', 'toString', null, ['own'], { row: 'own' }]
  const ballots = given.map((push, n) => ballot(n % 2 ? 'a' : 'b', { push }))
  const found = cells(units, { questions: [push], own: {} }, ballots)
  expect(found.map(({ cut, bands, histogram }) => ({ cut, bands, histogram }))).toEqual([
    { cut: 'organisation', bands: ['own', 'show', 'nobody'], histogram: [2, 1, 1] },
  ])
})
