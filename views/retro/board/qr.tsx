import { encode } from 'uqr'

interface QrProps {
  content: string
  /** Left out where the same is written beside it. */
  label?: string
}

/** Dark on light in both themes: not every camera reads it the other way round. */
export function Qr({ content, label }: QrProps) {
  const { data, size } = encode(content, { ecc: 'M', border: 3 })
  const dark = data.flatMap((row, y) =>
    runsOf(row).map(({ x, length }) => `M${x} ${y}h${length}v1h-${length}z`),
  )
  const named = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': 'true' as const }
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" {...named}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={dark.join('')} fill="#000000" />
    </svg>
  )
}

/** What is dark side by side is one piece: a wall is sent often. */
function runsOf(row: boolean[]): { x: number; length: number }[] {
  const begins = row.flatMap((isDark, x) => (isDark && !row[x - 1] ? [x] : []))
  return begins.map((x) => {
    const end = row.indexOf(false, x)
    return { x, length: (end === -1 ? row.length : end) - x }
  })
}
