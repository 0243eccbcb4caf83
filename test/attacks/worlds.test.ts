import { describe, expect, test } from 'vitest'
import { add, classesWithin } from '../../server/disclosure/add.ts'
import { codeOf } from '../../server/disclosure/cells.ts'
import { code } from '../../server/disclosure/exact-or-range.ts'
import { type Unit, partition } from '../../server/disclosure/partition.ts'
import { type Ballot, Tabulation } from '../../server/disclosure/tabulate.ts'
import type { Question } from '../../server/storage/schema/questions.ts'
import { bands, choice, grid, scale } from '../publishing/company.ts'

/**
 * Every possible set of answers of a few small units, "does not apply" (null) included, is published; the sets
 * that look alike when published are what an outsider cannot tell apart, and must differ enough.
 * The outsider knows the algorithm and how many of each unit answered.
 */
const k = 5

interface Company {
  sizes: number[]
  question: Question
  values: unknown[]
  bandOf: (value: number) => string
}

const units: Unit[] = [
  { id: 'a', teams: ['team a'], path: ['root', 'x'], area: 'one' },
  { id: 'b', teams: ['team b'], path: ['root', 'x'], area: 'one' },
  { id: 'c', teams: ['team c'], path: ['root', 'y'], area: 'two' },
]
const teams = ['root', 'x', 'y', 'team a', 'team b', 'team c']

const onScale = (cut: 'unit' | 'area' | 'organisation', ...sizes: number[]): Company => ({
  sizes,
  question: scale('q', cut),
  values: [1, 3, 5, null],
  bandOf: (value) => ['unfavourable', 'neutral', 'favourable'][value]!,
})
const onEveryLevel = (...sizes: number[]): Company => ({
  sizes,
  question: scale('q', 'unit'),
  values: [1, 2, 3, 4, 5, null],
  bandOf: (value) => bands[value]!,
})
const inGrid = (...sizes: number[]): Company => ({
  sizes,
  question: grid('q', 'unit', ['row']),
  values: ['helped', 'hurt', null],
  bandOf: (value) => ['helped', 'hurt'][value]!,
})

const inChoice = (...sizes: number[]): Company => ({
  sizes,
  question: choice('q', ['own', 'show', 'nobody']),
  values: ['own', 'show', 'nobody', null],
  bandOf: (value) => ['own', 'show', 'nobody'][value]!,
})
const inGridWithUse = (...sizes: number[]): Company => ({
  sizes,
  question: grid('q', 'unit', ['row']),
  values: ['helped', 'hurt', 'unused', null],
  bandOf: (value) => ['helped', 'hurt', 'unused'][value]!,
})

/** How many of one unit gave each value. */
type Spread = number[]

function spreads(people: number, values: number): Spread[] {
  if (values === 1) return [[people]]
  const all = Array.from({ length: people + 1 }, (_, first) => first)
  return all.flatMap((first) => spreads(people - first, values - 1).map((rest) => [first, ...rest]))
}

function* worlds([size, ...sizes]: number[], values: number): Generator<Spread[]> {
  if (size === undefined) return yield []
  for (const rest of worlds(sizes, values))
    for (const spread of spreads(size, values)) yield [spread, ...rest]
}

/** A way to publish a company's worlds: what everybody sees of one, as text. */
type Rule = (company: Company) => (world: Spread[]) => string

/** Everything that is published, by the product's own code; the classes are those of every world of these sizes. */
const byOurRule: Rule = ({ question, values, sizes }) => {
  const asked = units.slice(0, sizes.length)
  const turnout = { units: new Map(asked.map(({ id }, n) => [id, sizes[n]!])), attributes: new Map() }
  const classes = partition(asked, turnout, k)
  const within = teams.map(
    (team) => new Set(classesWithin(team, [...classes.values()].flat()).map(({ id }) => id)),
  )
  return (world) => {
    const tabulation = new Tabulation(asked, { questions: [question], own: {} })
    for (const ballot of ballots(question, values, world)) tabulation.add(ballot)
    const cells = tabulation.cells(classes).map((cell) => ({ ...cell, code: codeOf(cell, k) }))
    const sums = within.map((its) =>
      add(
        cells.filter((cell) => its.has(cell.class)).map((cell) => cell.code),
        cells[0]?.bands ?? [],
      ),
    )
    return JSON.stringify([cells.map((cell) => [cell.class, cell.code]), sums])
  }
}

function* ballots(question: Question, values: unknown[], world: Spread[]): Generator<Ballot> {
  for (const [n, spread] of world.entries())
    for (const [value, people] of spread.entries()) {
      const answer = question.kind === 'grid' ? { row: values[value] } : values[value]
      for (let one = 0; one < people; one++)
        yield { unit: units[n]!.id, answers: { q: answer }, attributes: {}, remarks: [] }
    }
}

const answersIn = (spread: Spread) => spread.slice(0, -1)
const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0)
const histogramOf = (spread: Spread) => (total(answersIn(spread)) < k ? 'hidden' : answersIn(spread))

/** What many tools do: the histogram of every unit with enough answers. */
const byThresholdAlone: Rule = () => (world) => JSON.stringify(world.map(histogramOf))

/** And with it the whole organisation's, small units included, from units that do not agree too much. */
const withTotals: Rule =
  ({ bandOf }) =>
  (world) => {
    const whole = world[0]!.map((_, value) => total(world.map((spread) => spread[value]!)))
    const shown = world.map((spread) => {
      const made = code(
        answersIn(spread),
        answersIn(spread).map((_, value) => bandOf(value)),
        k,
      )
      return made.shown === 'exact' ? made : 'hidden'
    })
    return JSON.stringify([shown, histogramOf(whole)])
  }

