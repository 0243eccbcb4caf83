import { scaleLinear, scaleUtc } from 'd3-scale'
import { line } from 'd3-shape'
import { Marks, placeMarks, rowsOf, type Marked } from './annotations.tsx'

type Interval = [low: number, high: number]

export interface SharePoint {
  /** YYYY-MM. */
  month: string
  /** From 0 to 1. */
  share: Interval
  /** Of the question's own points: counted with neighbours that month. */
  pooled?: boolean
}

export interface Measure {
  label: string
  points: { month: string; value: number }[]
  format: (value: number) => string
}

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

interface Size {
  width: number
  left: number
  right: number
  panel: { top: number; bottom: number }
  strip: { top: number; bottom: number }
  /** Of the labels of marks: a character and a row, at the size of letters on a phone. */
  marks: { character: number; row: number }
}

const sizes = {
  small: {
    width: 440,
    left: 44,
    right: 124,
    panel: { top: 10, bottom: 130 },
    strip: { top: 166, bottom: 194 },
    marks: { character: 6.2, row: 16 },
  },
  large: {
    width: 1080,
    left: 52,
    right: 230,
    panel: { top: 12, bottom: 232 },
    strip: { top: 284, bottom: 320 },
    marks: { character: 14, row: 28 },
  },
} satisfies Record<string, Size>

const monthStart = (month: string): Date => new Date(`${month}-01T00:00:00Z`)

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
  const bottom = measure ? strip.bottom : panel.bottom
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
      {labels.map(({ kind, text, at }) => (
        <text x={width - right + 12} y={at + 4} class={`label ${kind}`}>
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

type X = (month: string) => number
type Y = (share: number) => number

/** A tenth of a unit is finer than any screen or printer. */
const rounded = (length: number): number => Math.round(10 * length) / 10

/** What lies between the two lines, over the months in which both are known. */
function Gap({
  text,
  own,
  beside,
  x,
  y,
}: {
  text: string
  own: SharePoint[]
  beside: SharePoint[]
  x: X
  y: Y
}) {
  const besides = new Map(beside.map(({ month, share }) => [month, middle(share)]))
  const both = own.flatMap(({ month, share }) => {
    const other = besides.get(month)
    return other === undefined ? [] : [{ month, one: middle(share), other }]
  })
  const last = both.at(-1)
  if (!last || both.length < 2) return null
  const there = both.map(({ month, other }) => `${x(month)} ${y(other)}`)
  const back = both.toReversed().map(({ month, one }) => `${x(month)} ${y(one)}`)
  return (
    <>
      <path class="gap" d={`M${[...there, ...back].join('L')}Z`} />
      <text class="gap-label" x={x(last.month) - 8} y={y((last.one + last.other) / 2) + 5} text-anchor="end">
        {text}
      </text>
    </>
  )
}

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

const middle = ([low, high]: Interval): number => (low + high) / 2
const isSingle = ([low, high]: Interval): boolean => high - low < 0.005

interface SharesProps {
  points: SharePoint[]
  x: X
  y: Y
  kind: 'own' | 'beside'
  say: TrendChartProps['say']
}

/** What is known exactly is a dot; a range is a bar from end to end. A month without a figure is a gap. */
function Shares({ points, x, y, kind, say }: SharesProps) {
  const draw = line<SharePoint>()
    .x(({ month }) => x(month))
    .y(({ share }) => y(middle(share)))
  return (
    <g class={kind}>
      {runs(points).map((run) => run.length > 1 && <path class="run" d={draw(run) ?? ''} />)}
      {points.map((point) => (
        <g>
          <title>{say(point.month, point.share)}</title>
          <Mark point={point} at={x(point.month)} y={y} kind={kind} />
        </g>
      ))}
    </g>
  )
}

function Mark({ point, at, y, kind }: { point: SharePoint; at: number; y: Y; kind: 'own' | 'beside' }) {
  const { share, pooled } = point
  const look = pooled ? 'mark pooled' : 'mark'
  if (!isSingle(share))
    return (
      <rect
        class={look}
        x={rounded(at - 3)}
        y={rounded(y(share[1]) - 1)}
        width="6"
        height={rounded(y(share[0]) - y(share[1]) + 2)}
        rx="2"
      />
    )
  if (kind === 'beside')
    return <rect class={look} x={rounded(at - 2.5)} y={rounded(y(share[0]) - 2.5)} width="5" height="5" />
  return <circle class={look} cx={at} cy={y(share[0])} r="4" />
}

/** Points of consecutive months: a line is drawn within them and never across a gap. */
function runs<P extends { month: string }>(points: P[]): P[][] {
  const found: P[][] = []
  for (const point of points) {
    const run = found.at(-1)
    const last = run?.at(-1)
    if (run && last && isNext(last.month, point.month)) run.push(point)
    else found.push([point])
  }
  return found
}

function isNext(month: string, next: string): boolean {
  const following = monthStart(month)
  following.setUTCMonth(following.getUTCMonth() + 1)
  return following.getTime() === monthStart(next).getTime()
}

interface Label {
  kind: 'own' | 'beside'
  text: string
  at: number
}

function labelOf(
  { label, points }: { label: string; points: SharePoint[] },
  y: Y,
  kind: Label['kind'],
): Label | null {
  const last = points.at(-1)
  return last ? { kind, text: label, at: y(middle(last.share)) } : null
}

const apart = 15

/** Direct labels that would stand on each other are moved apart, the upper one up. */
function spread(labels: (Label | null)[]): Label[] {
  const [upper, lower] = labels.filter((label) => label !== null).toSorted((a, b) => a.at - b.at)
  if (!upper || !lower) return upper ? [upper] : []
  const missing = Math.max(0, apart - (lower.at - upper.at)) / 2
  return [
    { ...upper, at: rounded(upper.at - missing) },
    { ...lower, at: rounded(lower.at + missing) },
  ]
}

/** A figure in a unit of its own, from zero, so that its changes are not made larger than they are. */
function Strip({ measure, x, place }: { measure: Measure; x: X; place: Size }) {
  const { label, points, format } = measure
  const { left, right, width, strip } = place
  const most = Math.max(...points.map(({ value }) => value), 0) || 1
  const scale = scaleLinear([0, most], [strip.bottom, strip.top])
  const y = (value: number) => rounded(scale(value))
  const draw = line<Measure['points'][number]>()
    .x(({ month }) => x(month))
    .y(({ value }) => y(value))
  const last = points.at(-1)
  return (
    <g class="strip">
      <line x1={left} x2={width - right} y1={strip.bottom} y2={strip.bottom} />
      <text x={left} y={strip.top - 10}>
        {label}
      </text>
      {runs(points).map((run) => (
        <path class="run" d={draw(run) ?? ''} />
      ))}
      {points.map(({ month, value }) => (
        <circle class="mark" cx={x(month)} cy={y(value)} r="2" />
      ))}
      {last && (
        <text class="label" x={width - right + 12} y={y(last.value) + 4}>
          {format(last.value)}
        </text>
      )}
    </g>
  )
}
