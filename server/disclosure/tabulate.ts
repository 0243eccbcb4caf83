import { organisation, type Partition, type Turnout, type Unit } from './partition.ts'
import { known } from '../known.ts'
import type { AskedQuestion, Asked } from './asked.ts'
import { cellsOf, standsAlone, type Cell } from './cells.ts'
import { items, refuseAskedTwice, levelOf, type Item } from './items.ts'

/** One opened ballot, as docs/protocol.md states it; its answers are not to be trusted. */
export interface Ballot {
  unit: string
  answers: Record<string, unknown>
  attributes: Record<string, string | null>
  remarks: { question: string; text: string; audience: 'team' | 'organisation' }[]
}

/** The part of an attribute's cut that holds those who gave none; no option can be called so. */
export const notStated = 'not stated'

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

export function options(questions: AskedQuestion[]): Map<string, string[]> {
  const attributes = questions.filter((question) => question.kind === 'attribute')
  return new Map(attributes.map(({ id, options }) => [id, [...options, notStated]]))
}

function increase(counts: Map<string, number>, part: string): void {
  counts.set(part, (counts.get(part) ?? 0) + 1)
}
