import { line } from 'd3-shape'
import { rounded, type X, type Y } from './places.ts'
import { isSingle, middle, runs, type Interval, type SharePoint } from './points.ts'

interface SharesProps {
  points: SharePoint[]
  x: X
  y: Y
  kind: 'own' | 'beside'
  /** What a point says where a pointer rests on it. */
  say: (month: string, share: Interval) => string
}

/** What is known exactly is a dot; a range is a bar from end to end. A month without a figure is a gap. */
export function Shares({ points, x, y, kind, say }: SharesProps) {
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
