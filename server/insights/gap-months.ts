import type { Adoption, Delivery } from '../figures/figures.ts'
import type { Interval } from '../disclosure/add.ts'
import { comparable } from './comparable.ts'
import { aYearBefore, minus, shareOf, type Series } from './series.ts'

export interface GapSources {
  series: Series[]
  adoption: Adoption[]
  delivery: Delivery[]
  /** The latest month looked at, YYYY-MM. */
  month: string
}

/** A share, or a difference of shares, of a month. */
export interface Dated {
  month: string
  share: Interval
}

/** The months of a question, the one looked at included, in which all of its groups can be compared. */
export function comparableMonths({ series, month }: GapSources, key: string): Dated[] {
  const own = series.find((one) => one.key === key)
  const found = own && comparable(own, month)
  return found && !found.partly
    ? found.points.map((point) => ({ month: point.month, share: point.share }))
    : []
}

/** The months in which the source of today's figure counted everybody that it counts today. */
export function adoptionMonths({ adoption, month }: GapSources): Dated[] {
  const now = adoption.findLast((one) => one.month <= month && one.sum.shown > 0)
  const alike = adoption.filter(
    ({ source, pooledAs, sum }) =>
      source === now?.source && pooledAs === now.pooledAs && sum.shown === sum.classes,
  )
  return alike.flatMap((one) => {
    const share = shareOf(one.sum, 'active')
    return share ? [{ month: one.month, share }] : []
  })
}

/** What one share was more than another a year before, or half a year; null unless both are there today too. */
export function differenceBefore(month: string, firsts: Dated[], seconds: Dated[]): Dated | null {
  const differences = firsts.flatMap((one) => {
    const second = seconds.find((other) => other.month === one.month)
    return second ? [{ month: one.month, share: minus(one.share, second.share) }] : []
  })
  if (differences.every((one) => one.month !== month)) return null
  return aYearBefore(differences, month) ?? null
}
