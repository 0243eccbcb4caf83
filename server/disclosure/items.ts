import { gridBands, isUse, rowKeys, useBands, type AskedQuestion } from './asked.ts'
import { organisation } from './partition.ts'

/** Something asked once and counted once, by the parts of its one cut. */
export interface Item {
  key: string
  question: string
  row?: string
  cut: string
  bands: readonly string[]
  /** Whether an answer is the name of its band, as in a choice; else its level, and in a grid the row's band. */
  named?: true
  /** Answers by part of the cut, then by level. */
  counts: Map<string, number[]>
}

export function items(question: AskedQuestion, ownCut?: string): Item[] {
  if (question.kind === 'choice') return [choiceItem(question)]
  if (question.kind !== 'scale' && question.kind !== 'grid') return []
  const cut = ownCut ?? question.cut
  const item = (key: string, bands: readonly string[], row?: string): Item => ({
    key,
    question: question.id,
    ...(row !== undefined && { row }),
    cut,
    bands,
    counts: new Map(),
  })
  if (question.kind === 'scale') return [item(question.id, question.bands)]
  return question.rows.flatMap((row) => {
    const { help, use } = rowKeys(question.id, row)
    return [item(help, gridBands, row), item(use, useBands, row)]
  })
}

/** Each option is a band of its own. Of everybody and no smaller group, whatever a round or a unit asks for. */
const choiceItem = ({ id, options }: Extract<AskedQuestion, { kind: 'choice' }>): Item => ({
  key: id,
  question: id,
  cut: organisation,
  bands: options,
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

/** The level of an answer, from 0; below 0 for "does not apply", what was skipped and whatever is no answer. */
export function levelOf({ question, row, bands, named }: Item, answers: Record<string, unknown>): number {
  const answer = answers[question]
  if (named) return typeof answer === 'string' ? bands.indexOf(answer) : -1
  if (row === undefined)
    return Number.isInteger(answer) && Number(answer) <= bands.length ? Number(answer) - 1 : -1
  const given = (answer as Record<string, unknown> | null | undefined)?.[row]
  const told = isUse(bands) ? useOf(given) : given
  return bands.findIndex((band) => band === told)
}

/** A row says whether AI helped or hurt, and with that that it was used; or that it was not. */
function useOf(given: unknown): (typeof useBands)[number] | null {
  if (gridBands.some((band) => band === given)) return 'used'
  return given === 'unused' ? given : null
}
