import type { Adoption } from '../figures/figures.ts'
import type { Interval } from '../disclosure/add.ts'
import { isMove, type Change } from './changes.ts'
import { shareOf, type Series } from './series.ts'

/** What an overview says first. Each kind is a rule, told beside it; its words stand in the messages. */
export type Sentence =
  | { rule: 'change'; change: Change; adoption: { from: Interval; to: Interval } | null }
  | { rule: 'no change'; questions: number; steady: number }
  | { rule: 'latest'; changes: Change[]; month: string }
  | { rule: 'first month' }
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
  series: Series[]
  changes: Change[]
  adoption: Adoption[]
}

const mostChanges = 2

/** Two or three: what is new since the month before, then what lasts, the clearest first. */
export function sentencesOf({ series, changes, adoption }: SentenceSources): Sentence[] {
  if (changes.length === 0) return [{ rule: 'first month' }, ...work(series)]
  const moves = changes.filter(({ lasting }) => isMove(lasting))
  const told = moves.toSorted(clearestFirst).slice(0, mostChanges)
  return [
    latest(changes),
    ...told.map((change, n) => ({
      rule: 'change' as const,
      change,
      adoption: n === 0 ? meanwhile(adoption, change) : null,
    })),
    ...(told.length === 0 ? [noChange(changes)] : []),
    ...(told.length === 0 ? work(series) : []),
  ]
}

/** Amounts are neither good nor bad, so they are told after what is. */
const clearestFirst = (a: Change, b: Change): number =>
  Number(isAmount(a)) - Number(isAmount(b)) || Math.abs(b.lasting.z) - Math.abs(a.lasting.z)

export const isAmount = ({ series }: Pick<Change, 'series'>): boolean => series.band === 'high'

/** Of what was asked in the newest month: of nothing else is there anything new. */
function latest(all: Change[]): Sentence {
  const newest = all
    .map((change) => change.latest.toMonth)
    .toSorted()
    .at(-1)
  const changes = all.filter((change) => change.latest.toMonth === newest)
  const moved = changes.filter(({ latest: { word } }) => word !== 'no more than chance')
  const month =
    changes
      .map((change) => change.latest.fromMonth)
      .toSorted()
      .at(-1) ?? ''
  return {
    rule: 'latest',
    changes: moved.toSorted((a, b) => Math.abs(b.latest.z) - Math.abs(a.latest.z)),
    month,
  }
}

/** Adoption over the months that were compared, from one source. */
function meanwhile(adoption: Adoption[], { lasting }: Change): { from: Interval; to: Interval } | null {
  for (const later of adoption.filter(({ month }) => month === lasting.toMonth)) {
    const earlier = adoption.find(
      ({ month, source }) => month === lasting.fromMonth && source === later.source,
    )
    const before = earlier && shareOf(earlier.sum, 'active')
    const after = shareOf(later.sum, 'active')
    if (before && after) return { from: before, to: after }
  }
  return null
}

const noChange = (changes: Change[]): Sentence => ({
  rule: 'no change',
  questions: changes.length,
  steady: changes.filter(({ lasting }) => lasting.word === 'steady').length,
})

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

/** Whether AI helped with a kind of work, and not whether it was used for it. */
export const isHelp = ({ row, band }: Series): boolean => row !== null && band === 'helped'

/** By kind of work, the latest share of those who used AI for it among all who answered, where it is shown. */
export function usesOf(series: Series[]): Map<string, Interval> {
  const found = series.flatMap(({ row, band, points }): [string, Interval][] => {
    const share = points.at(-1)?.share
    return row !== null && band === 'used' && share ? [[row, share]] : []
  })
  return new Map(found)
}
