import { organisation, type Class, type Partition, type Turnout, type Unit } from './partition.ts'
import { known } from '../known.ts'

/** One opened ballot, as docs/protocol.md states it; its answers are not to be trusted. */
export interface Ballot {
  unit: string
  answers: Record<string, unknown>
  attributes: Record<string, string | null>
  remarks: { question: string; text: string; audience: 'team' | 'organisation' }[]
}

/** What counting has to know of a question; its words are not among it. */
export type AskedQuestion =
  | { kind: 'scale'; id: string; cut: string; bands: string[] }
  | { kind: 'grid'; id: string; cut: string; rows: string[] }
  | { kind: 'attribute'; id: string; options: string[] }
  | { kind: 'remark'; id: string }

/** The bands of a row of a grid, which are its levels too. */
export const gridBands = ['helped', 'hurt'] as const

/** What a round asked: everybody, and single units (by unit id) besides. */
export interface Asked {
  questions: AskedQuestion[]
  own: Record<string, AskedQuestion[]>
}

/** The answers of one class to one question, or to one row of a grid. Not to be published: `code` comes first. */
export interface Cell {
  /** `question`, or `question.row` in a grid. */
  question: string
  cut: string
  /** Id of the class. */
  class: string
  /** The band of each level. */
  bands: string[]
  /** Answers by level. */
  histogram: number[]
}

/** The part of an attribute's cut that holds those who gave none; no option can be called so. */
export const notStated = 'not stated'

/** Something asked once and counted once, by the parts of its one cut. */
interface Item {
  key: string
  question: string
  row?: string
  cut: string
  bands: string[]
  /** Answers by part of the cut, then by level. */
  counts: Map<string, number[]>
}

export class AskedTwice extends Error {}

/** Counts ballots one at a time and keeps none of them. */
export class Tabulation {
  /** How many ballots were added, by unit and by attribute. */
  readonly turnout: Turnout
  #items: Item[]
  #own: Map<string, Item[]>
  #areas: Map<string, string>
  #options: Map<string, string[]>

  constructor(units: Unit[], asked: Asked) {
    this.#items = asked.questions.flatMap((question) => items(question))
    this.#own = new Map(
      Object.entries(asked.own).map(([unit, own]) => [unit, own.flatMap((one) => items(one, 'unit'))]),
    )
    this.#areas = new Map(units.map(({ id, area }) => [id, area]))
    this.#options = options(asked.questions)
    this.turnout = {
      units: new Map(units.map(({ id }) => [id, 0])),
      attributes: new Map(
        [...this.#options].map(([id, bands]) => [id, new Map(bands.map((band) => [band, 0]))]),
      ),
    }
    for (const own of [[], ...this.#own.values()]) refuseAskedTwice([...this.#items, ...own])
  }

  add(ballot: Ballot): void {
    if (!this.#areas.has(ballot.unit)) throw new RangeError('a ballot of no unit in this round')
    increase(this.turnout.units, ballot.unit)
    for (const [attribute, ballots] of this.turnout.attributes)
      increase(ballots, this.#part(attribute, ballot))
    for (const item of [...this.#items, ...(this.#own.get(ballot.unit) ?? [])]) this.#count(item, ballot)
  }

  #count(item: Item, ballot: Ballot): void {
    const level = levelOf(item, ballot.answers)
    if (level < 0) return
    const part = this.#part(item.cut, ballot)
    const histogram = item.counts.get(part) ?? item.bands.map(() => 0)
    histogram[level]! += 1
    item.counts.set(part, histogram)
  }

  #part(cut: string, { unit, attributes }: Ballot): string {
    if (cut === 'unit') return unit
    if (cut === 'area') return known(this.#areas, unit)
    if (cut === organisation) return organisation
    const band = attributes[cut]
    return typeof band === 'string' && this.#options.get(cut)?.includes(band) ? band : notStated
  }

  /** Every cell of the partition, each item in its one cut. */
  cells(partition: Partition): Cell[] {
    const common = this.#items.flatMap((item) => cellsOf(item, partition.get(item.cut) ?? []))
    const own = [...this.#own].flatMap(([unit, itsItems]) => {
      const alone = standsAlone(unit, partition)
      return itsItems.flatMap((item) => cellsOf(item, alone))
    })
    return [...common, ...own]
  }
}

function items(question: AskedQuestion, cut?: string): Item[] {
  if (question.kind === 'scale') {
    const { id, bands } = question
    return [{ key: id, question: id, cut: cut ?? question.cut, bands, counts: new Map() }]
  }
  if (question.kind !== 'grid') return []
  return question.rows.map((row) => ({
    key: `${question.id}.${row}`,
    question: question.id,
    row,
    cut: cut ?? question.cut,
    bands: [...gridBands],
    counts: new Map(),
  }))
}

function options(questions: AskedQuestion[]): Map<string, string[]> {
  const attributes = questions.filter((question) => question.kind === 'attribute')
  return new Map(attributes.map(({ id, options }) => [id, [...options, notStated]]))
}

function refuseAskedTwice(all: Item[]): void {
  const seen = new Set<string>()
  for (const { key } of all) {
    if (seen.has(key)) throw new AskedTwice(key)
    seen.add(key)
  }
}

function increase(counts: Map<string, number>, part: string): void {
  counts.set(part, (counts.get(part) ?? 0) + 1)
}

/** The level of an answer, from 0; below 0 for "does not apply", "not used" and whatever is no answer. */
function levelOf({ question, row, bands }: Item, answers: Record<string, unknown>): number {
  const answer = answers[question]
  if (row === undefined)
    return Number.isInteger(answer) && Number(answer) <= bands.length ? Number(answer) - 1 : -1
  return bands.indexOf((answer as Record<string, string> | null | undefined)?.[row] ?? '')
}

function cellsOf({ key, cut, bands, counts }: Item, classes: Class[]): Cell[] {
  return classes.map(({ id, members }) => {
    const histograms = members.flatMap((part) => [counts.get(part) ?? []])
    const histogram = bands.map((_, level) =>
      histograms.reduce((sum, people) => sum + (people[level] ?? 0), 0),
    )
    return { question: key, cut, class: id, bands, histogram }
  })
}

/**
 * A unit's own questions are shown only where it is a class by itself. In a class with neighbours the number of
 * its own answers would tell how many of the neighbours took part.
 */
function standsAlone(unit: string, partition: Partition): Class[] {
  return (partition.get('unit') ?? []).filter(({ members }) => members.length === 1 && members[0] === unit)
}
