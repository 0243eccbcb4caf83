import type { Interval } from '../disclosure/add.ts'
import { monthsBetween, type Point, type Series } from './series.ts'
import { verdicts, type Verdict } from './verdicts/verdicts.ts'

type ShownPoint = Point & { share: Interval }

/** What became of the answers to one question since an earlier round. */
export interface Change {
  series: Series
  from: ShownPoint
  to: ShownPoint
  span: 'quarter' | 'year'
  verdict: Verdict
}

const spans = { quarter: { months: 3, atLeast: 1 }, year: { months: 12, atLeast: 6 } } as const

/**
 * Every scale as of one round against the rounds nearest to three and to twelve months before: all that a page
 * looks at, so that the level holds for the page as a whole.
 * @param month the latest month looked at, YYYY-MM
 */
export function changesIn(all: Series[], month: string): Change[] {
  const scales = all.filter(({ row }) => row === null)
  const candidates = scales.flatMap((series) => pairsOf(series, month))
  const judged = verdicts(candidates)
  return candidates.map((candidate, n) => ({ ...candidate, verdict: judged[n]! }))
}

function pairsOf(series: Series, month: string): Omit<Change, 'verdict'>[] {
  const points = series.points.filter(isShown).filter((point) => point.month <= month)
  const to = points.at(-1)
  if (to?.month !== month) return []
  const earlier = points.filter((point) => isComparable(point, to))
  const quarter = nearest(earlier, to, 'quarter')
  const year = nearest(earlier, to, 'year')
  return [
    ...(quarter ? [{ series, from: quarter, to, span: 'quarter' as const }] : []),
    ...(year && year !== quarter ? [{ series, from: year, to, span: 'year' as const }] : []),
  ]
}

const isShown = (point: Point): point is ShownPoint => point.share !== null

/** Of the groups behind a sum, so many have to be shown in both rounds: what is hidden in one of them could move it. */
const shownAtLeast = 0.8

/** Like with like: other people are another group, so a month in a pool is compared with the same pool alone. */
const isComparable = (from: Point, to: Point): boolean =>
  from.pooledAs === to.pooledAs && [from, to].every(({ sum }) => sum.shown >= shownAtLeast * sum.classes)

function nearest(earlier: ShownPoint[], to: ShownPoint, span: keyof typeof spans): ShownPoint | undefined {
  const { months, atLeast } = spans[span]
  let found: ShownPoint | undefined
  let least = Infinity
  for (const point of earlier) {
    const distance = monthsBetween(point.month, to.month)
    const off = Math.abs(distance - months)
    if (distance >= atLeast && off < least) [found, least] = [point, off]
  }
  return found
}

/** What is said of a question: the quarter's change where there is one, else the year's, else that there is none. */
export function toldChange(changes: Change[], key: string): Change | undefined {
  const own = changes.filter(({ series }) => series.key === key)
  return own.find(isMove) ?? own.find(({ span }) => span === 'quarter') ?? own[0]
}

export const isMove = ({ verdict: { verdict } }: Change): boolean =>
  verdict === 'rising' || verdict === 'falling'
