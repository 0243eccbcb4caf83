import type { Measure } from '../charts/strip.tsx'
import { TrendChart } from '../charts/trend-chart.tsx'
import { useMonth } from '../parts/time.tsx'
import { ItemAnswers } from '../results/item.tsx'
import { Above, type GroupAbove } from '../results/row.tsx'
import { useMessages, useWording } from '../setting.ts'
import type { Annotation } from './annotations.tsx'
import { sharesOf, type Beside } from './beside.ts'
import { isAmount, type Change, type Series } from './figures.ts'
import type { Group } from './tabs.tsx'
import { TrendTable } from './trend-table.tsx'

interface TrendProps {
  group: Group
  overview: { history: { round: { month: string } }[]; annotations: Annotation[] }
  own: Series
  change: Change | undefined
  /** What the question is called. */
  name: string
  beside: Beside | null
  measure: Measure | null
  above: GroupAbove | null
}

/** One question opened: its answers beside adoption and the chosen delivery figure, as a chart and as a table. */
export function Trend({
  group,
  overview: { history, annotations },
  own,
  change,
  name,
  beside,
  measure,
  above,
}: TrendProps) {
  const { insights: text } = useMessages()
  const month = useMonth('short')
  const months = [...new Set(history.map(({ round }) => round.month))]
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return null
  const points = sharesOf(own)
  const latest = points.at(-1)?.share
  // How often people say they use AI is what adoption is taken from where nobody imported it.
  const other = own.question.id === 'ai-use' ? null : beside
  const otherLatest = other?.points.at(-1)?.share
  return (
    <>
      <p>
        {useWording()(own.question.text).question}
        {isAmount(own) && <small> {text.asked.amount}</small>}
      </p>
      {change && (
        <p class="hint">
          {name}
          {text.sentences.row({ ...change.lasting, since: month(change.lasting.sinceMonth) })}
        </p>
      )}
      <div class="columns">
        <TrendChart
          id={`trend-${own.key}`}
          say={(one, share) => text.charts.point(month(one), share)}
          title={name}
          description={text.charts.description(name, text.told(own.band), group.name)}
          from={first}
          to={last}
          own={{ label: latest ? text.charts.own(latest) : '', points }}
          beside={other && { label: text.charts.label(other.name, otherLatest), points: other.points }}
          measure={measure}
          marked={annotations.map((one) => ({
            ...one,
            title: text.annotations.said(month(one.month), one.text),
          }))}
          months={(first === last ? [first] : [first, last]).map((one) => ({ month: one, name: month(one) }))}
        />
        <Levels own={own} above={above} />
      </div>
      <TrendTable own={own} beside={other} measure={measure} annotations={annotations} />
    </>
  )
}

/** The latest month's answers in words, and beside them those of the group above. */
function Levels({ own, above }: { own: Series; above: GroupAbove | null }) {
  const latest = own.points.at(-1)
  if (!latest) return null
  return (
    <div>
      <ItemAnswers item={{ ...own, ...latest }} />
      <Above above={above} of={own.key} />
    </div>
  )
}
