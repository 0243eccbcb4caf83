import { TrendChart, type Measure, type SharePoint } from '../charts/trend-chart.tsx'
import { useMonth } from '../parts/time.tsx'
import { useMessages, useWording } from '../setting.ts'
import type { AdoptionFigure, DeliveryFigure, MeasureName, Series, ToldSeries } from './figures.ts'
import type { Group } from './header.tsx'
import { TrendTable, type Beside } from './trend-table.tsx'

interface TrendsProps {
  group: Group
  measures: MeasureName[]
  history: { round: { month: string } }[]
  series: ToldSeries[]
  adoption: AdoptionFigure[]
  delivery: DeliveryFigure[]
  measure: string | null
}

/** Small multiples: every question on the same axes, beside adoption and the chosen delivery figure. */
export function Trends(props: TrendsProps) {
  const text = useMessages().insights
  const scales = props.series.filter(({ row }) => row === null)
  const beside = besideOf(props)
  const measure = measureOf(props)
  return (
    <section>
      <h2>{text.trends}</h2>
      <p class="hint">{text.trendsNote}</p>
      <Legend pooled={scales.some(({ points }) => points.some(({ pooledAs }) => pooledAs !== null))} />
      <div class="multiples">
        {scales.map((series) => (
          <Trend
            history={props.history}
            group={props.group}
            own={series}
            beside={series.question.id === 'ai-use' ? null : beside}
            measure={measure}
          />
        ))}
      </div>
    </section>
  )
}

function Legend({ pooled }: { pooled: boolean }) {
  const text = useMessages().insights.charts
  return (
    <p class="legend" aria-hidden="true">
      <span>
        <i class="sign dot" /> {text.exact}
      </span>
      <span>
        <i class="sign stick" /> {text.range}
      </span>
      {pooled && (
        <span>
          <i class="sign ring" /> {text.pooled}
        </span>
      )}
      <span>
        <i class="sign square" /> {text.adoption}
      </span>
    </p>
  )
}

interface TrendProps extends Pick<TrendsProps, 'history' | 'group'> {
  own: ToldSeries
  beside: Beside | null
  measure: Measure | null
}

function Trend({ own, beside, measure, history, group }: TrendProps) {
  const said = useWording()
  const { insights: text } = useMessages()
  const month = useMonth('short')
  const { question, band, key, told: change } = own
  const name = text.name(question.id, said(question.text).question)
  const who = text.told(question.id, band)
  const latest = own.points.at(-1)
  return (
    <section class="multiple">
      <h3>{name}</h3>
      <p class="now">
        {latest?.share ? `${text.share(latest.share)} ${who}` : text.notShown}
        <span class="verdict">
          {change ? text.verdict(change.verdict.verdict, month(change.from.month)) : text.noVerdict}
        </span>
      </p>
      <TrendChart
        id={`trend-${key}`}
        title={name}
        description={text.charts.description(name, who, group.name)}
        from={history[0]!.round.month}
        to={history.at(-1)!.round.month}
        own={{ label: latest?.share ? text.charts.own(latest.share) : '', points: pointsOf(own) }}
        beside={
          beside && {
            label: text.charts.beside(beside.name, beside.points.at(-1)?.share),
            points: beside.points,
          }
        }
        measure={measure}
        monthName={month}
      />
      <TrendTable id={key} own={own} beside={beside} measure={measure} />
    </section>
  )
}

const pointsOf = ({ points }: Series): SharePoint[] =>
  points.flatMap(({ month, share, pooledAs }) => (share ? [{ month, share, pooled: pooledAs !== null }] : []))

/** Adoption as a tool reports it; where nobody imported it, how many say they use AI often. */
function besideOf({ adoption, series, history }: TrendsProps): Beside | null {
  const text = useMessages().insights.charts
  const months = new Set(history.map(({ round }) => round.month))
  const source = adoption.at(-1)?.source
  const points = adoption
    .filter((one) => one.source === source && one.sum.shown > 0 && months.has(one.month))
    .map(({ month, sum }): SharePoint => {
      const [low, high] = sum.bands['active']!
      return { month, share: [low / sum.n, high / sum.n] }
    })
  if (points.length > 0) return { name: text.adoption, points }
  const use = series.find(({ key }) => key === 'ai-use')
  return use ? { name: text.selfReported, points: pointsOf(use) } : null
}

function measureOf({ delivery, measure, measures, history }: TrendsProps): Measure | null {
  const { insights: text } = useMessages()
  const described = measures.find(({ id }) => id === measure)
  const months = new Set(history.map(({ round }) => round.month))
  const points = delivery.filter((one) => one.measure === measure && months.has(one.month))
  if (!described || points.length === 0) return null
  return {
    label: `${described.label}, ${described.unit}`,
    points,
    format: (value) => `${text.measured(value)} ${described.unit}`,
  }
}
