import type { Interval } from '../disclosure/add.ts'
import { comparable, type Comparable, type ShownPoint } from './comparable.ts'
import { aYearBefore, minus, monthsBetween, type Series } from './series.ts'
import { judge, type Verdict } from './verdicts/verdicts.ts'

/** A verdict on months that have names. */
export interface Told extends Verdict {
  /** The first month after the change, and the first and last that were compared. */
  sinceMonth: string
  fromMonth: string
  toMonth: string
}

/** What became of the answers to one question, as of one month. */
export interface Change extends Comparable {
  series: Series
  /** The clearest change that lasts until now. */
  lasting: Told
  /** Since the round before. */
  latest: Told
  /** How far the share went since then, and in about a year, from -1 to 1; null where nothing is that old. */
  moved: { latest: Interval; year: Interval | null }
}

/** Verdicts look so far back, as the promise about false ones is reckoned for. */
const mostMonths = 13

/** What rotates is back every third month, and waits a month longer where one was left out. */
const mostWaited = 3

/**
 * Every scale as of one month against its own history: all that a page looks at, so that the promise holds for the page
 * as a whole. What was not asked in it is told as in the month in which it was, among what was asked then: nothing is
 * looked at twice. Left out is what has no earlier month to compare with.
 * @param month YYYY-MM
 */
export function changesIn(all: Series[], month: string): Change[] {
  const scales = all.filter(({ row }) => row === null)
  const askedLast = new Map(scales.map((one) => [one, lastAsked(one, month)]))
  const months = new Set([...askedLast.values()].flatMap((one) => one ?? []))
  return [...months]
    .filter((one) => monthsBetween(one, month) <= mostWaited)
    .sort()
    .reverse()
    .flatMap((one) => judgedIn(scales, one).filter(({ series }) => askedLast.get(series) === one))
}

const lastAsked = ({ points }: Series, month: string): string | null =>
  points.findLast((point) => point.month <= month)?.month ?? null

function judgedIn(scales: Series[], month: string): Change[] {
  const compared = scales.flatMap((series) => {
    const found = comparable(series, month)
    return found && found.points.length > 1
      ? [{ series, ...found, points: found.points.slice(-mostMonths) }]
      : []
  })
  const judged = judge(compared.map(({ points }) => points))
  return compared.flatMap((one, n) => {
    const judgement = judged[n]
    if (!judgement) return []
    const { points } = one
    return [
      {
        ...one,
        lasting: told(points, judgement.lasting, 0),
        latest: told(points, judgement.latest, points.length - 2),
        moved: { latest: between(points.at(-2), points.at(-1)), year: inAYear(points) },
      },
    ]
  })
}

function told(points: ShownPoint[], verdict: Verdict, first: number): Told {
  const month = (at: number) => points[at]?.month ?? ''
  return {
    ...verdict,
    sinceMonth: month(verdict.since),
    fromMonth: month(first),
    toMonth: month(points.length - 1),
  }
}

export const isMove = ({ word }: Verdict): boolean => word === 'rising' || word === 'falling'

function inAYear(points: ShownPoint[]): Interval | null {
  const now = points.at(-1)
  const then = now && aYearBefore(points, now.month)
  return then ? between(then, now) : null
}

const between = (earlier: ShownPoint | undefined, later: ShownPoint | undefined): Interval =>
  earlier && later ? minus(later.share, earlier.share) : [0, 0]
