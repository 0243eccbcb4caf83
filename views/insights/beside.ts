import type { SharePoint } from '../charts/points.ts'
import type { Measure } from '../charts/strip.tsx'
import type { Messages } from '../messages/catalogues.ts'
import type { AdoptionFigure, DeliveryFigure, MeasureName, Series } from './figures.ts'

/** What stands beside the answers on their time axis. */
export interface Beside {
  name: string
  /** Whose word it is. */
  source: string
  points: SharePoint[]
}

interface Sources {
  history: { round: { month: string } }[]
  series: Series[]
  adoption: AdoptionFigure[]
  delivery: DeliveryFigure[]
  /** What is measured of the organisation, and not of the group. */
  around: DeliveryFigure[]
  measure: string | null
}

/** Adoption as a tool reports it; where nobody imported it, how many say they use AI often. */
export function besideOf(
  { adoption, series, history }: Sources,
  text: Messages['insights']['charts'],
): Beside | null {
  const months = new Set(history.map(({ round }) => round.month))
  const source = adoption.at(-1)?.source
  const points = adoption.flatMap(({ month, sum, source: from }): SharePoint[] => {
    const active = sum.bands['active']
    if (!active || from !== source || sum.shown === 0 || !months.has(month)) return []
    return [{ month, share: [active[0] / sum.n, active[1] / sum.n] }]
  })
  if (points.length > 0) return { name: text.adoption, source: text.reported, points }
  const use = series.find(({ key }) => key === 'ai-use')
  return use ? { name: text.selfReported, source: text.answered, points: sharesOf(use) } : null
}

/** The months in which something is shown. */
export const sharesOf = ({ points }: Pick<Series, 'points'>): SharePoint[] =>
  points.flatMap(({ month, share, pooledAs }) => (share ? [{ month, share, pooled: pooledAs !== null }] : []))

export function measureOf(
  { delivery, around, measure, history }: Sources,
  measures: MeasureName[],
  text: Pick<Messages['insights'], 'measured' | 'ofEverybody'>,
): Measure | null {
  const described = measures.find(({ id }) => id === measure)
  const months = new Set(history.map(({ round }) => round.month))
  const isShown = (one: DeliveryFigure) => one.measure === measure && months.has(one.month)
  const own = delivery.filter(isShown)
  const points = own.length > 0 ? own : around.filter(isShown)
  if (!described || points.length === 0) return null
  return {
    label: [described.label, described.unit, own.length > 0 ? '' : text.ofEverybody]
      .filter(Boolean)
      .join(', '),
    points,
    format: (value) => [text.measured(value), described.unit].filter(Boolean).join(' '),
  }
}
