import loadHighs, { type Highs, type Model } from 'highs'
import { describe, expect, test } from 'vitest'
import { type Sum, add, classesWithin } from '../../server/disclosure/add.ts'
import { type Code, code } from '../../server/disclosure/exact-or-range.ts'
import { type Unit, organisation, partition } from '../../server/disclosure/partition.ts'
import { type Ballot, Tabulation } from '../../server/disclosure/tabulate.ts'
import type { ScaleQuestion } from '../../server/storage/schema/questions.ts'
import { bands, experience, freeze, scale } from '../publishing/company.ts'

/**
 * Random companies answer over several months; everything published (codes, sums of every team, totals over the
 * months) becomes a linear program over what each small group of people may have answered. The attacker also
 * knows everybody's unit and experience and how many of each unit answered. Minimum and maximum that meet would
 * be a proof. A failure names its seed: SOLVER_SEED repeats it, SOLVER_ROUNDS asks for more.
 */
const seed = Number(process.env.SOLVER_SEED ?? Date.now() % 1_000_000_000)
const rounds = Number(process.env.SOLVER_ROUNDS ?? 6)
const k = 5
const months = 3
const levels = [0, 1, 2, 3, 4]
const names = [...new Set<string>(bands)]
const cuts: ScaleQuestion['cut'][] = ['unit', 'area', 'organisation', 'experience']
const highs = await loadHighs()

