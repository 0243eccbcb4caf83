import { scaleLinear, scaleUtc } from 'd3-scale'
import { Marks, placeMarks, rowsOf, type Marked } from './annotations.tsx'
import { Gap } from './gap.tsx'
import { labelOf, spread } from './labels.ts'
import { naming, rounded, sizes, type Size, type Y } from './places.ts'
import { monthStart, type Interval, type SharePoint } from './points.ts'
import { Shares } from './shares.tsx'
import { Strip, type Measure } from './strip.tsx'

export interface TrendChartProps {
  /** Names the parts of this chart among those of the page. */
  id: string
  title: string
  description: string
  /** First and last month of the axis, the same for all charts of a page. */
  from: string
  to: string
  own: { label: string; points: SharePoint[] }
  beside: { label: string; points: SharePoint[] } | null
  measure: Measure | null
  /** What happened in months of the axis, the oldest first. */
  marked: Marked[]
  /** The months that are named along the axis, and how. */
  months: { month: string; name: string }[]
  /** The first chart of a page is large, and shows how far its two lines are apart. */
  size?: keyof typeof sizes
  /** What a point says where a pointer rests on it. */
  say: (month: string, share: Interval) => string
  gap?: string | null
}

/** One question beside adoption, and below them a delivery figure with a scale of its own, on one time axis. */
export function TrendChart(props: TrendChartProps) {
  const { id, title, description, from, to, own, beside, measure, months, size = 'small', say, gap } = props
  const { marked } = props
  const place = sizes[size]
  const { width, left, right, panel, strip, marks } = place
  const along = scaleUtc([monthStart(from), monthStart(to)], [left + 6, width - right])
  const x = (month: string) => (from === to ? left + 6 : rounded(along(monthStart(month))))
  const up = scaleLinear([0, 1], [panel.bottom, panel.top])
  const y = (share: number) => rounded(up(share))
  const bottom = measure ? strip.bottom : panel.bottom + (place.named === 'above' ? 14 : 0)
  const labels = spread([labelOf(own, y, 'own'), beside && labelOf(beside, y, 'beside')])
  const placed = placeMarks(marked, x, { width, ...marks })
  const above = rowsOf(placed) * marks.row
  return (
    <svg
      class={`trend ${size}`}
      viewBox={`0 ${-above} ${width} ${above + bottom + 26}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{[description, ...marked.map((one) => one.title)].join(' ')}</desc>
      {gap && beside && <Gap text={gap} own={own.points} beside={beside.points} x={x} y={y} />}
      <Grid y={y} place={place} />
      <Marks placed={placed} row={marks.row} panel={panel} />
      {beside && <Shares points={beside.points} x={x} y={y} kind="beside" say={say} />}
      <Shares points={own.points} x={x} y={y} kind="own" say={say} />
      {labels.map(({ kind, text, at }, n) => (
        <text {...naming(place, at, n > 0)} class={`label ${kind}`}>
          {text}
        </text>
      ))}
      {measure && <Strip measure={measure} x={x} place={place} />}
      <g class="months">
        {months.map(({ month, name }, n) => (
          <text
            x={x(month)}
            y={bottom + 18}
            text-anchor={size === 'large' ? 'middle' : anchorOf(n, months.length)}
          >
            {name}
          </text>
        ))}
      </g>
    </svg>
  )
}

/** The first begins, and the last ends, where the axis does. */
const anchorOf = (n: number, of: number): string => (n === 0 ? 'start' : n === of - 1 ? 'end' : 'middle')

function Grid({ y, place: { left, right, width } }: { y: Y; place: Size }) {
  return (
    <g class="grid">
      {[0, 0.5, 1].map((share) => (
        <>
          <line x1={left} x2={width - right} y1={y(share)} y2={y(share)} />
          <text x={left - 6} y={y(share) + 4}>{`${share * 100} %`}</text>
        </>
      ))}
    </g>
  )
}