/** Everything short of agreement, and agreement by its name: looks harmless, and is not. */
const allOrNot: Rule =
  ({ bandOf }) =>
  (world) =>
    JSON.stringify(
      world.map((spread) => {
        const made = code(
          answersIn(spread),
          answersIn(spread).map((_, value) => bandOf(value)),
          k,
        )
        return made.shown === 'range' && Math.max(...answersIn(spread)) === made.n ? `all ${made.band}` : made
      }),
    )

/** What worlds that look alike leave open: the bands seen in each unit, and the answers of each small group. */
interface Knowledge {
  bands: Set<string>[]
  /** By group: the one possible set of answers so far, or that there are several. */
  groups: (number | 'several')[]
}

/** What follows from the publication: a unit in one band, or a group under five whose answers are determined. */
function findings(company: Company, rule: Rule): Set<string> {
  const groups = smallGroups(company.sizes)
  const publish = rule(company)
  const known = new Map<string, Knowledge>()
  for (const world of worlds(company.sizes, company.values.length)) {
    const published = publish(world)
    const before = known.get(published)
    const now = before ?? {
      bands: world.map(() => new Set<string>()),
      groups: groups.map((group) => answersOf(group, world)),
    }
    if (!before) known.set(published, now)
    for (const [n, spread] of world.entries())
      for (const [value, people] of answersIn(spread).entries())
        if (people) now.bands[n]!.add(company.bandOf(value))
    for (const [n, group] of groups.entries())
      if (now.groups[n] !== 'several' && now.groups[n] !== answersOf(group, world)) now.groups[n] = 'several'
  }
  return new Set(Array.from(known.values(), (knowledge) => conclusions(company, knowledge, groups)).flat())
}

/**
 * Whoever is in a group that is proven in one band is proven in it, and a unit's people look alike from outside:
 * so it is enough to look for two bands in every unit.
 */
function conclusions({ sizes }: Company, { bands, groups }: Knowledge, whom: number[][]): string[] {
  const proven = sizes.flatMap((size, n) =>
    size && bands[n]!.size < 2 ? [`unit ${units[n]!.id} is in one band`] : [],
  )
  const determined = groups.flatMap((answers, n) =>
    answers === 'several' ? [] : [`${whom[n]!.join('+')} people are determined`],
  )
  return [...proven, ...determined]
}

/** Every group of one to four people, as how many of each unit are in it. */
function smallGroups(sizes: number[]): number[][] {
  const all = sizes.reduce<number[][]>(
    (some, size) =>
      some.flatMap((group) =>
        Array.from({ length: Math.min(size, k - 1) + 1 }, (_, more) => [...group, more]),
      ),
    [[]],
  )
  return all.filter((group) => total(group) > 0 && total(group) < k)
}

/** The answers of a group as one number (a digit a value), where the world leaves but one possibility. */
function answersOf(group: number[], world: Spread[]): number | 'several' {
  let answers = 0
  for (const [n, people] of group.entries()) {
    const spread = world[n]!
    const alike = spread.findIndex((count) => count === total(spread))
    if (!people) continue
    if (alike >= 0) answers += people * 16 ** alike
    else if (people === total(spread))
      answers += spread.reduce((sum, count, value) => sum + count * 16 ** value, 0)
    else return 'several'
  }
  return answers
}

describe('from every possible set of answers nobody can prove a unit in one band or determine fewer than five', () => {
  test.each([
    ['two units of five and six', onScale('unit', 5, 6)],
    ['two units of seven', onScale('unit', 7, 7)],
    ['two units too small to stand alone', onScale('unit', 3, 4)],
    ['a unit and one that is too small', onScale('unit', 6, 2)],
    ['a unit and one of whom nobody answered', onScale('unit', 6, 0)],
    ['a unit and a single ballot', onScale('unit', 9, 1)],
    ['three units, one too small', onScale('unit', 5, 2, 5)],
    ['three units, two too small', onScale('unit', 2, 3, 6)],
    ['three units, two too small and far apart', onScale('unit', 3, 6, 2)],
    ['three units of five in a row of a grid', inGrid(5, 5, 5)],
    ['three units by area', onScale('area', 4, 3, 5)],
    ['three units as one organisation', onScale('organisation', 4, 3, 2)],
    ['three units in a row of a grid', inGrid(7, 5, 6)],
    ['three units in a row of a grid, two too small', inGrid(7, 4, 2)],
    ['two units that choose one of several', inChoice(5, 5)],
    ['three units that choose one of several', inChoice(4, 3, 2)],
    ['two units in a row of a grid that tells who used it', inGridWithUse(5, 6)],
    ['three units in a row of a grid that tells who used it, two too small', inGridWithUse(7, 4, 2)],
    ['two units of five, on all five levels', onEveryLevel(5, 5)],
    ['two small units, on all five levels', onEveryLevel(3, 4)],
  ])('%s', (_, company) => expect(findings(company, byOurRule)).toEqual(new Set()), 20_000)
})

describe('the same attack succeeds', () => {
  test('on a threshold alone: agreement is proven of everybody', () => {
    const found = findings(onScale('unit', 5, 6), byThresholdAlone)
    expect(found).toContain('unit a is in one band')
    expect(found).toContain('1+0 people are determined')
  })

  test('on totals beside hidden units: what is hidden is subtracted', () => {
    const found = findings(onScale('unit', 5, 3), withTotals)
    expect(found).toContain('unit b is in one band')
    expect(found).toContain('0+3 people are determined')
  })

  test('on totals beside hidden units in a row of a grid', () =>
    expect(findings(inGrid(5, 4), withTotals)).toContain('unit a is in one band'))

  test('on a range that tells all from all but one', () =>
    expect(findings(onScale('unit', 5, 6), allOrNot)).toContain('unit b is in one band'))
})
