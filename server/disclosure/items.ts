import { gridBands, type AskedQuestion } from './asked.ts'
import { organisation } from './partition.ts'

/** Something asked once and counted once, by the parts of its one cut. */
export interface Item {
  key: string
  question: string
  row?: string
  cut: string
  bands: string[]
  /** Whether an answer is the name of its band, as in a choice; else its level, and in a grid the row's band. */
  named?: true
  /** Answers by part of the cut, then by level. */
  counts: Map<string, number[]>
}

export function items(question: AskedQuestion, cut?: string): Item[] {
  if (question.kind === 'scale') {
    const { id, bands } = question
    return [{ key: id, question: id, cut: cut ?? question.cut, bands, counts: new Map() }]
  }
  if (question.kind === 'choice') return [choiceItem(question)]
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

/** Each option is a band of its own. Of everybody and no smaller group, whatever a round or a unit asks for. */
const choiceItem = ({ id, options }: Extract<AskedQuestion, { kind: 'choice' }>): Item => ({
  key: id,
  question: id,
  cut: organisation,
  bands: [...options],
  named: true,
  counts: new Map(),
})

export class AskedTwice extends Error {}

export function refuseAskedTwice(all: Item[]): void {
  const seen = new Set<string>()
  for (const { key } of all) {
    if (seen.has(key)) throw new AskedTwice(key)
    seen.add(key)
  }
}

/** The level of an answer, from 0; below 0 for "does not apply", "not used" and whatever is no answer. */
export function levelOf({ question, row, bands, named }: Item, answers: Record<string, unknown>): number {
  const answer = answers[question]
  if (named) return typeof answer === 'string' ? bands.indexOf(answer) : -1
  if (row === undefined)
    return Number.isInteger(answer) && Number(answer) <= bands.length ? Number(answer) - 1 : -1
  return bands.indexOf((answer as Record<string, string> | null | undefined)?.[row] ?? '')
}
