import { encode } from 'uqr'

interface QrProps {
  content: string
  label: string
}

/** Dark on light in both themes: not every camera reads it the other way round. */
export function Qr({ content, label }: QrProps) {
  const { data, size } = encode(content, { ecc: 'M', border: 3 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={dark.join('')} fill="#000000" />
    </svg>
  )
}
