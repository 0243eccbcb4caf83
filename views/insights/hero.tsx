import type { Measure } from '../charts/strip.tsx'
import { TrendChart } from '../charts/trend-chart.tsx'
import { useMonth } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'
import type { Annotation } from './annotations.tsx'
import { sharesOf, type Beside } from './beside.ts'
import { isAmount, type Change, type Interval, type Series } from './figures.ts'
import type { Group } from './tabs.tsx'
import { useName } from './name.ts'

interface HeroProps {
  group: Group
  overview: {
    history: { round: { month: string } }[]
    series: Series[]
    changes: Change[]
    annotations: Annotation[]
  }
  beside: Beside | null
  measure: Measure | null
}

/** The one large chart, drawn again for a phone: what people use and rely on; where that was not asked, what changed most. */
export function Hero({
  group,
  overview: { history, series, changes, annotations },
  beside,
  measure,
}: HeroProps) {
  const { insights: text } = useMessages()
  const month = useMonth('short')
  const bare = useMonth('bare')
  const nameOf = useName()
  const trust = series.find(({ key }) => key === 'ai-trust')
  const [strongest] = changes
    .filter(({ series: one }) => !isAmount(one))
    .toSorted((a, b) => Math.abs(b.lasting.z) - Math.abs(a.lasting.z))
  const own = trust && beside ? trust : (strongest?.series ?? trust)
  const [first, last] = [history[0]?.round.month, history.at(-1)?.round.month]
  const points = own ? sharesOf(own) : []
  if (!own || !first || !last || points.length < 2) return null
  const name = nameOf(own)
  const now = points.at(-1)?.share
  const latest = beside?.points.at(-1)?.share
  const months = [...new Set(history.map(({ round }) => round.month))]
  const every = Math.ceil(months.length / 13)
  const title = beside ? text.charts.hero : name
  const chart = {
    title,
    say: (one: string, share: Interval) => text.charts.point(month(one), share),
    description: beside
      ? text.charts.heroDescription(name, beside.name, group.name)
      : text.charts.description(name, text.told(own.band), group.name),
    from: first,
    to: last,
    own: { label: text.charts.label(name, now), points },
    beside: beside && { label: text.charts.label(beside.name, latest), points: beside.points },
    measure,
    marked: annotations.map((one) => ({ ...one, title: text.annotations.said(month(one.month), one.text) })),
    gap: now && latest && own === trust ? gapOf(text.charts.gap, latest, now) : null,
  }
  return (
    <figure class="hero">
      <h2>{title}</h2>
      <TrendChart
        {...chart}
        id="hero"
        size="large"
        months={months
          .filter((_, n) => n % every === 0)
          .map((one, n) => ({ month: one, name: n === 0 || one.endsWith('-01') ? month(one) : bare(one) }))}
      />
      <TrendChart
        {...chart}
        id="hero-small"
        months={[first, last].map((one) => ({ month: one, name: month(one) }))}
      />
      {beside && <figcaption class="hint">{beside.source}</figcaption>}
    </figure>
  )
}

const middle = ([low, high]: Interval): number => (low + high) / 2

function gapOf(say: (points: number) => string, used: Interval, reliedOn: Interval): string | null {
  const points = Math.round(100 * (middle(used) - middle(reliedOn)))
  return points >= 10 ? say(points) : null
}
