import type { Gap, GapPart } from '#views/insights/gap-props.ts'
import type { Interval } from '../disclosure/add.ts'
import type { Change } from './changes.ts'
import { forShow } from './for-show.ts'
import { adoptionMonths, comparableMonths, differenceBefore, type GapSources } from './gap-months.ts'
import { aYearBefore, minus, shareOf, type Point, type Series } from './series.ts'

/** Formulas, sources and limits: docs/insights.md. Intervals are subtracted end from opposite end. */
export function gapsOf(changes: Change[], sources: GapSources): Gap[] {
  const { month } = sources
  const adoption = adoptionPart(sources)
  const trust = sharePart(sources, 'trust', 'ai-trust', 'favourable')
  const help = sharePart(sources, 'help', 'ai-helped', 'favourable')
  const use = sharePart(sources, 'use', 'ai-use', 'high')
  const pressure = sharePart(sources, 'pressure', 'ai-pressure', 'favourable')
  const { holds, unknown, seen } = forShow(changes, sources)
  const used = comparableMonths(sources, 'ai-use')
  const adopted = adoption.name === 'use' ? used : adoptionMonths(sources)
  return [
    {
      id: 'trust',
      parts: [adoption, trust],
      difference: apart(adoption.value, trust.value),
      before: differenceBefore(month, adopted, comparableMonths(sources, 'ai-trust')),
    },
    {
      id: 'perception',
      parts: [feltSpeed(sources), changePart(sources, 'lead time', 'lead-time')],
      difference: null,
      before: null,
    },
    {
      id: 'pressure',
      parts: [use, help, pressure],
      difference: apart(use.value, help.value),
      before: differenceBefore(month, used, comparableMonths(sources, 'ai-helped')),
    },
    {
      id: 'show',
      parts: [
        adoption,
        { name: 'seen', month: seen?.month ?? month, value: seen?.share ?? null },
        help,
        pressure,
      ],
      difference: null,
      before: null,
      rule: { holds, unknown },
    },
    {
      id: 'review',
      parts: [
        sharePart(sources, 'review', 'review-time', 'high'),
        changePart(sources, 'deployments', 'deployment-frequency'),
      ],
      difference: null,
      before: aYearBefore(comparableMonths(sources, 'review-time'), month) ?? null,
    },
  ]
}

const apart = (a: Interval | null, b: Interval | null): Interval | null => a && b && minus(a, b)

/** From a tool's own report where there is one, else what people say of themselves. */
function adoptionPart(sources: GapSources): GapPart {
  const figure = sources.adoption.findLast(({ month, sum }) => month <= sources.month && sum.shown > 0)
  if (!figure) return { ...sharePart(sources, 'use', 'ai-use', 'high') }
  return { name: 'adoption', month: figure.month, value: shareOf(figure.sum, 'active') }
}

function sharePart({ series, month }: GapSources, name: GapPart['name'], key: string, band: string): GapPart {
  const point = latestPoint(series, key, month)
  return { name, month, value: point ? shareOf(point.sum, band) : null }
}

const latestPoint = (series: Series[], key: string, month: string): Point | undefined =>
  series.find((one) => one.key === key)?.points.find((point) => point.month === month)

/** Those who felt faster less those who felt slower. */
function feltSpeed({ series, month }: GapSources): GapPart {
  const point = latestPoint(series, 'felt-speed', month)
  const value = point ? apart(shareOf(point.sum, 'favourable'), shareOf(point.sum, 'unfavourable')) : null
  return { name: 'felt', month, value }
}

/** The relative change of a delivery figure against the month nearest to a year before, half a year at least. */
function changePart({ delivery, month }: GapSources, name: GapPart['name'], measure: string): GapPart {
  const own = delivery.filter((one) => one.measure === measure && one.month <= month)
  const latest = own.at(-1)
  const before = latest && aYearBefore(own, latest.month)
  if (!latest || !before || before.value === 0) return { name, month, value: null }
  const change = latest.value / before.value - 1
  return { name, month: latest.month, value: [change, change], since: before.month }
}
