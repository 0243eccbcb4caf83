import { line } from 'd3-shape'
import type { SharePoint } from './points.ts'

const width = 132
const height = 30
const inset = 4

interface SparklineProps {
  points: SharePoint[]
  /** All months of the page, so that every line has the same axis. */
  months: string[]
  amount: boolean
}

/** A year in a word's room; what it says stands beside it in figures. */
export function Sparkline({ points, months, amount }: SparklineProps) {
  const step = (width - 2 * inset) / Math.max(1, months.length - 1)
  const x = ({ month }: SharePoint) => Math.round(10 * (inset + step * months.indexOf(month))) / 10
  const y = ({ share: [low, high] }: SharePoint) =>
    Math.round(10 * (height - inset - ((low + high) / 2) * (height - 2 * inset))) / 10
  const last = points.at(-1)
  return (
    <svg class={amount ? 'spark amount' : 'spark'} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line x1={inset} x2={width - inset} y1={height / 2} y2={height / 2} />
      <path d={line<SharePoint>(x, y)(points) ?? ''} />
      {last && <circle cx={x(last)} cy={y(last)} r="3" />}
    </svg>
  )
}