/** Mulberry32: a small generator that a seed repeats. */
function generator(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** People of one unit and one experience whom nothing sets apart; their answers fill columns, one a level. */
interface Block {
  unit: string
  experience: string
  people: number
  column: number
}

/** Something published: so many people of these blocks, at least and at most, answered on these levels. */
interface Fact {
  blocks: Block[]
  levels: number[]
  low: number
  high: number
}

interface Published {
  blocks: Block[]
  facts: Fact[]
}

type Rule = (month: Month, cut: ScaleQuestion['cut']) => { teams: Map<string, Coded[]> }
interface Coded {
  blocks: Block[]
  code: Code
}
interface Month {
  units: Unit[]
  blocks: Block[]
  ballots: Ballot[]
}

function company(random: () => number, question: ScaleQuestion): Month[] {
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const tree = Array.from({ length: between(4, 9) }, (_, n) => ({
    id: `t${n}`,
    path: ['root', ...['x', 'y', 'z'].slice(0, between(0, 1)).map((id) => (n % 2 ? id : 'y'))],
    size: between(4, 12),
  }))
  let column = 0
  return Array.from({ length: months }, () => {
    const teams = tree.map((team) => ({ ...team, size: Math.max(1, team.size + between(-1, 1)) }))
    const units = freeze([...teams, { id: 'large', path: ['root'], size: 9 }], k)
    const sizes = new Map([...teams, { id: 'large', size: 9 }].map(({ id, size }) => [id, size]))
    const blocks: Block[] = []
    const ballots: Ballot[] = []
    for (const { id, teams } of units) {
      const leaning = between(0, 4)
      const agreement = [0.6, 0.9, 1][between(0, 2)]!
      const invited = teams.reduce((sum, team) => sum + sizes.get(team)!, 0)
      const voted = Array.from({ length: invited }).filter(() => random() < 0.65).length
      for (const [n, experience] of ['junior', 'senior', 'junior'].entries()) {
        const people = n === 2 ? Math.min(1, voted) : Math.floor((voted - 1 + n) / 2)
        if (people < 1) continue
        blocks.push({ unit: id, experience, people, column })
        column += levels.length
        for (let person = 0; person < people; person++) {
          const level = random() < agreement ? leaning : between(0, 4)
          const answers = random() < 0.15 ? {} : { [question.id]: level + 1 }
          ballots.push({ unit: id, answers, attributes: { experience }, remarks: [] })
        }
      }
    }
    return { units, blocks, ballots }
  })
}

const teamsOf = (units: Unit[]) => [...new Set(units.flatMap(({ path, teams }) => [...path, ...teams]))]

/** The product's own way: its classes and codes, by every team they count towards. */
const ourRule: Rule = ({ units, blocks, ballots }, cut) => {
  const tabulation = new Tabulation(units, { questions: [scale('q', cut), experience], own: {} })
  for (const ballot of ballots) tabulation.add(ballot)
  const classes = partition(units, tabulation.turnout, k)
  const cells = tabulation.cells(classes)
  const areas = new Map(units.map(({ id, area }) => [id, area]))
  const part = (block: Block) =>
    ({ unit: block.unit, area: areas.get(block.unit)!, organisation, experience: block.experience })[cut]
  const coded = new Map(
    classes.get(cut)!.map(({ id, members }) => {
      const { histogram, bands } = cells.find((cell) => cell.class === id)!
      return [
        id,
        { blocks: blocks.filter((block) => members.includes(part(block))), code: code(histogram, bands, k) },
      ]
    }),
  )
  const within = (team: string) => classesWithin(team, classes.get(cut)!).map(({ id }) => coded.get(id)!)
  return {
    teams: new Map([
      ['everybody', [...coded.values()]],
      ...teamsOf(units).map((team): [string, Coded[]] => [team, within(team)]),
    ]),
  }
}

/** A common way: every unit with five answers, and totals in which smaller units are included. */
const commonRule: Rule = ({ units, blocks, ballots }) => {
  const shown = (its: Block[], ids: string[]): Coded => {
    const given = ballots
      .filter(({ unit }) => ids.includes(unit))
      .flatMap(({ answers }) => (answers.q ? [Number(answers.q)] : []))
    const histogram = levels.map((level) => given.filter((value) => value === level + 1).length)
    return {
      blocks: its,
      code: given.length < k ? { shown: 'none' } : { shown: 'exact', n: given.length, histogram },
    }
  }
  const single = units.map(({ id }): [string, Coded[]] => [
    id,
    [
      shown(
        blocks.filter(({ unit }) => unit === id),
        [id],
      ),
    ],
  ])
  return {
    teams: new Map([
      ...single,
      [
        'everybody',
        [
          shown(
            blocks,
            units.map(({ id }) => id),
          ),
        ],
      ],
    ]),
  }
}

/** All that is published of a question over the months: each code, each team's sum, each team's total in time. */
function publish(company: Month[], cut: ScaleQuestion['cut'], rule: Rule): Published {
  const published = company.map((month) => rule(month, cut).teams)
  const ids = [...new Set(published.flatMap((teams) => [...teams.keys()]))]
  const inTime = ids.map((team) => published.flatMap((teams) => teams.get(team) ?? []))
  const sums = [...published.flatMap((teams) => [...teams.values()]), ...inTime].filter(
    (coded) => coded.length > 1,
  )
  const blocks = company.flatMap((month) => month.blocks)
  return {
    blocks,
    facts: [
      ...blocks.map((block) => ({ blocks: [block], levels, low: 0, high: block.people })),
      ...[...new Set(published.flatMap((teams) => [...teams.values()].flat()))].flatMap(factsOfCode),
      ...sums.flatMap((coded) =>
        factsOfSum(
          add(
            coded.map(({ code }) => code),
            bands,
          ),
          coded,
        ),
      ),
    ],
  }
}

const levelsOf = (band: string) => levels.filter((level) => bands[level] === band)

function factsOfCode({ blocks, code }: Coded): Fact[] {
  if (code.shown === 'none') return [{ blocks, levels, low: 0, high: k - 1 }]
  const all = { blocks, levels, low: code.n, high: code.n }
  if (code.shown === 'range')
    return [all, { blocks, levels: levelsOf(code.band), low: code.n - 1, high: code.n }]
  return [
    all,
    ...code.histogram.map((people, level) => ({ blocks, levels: [level], low: people, high: people })),
  ]
}

function factsOfSum({ n, bands, histogram }: Sum, coded: Coded[]): Fact[] {
  const blocks = coded.flatMap(({ blocks, code }) => (code.shown === 'none' ? [] : blocks))
  const spread =
    histogram?.map((people, level) => ({ blocks, levels: [level], low: people, high: people })) ?? []
  const byBand = Object.entries(bands).map(([band, [low, high]]) => ({
    blocks,
    levels: levelsOf(band),
    low,
    high,
  }))
  return blocks.length ? [{ blocks, levels, low: n, high: n }, ...byBand, ...spread] : []
}

function load(highs: Highs, { blocks, facts }: Published, whole: boolean): Model {
  const numCols = blocks.length * levels.length
  const rows = facts.map(({ blocks, levels }) =>
    blocks.flatMap(({ column }) => levels.map((level) => column + level)),
  )
  const starts = rows.reduce((ends, row) => [...ends, ends.at(-1)! + row.length], [0])
  const { integer, continuous } = highs.constants.variableType
  const model = highs.createModel({
    numCols,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Array.from({ length: numCols }, () => 0),
    colLower: Array.from({ length: numCols }, () => 0),
    colUpper: blocks.flatMap(({ people }) => levels.map(() => people)),
    rowLower: facts.map(({ low }) => low),
    rowUpper: facts.map(({ high }) => high),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols,
      starts,
      indices: rows.flat(),
      values: rows.flat().map(() => 1),
    },
    integrality: Array.from({ length: numCols }, () => (whole ? integer : continuous)),
  })
  model.options.set({ output_flag: false })
  return model
}

