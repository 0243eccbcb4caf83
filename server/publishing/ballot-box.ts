import { randomInt } from 'node:crypto'
import type { CryptoKey } from 'jose'
import type { SealedBallot } from './sealed-ballots.ts'
import { codeOf } from '../disclosure/cells.ts'
import type { Code } from '../disclosure/exact-or-range.ts'
import { partition, type Class, type Partition, type Unit } from '../disclosure/partition.ts'
import { openBallot } from './plaintext.ts'
import { Tabulation, type Ballot } from '../disclosure/tabulate.ts'
import type { Asked } from '../disclosure/asked.ts'

/** A remark at the one level its author chose: their class, or the organisation without a team (null). */
export interface PlacedRemark {
  classId: string | null
  question: string
  text: string
}

/** All that leaves the opening of the ballots. */
export interface Tally {
  counted: number
  spoiled: number
  /** Of the counted ballots, sorted. */
  receipts: string[]
  partition: Partition
  codes: { classId: string; question: string; bands: readonly string[]; code: Code }[]
  remarks: PlacedRemark[]
}

/** From this many ballots on, remarks to the organisation are shown. */
const organisationRemarksFrom = 10

interface HeldRemark {
  unit: string
  question: string
  text: string
  audience: 'team' | 'organisation'
}

/** Opens a round's ballots and keeps counts, receipts and remarks; no plaintext is ever written. */
export class BallotBox {
  readonly #tabulation: Tabulation
  readonly #receipts: string[] = []
  readonly #remarks: HeldRemark[] = []
  readonly #questions: Set<string>
  readonly #unitIds: Set<string>
  #spoiled = 0

  constructor(
    private readonly key: CryptoKey,
    private readonly units: Unit[],
    asked: Asked,
    private readonly threshold: number,
  ) {
    this.#tabulation = new Tabulation(units, asked)
    this.#unitIds = new Set(units.map(({ id }) => id))
    this.#questions = new Set(asked.questions.filter(({ kind }) => kind === 'remark').map(({ id }) => id))
  }

  /** All of a portion at once, so that opening uses every core. */
  async openAll(portion: SealedBallot[]): Promise<void> {
    for (const { receipt, ballot } of await Promise.all(portion.map((one) => this.#open(one))))
      if (ballot) this.#count(receipt, ballot)
      else this.#spoiled += 1
  }

  async #open({
    unitId,
    receipt,
    sealed,
  }: SealedBallot): Promise<{ receipt: string; ballot: Ballot | null }> {
    const ballot = this.#unitIds.has(unitId) ? await openBallot(this.key, unitId, sealed) : null
    return { receipt, ballot }
  }

  #count(receipt: string, ballot: Ballot): void {
    this.#tabulation.add(ballot)
    this.#receipts.push(receipt)
    const remarks = ballot.remarks.filter(
      ({ question, text }) => this.#questions.has(question) && text !== '',
    )
    this.#remarks.push(...remarks.map((remark) => ({ unit: ballot.unit, ...remark })))
  }

  /** Partition, then code: from here on nothing of the answers is left but codes. */
  close(): Tally {
    const classes = partition(this.units, this.#tabulation.turnout, this.threshold)
    const cells = this.#tabulation.cells(classes)
    return {
      counted: this.#receipts.length,
      spoiled: this.#spoiled,
      receipts: this.#receipts.sort(),
      partition: classes,
      codes: cells.map(({ question, class: classId, ...cell }) => ({
        classId,
        question,
        bands: cell.bands,
        code: codeOf(cell, this.threshold),
      })),
      remarks: shuffled(this.#remarks.flatMap((remark) => this.#place(remark, classes.get('unit') ?? []))),
    }
  }

  #place({ unit, question, text, audience }: HeldRemark, unitClasses: Class[]): PlacedRemark[] {
    if (audience === 'organisation')
      return this.#receipts.length < organisationRemarksFrom ? [] : [{ classId: null, question, text }]
    const own = unitClasses.find(({ members }) => members.includes(unit))
    return own ? [{ classId: own.id, question, text }] : []
  }
}

function shuffled<T>(all: T[]): T[] {
  const order = [...all]
  for (let last = order.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}
