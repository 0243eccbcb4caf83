import type { SignOfShow } from '#views/insights/gap-props.ts'
import type { Interval } from '../disclosure/add.ts'
import type { Change } from './changes.ts'
import { adoptionMonths, comparableMonths, type Dated, type GapSources } from './gap-months.ts'
import { aYearBefore, minus, monthsBetween, shareOf } from './series.ts'

const signsOfShow: SignOfShow[] = ['use', 'seen', 'help', 'pressure']

export interface ForShow {
  /** Null where it cannot be told: a sign is missing, and none is known not to be there. */
  holds: boolean | null
  /** Signs that cannot be told. */
  unknown: SignOfShow[]
  /** The use now, and about a year before. */
  use: { now: Dated; before: Dated } | null
  /** Those who said that AI is often used mainly to be seen. */
  seen: (Dated & { n: number }) | null
}

/** As shares. */
export const showLimits = { use: 0.5, more: 0.1, seen: 1 / 3 }

/** Its answers count for so many months, since it is asked every third. */
const seenFor = 2

/**
 * Use for show: much and more use, at least a third who say that AI is often used mainly to be seen, no more help, and
 * more and more pressure. Pressure and help are told by their verdicts, so it is said no more often than those are.
 */
export function forShow(changes: Change[], sources: GapSources): ForShow {
  const use = useOf(sources)
  const seen = seenIn(sources)
  const wordOf = (key: string) => changes.find(({ series }) => series.key === key)?.lasting.word
  const [help, pressure] = [wordOf('ai-helped'), wordOf('ai-pressure')]
  const signs: Record<SignOfShow, boolean | null> = {
    use:
      use &&
      both(
        isAtLeast(use.now.share, showLimits.use),
        isAtLeast(minus(use.now.share, use.before.share), showLimits.more),
      ),
    seen: seen && isAtLeast(seen.share, showLimits.seen),
    help: help === undefined ? null : help !== 'rising' && help !== 'leans up',
    // Told by those who are free of it.
    pressure: pressure === undefined ? null : pressure === 'falling',
  }
  const unknown = signsOfShow.filter((sign) => signs[sign] === null)
  const isRuledOut = signsOfShow.some((sign) => signs[sign] === false)
  return { holds: isRuledOut ? false : unknown.length > 0 ? null : true, unknown, use, seen }
}

/** Null where the range leaves it open. */
const isAtLeast = ([low, high]: Interval, limit: number): boolean | null =>
  low >= limit ? true : high < limit ? false : null

const both = (one: boolean | null, other: boolean | null): boolean | null =>
  one === false || other === false ? false : one === null || other === null ? null : true

/** By a tool's own report where there is one, else by what people say of themselves. */
function useOf(sources: GapSources): ForShow['use'] {
  const reported = adoptionMonths(sources)
  const months = reported.length > 0 ? reported : comparableMonths(sources, 'ai-use')
  const now = months.findLast(({ month }) => month <= sources.month)
  const before = now && aYearBefore(months, now.month)
  return now && before ? { now, before } : null
}

function seenIn({ series, month }: GapSources): ForShow['seen'] {
  const points = series.find(({ key }) => key === 'used-to-be-seen')?.points ?? []
  const latest = points.findLast((point) => point.month <= month)
  const share = latest && shareOf(latest.sum, 'unfavourable')
  const isRecent = latest && monthsBetween(latest.month, month) <= seenFor
  return share && isRecent ? { month: latest.month, share, n: latest.sum.n } : null
}