/** A number of people the attacker would like to know, and what it would prove if it had but one value. */
interface Target {
  columns: number[]
  /** 'outside': nobody outside one band. 'inside': so many in a band, of fewer than five people. */
  kind: 'outside' | 'inside'
}

function targets(random: () => number, blocks: Block[]): Target[] {
  const columns = (group: Block[], some: number[]) =>
    group.flatMap(({ column }) => some.map((level) => column + level))
  const outside = blocks.flatMap((block) =>
    names.map((band): Target => ({
      kind: 'outside',
      columns: columns(
        [block],
        levels.filter((level) => bands[level] !== band),
      ),
    })),
  )
  const groups = [
    ...blocks.map((block) => [block]),
    ...unitsOf(blocks),
    ...blocks.map(() => handful(random, blocks)),
  ]
  const small = groups.filter((group) => group.reduce((sum, { people }) => sum + people, 0) < k)
  const inside = small.flatMap((group) =>
    names.map((band): Target => ({ kind: 'inside', columns: columns(group, levelsOf(band)) })),
  )
  return [...outside, ...inside]
}

/** Units of one month; the columns of another month's blocks are others. */
function unitsOf(blocks: Block[]): Block[][] {
  const runs: Block[][] = []
  for (const block of blocks) {
    if (runs.at(-1)?.[0]?.unit === block.unit) runs.at(-1)!.push(block)
    else runs.push([block])
  }
  return runs
}

function handful(random: () => number, blocks: Block[]): Block[] {
  return [...new Set([0, 1, 2].map(() => blocks[Math.floor(random() * blocks.length)]!))]
}

/** The targets that have but one value in every world the publications allow. */
function proofs(model: Model, random: () => number, wanted: Target[]): Target[] {
  const worlds = [solve(model, [])]
  const open = () => wanted.filter((target) => isOpen(target, worlds))
  // One objective for many targets at once: each world found settles those it shows to vary.
  for (let left = open(), idle = 0; left.length && idle < 3;) {
    worlds.push(
      solve(
        model,
        left.map((target) => ({ target, sign: target.kind === 'inside' && random() < 0.7 ? -1 : 1 })),
      ),
    )
    const now = open()
    idle = now.length < left.length ? 0 : idle + 1
    left = now
  }
  for (const target of open())
    for (const sign of [1, -1]) if (isOpen(target, worlds)) worlds.push(solve(model, [{ target, sign }]))
  return open()
}

const valueOf = ({ columns }: Target, world: Float64Array) =>
  columns.reduce((sum, column) => sum + world[column]!, 0)

/** Still possibly proven: that nobody chose some band may be known, that somebody did may not. */
function isOpen(target: Target, worlds: Float64Array[]): boolean {
  const values = worlds.map((world) => valueOf(target, world))
  if (target.kind === 'outside') return Math.max(...values) < 1e-6
  return Math.min(...values) > 1e-6 && Math.max(...values) - Math.min(...values) < 1e-6
}

function solve(model: Model, objective: { target: Target; sign: number }[]): Float64Array {
  const costs = new Float64Array(model.getDimensions().numCols)
  for (const { target, sign } of objective) for (const column of target.columns) costs[column]! += sign
  model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs)
  expect(model.run().modelStatus).toBe(highs.constants.modelStatus.optimal)
  return model.getSolution().colValue
}

function attack(roundSeed: number, cut: ScaleQuestion['cut'], rule: Rule, whole: boolean): Target[] {
  const random = generator(roundSeed)
  const published = publish(company(random, scale('q', cut)), cut, rule)
  const model = load(highs, published, whole)
  try {
    return proofs(model, random, targets(random, published.blocks))
  } finally {
    model.dispose()
  }
}

const programs = [
  ['linear', false],
  ['integer', true],
] as const

describe.each(programs)(`a %s program over several months of publications, seed ${seed}`, (_, whole) => {
  test.each(cuts)(
    'proves nothing of anybody where the cut is by %s',
    (cut) => {
      for (let round = 0; round < rounds; round++)
        expect(attack(seed + round, cut, ourRule, whole), `seed ${seed + round}`).toEqual([])
    },
    20_000,
  )

  test('does prove answers where totals include units that are hidden', () => {
    const found = [0, 1, 2].flatMap((round) => attack(seed + round, 'unit', commonRule, whole))
    expect(found.some(({ kind }) => kind === 'outside')).toBe(true)
    expect(found.some(({ kind }) => kind === 'inside')).toBe(true)
  }, 20_000)
})
