import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { naming, rounded, type Size, type X } from './places.ts'
import { runs } from './points.ts'

export interface Measure {
  label: string
  points: { month: string; value: number }[]
  format: (value: number) => string
}

/** A figure in a unit of its own, from zero, so that its changes are not made larger than they are. */
export function Strip({ measure, x, place }: { measure: Measure; x: X; place: Size }) {
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
        <text {...naming(place, y(last.value))} class="label">
          {format(last.value)}
        </text>
      )}
    </g>
  )
}
