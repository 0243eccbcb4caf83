import type { Adoption, Delivery } from '../figures/figures.ts'
import type { GroupRound } from '../results/results.ts'
import type { Interval } from '../disclosure/add.ts'
import { isMove, toldChange, type Change } from './changes.ts'
import { shareOf, type Series } from './series.ts'

/** What an overview says first. Each kind is a rule, told beside it; its words stand in the messages. */
export type Sentence =
  | { rule: 'response'; ballots: number; invited: number; month: string }
  | { rule: 'change'; change: Change; adoption: { from: Interval; to: Interval } | null }
  | { rule: 'no change'; questions: number; steady: number }
  | { rule: 'delivery'; from: Delivery; to: Delivery }
  | { rule: 'work'; best: WorkShare; worst: WorkShare }

export interface WorkShare {
  row: string
  series: Series
  /** Shares of those who used AI for it, from 0 to 1. */
  helped: Interval
  hurt: Interval
  n: number
}

export interface SentenceSources {
  latest: GroupRound
  series: Series[]
  changes: Change[]
  adoption: Adoption[]
  /** Of the one measure the reader chose, oldest first. */
  delivery: Delivery[]
}

const mostChanges = 2

/** Three to five sentences, the most certain changes first. */
export function sentencesOf(sources: SentenceSources): Sentence[] {
  const { latest, adoption, delivery } = sources
  const moves = strongestMoves(sources)
  const { month } = latest.round
  const since = moves[0]?.from.month ?? sources.changes[0]?.from.month
  return [
    ...(latest.response ? [{ rule: 'response' as const, ...latest.response, month }] : []),
    ...moves.map((change) => ({ rule: 'change' as const, change, adoption: meanwhile(adoption, change) })),
    ...(moves.length === 0 ? [noChange(sources)] : []),
    ...deliverySince(delivery, since, month),
    ...work(sources.series),
  ]
}

function strongestMoves({ series, changes }: SentenceSources): Change[] {
  return series
    .flatMap(({ key }) => toldChange(changes, key) ?? [])
    .filter(isMove)
    .toSorted(
      (a, b) => Number(isAmount(a)) - Number(isAmount(b)) || a.verdict.adjustedP - b.verdict.adjustedP,
    )
    .slice(0, mostChanges)
}

/** Neither good nor bad, so it is told after what is. */
const isAmount = ({ series }: Change): boolean => series.band === 'high'

/** Adoption in the same two months, from one source. */
function meanwhile(adoption: Adoption[], { from, to }: Change): { from: Interval; to: Interval } | null {
  for (const later of adoption.filter(({ month }) => month === to.month)) {
    const earlier = adoption.find(({ month, source }) => month === from.month && source === later.source)
    const before = earlier && shareOf(earlier.sum, 'active')
    const after = shareOf(later.sum, 'active')
    if (before && after) return { from: before, to: after }
  }
  return null
}

function noChange({ series, changes }: SentenceSources): Sentence {
  const told = series.flatMap(({ key, row }) => (row === null ? (toldChange(changes, key) ?? []) : []))
  const steady = told.filter(({ verdict }) => verdict.verdict === 'steady').length
  return { rule: 'no change', questions: told.length, steady }
}

function deliverySince(delivery: Delivery[], since: string | undefined, month: string): Sentence[] {
  const to = delivery.findLast((one) => one.month <= month)
  const from = delivery.find((one) => since !== undefined && one.month >= since)
  return from && to && from.month < to.month ? [{ rule: 'delivery', from, to }] : []
}

/** The kinds of work in which AI helps and hurts most, by the certain ends of their shares. */
function work(series: Series[]): Sentence[] {
  const rows = workShares(series)
  const best = rows.toSorted((a, b) => b.helped[0] - a.helped[0])[0]
  const worst = rows.toSorted((a, b) => b.hurt[0] - a.hurt[0])[0]
  return best && worst && best !== worst && worst.hurt[0] > 0 ? [{ rule: 'work', best, worst }] : []
}

/** The latest help and hurt of each kind of work that is shown. */
export function workShares(series: Series[]): WorkShare[] {
  return series.flatMap((one) => {
    const point = one.points.at(-1)
    const helped = point && shareOf(point.sum, 'helped')
    const hurt = point && shareOf(point.sum, 'hurt')
    return one.row !== null && helped && hurt
      ? [{ row: one.row, series: one, helped, hurt, n: point.sum.n }]
      : []
  })
}
