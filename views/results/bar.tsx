import { useMessages } from '../setting.ts'

export type Interval = [low: number, high: number]

export interface Sum {
  n: number
  classes: number
  shown: number
  bands: Record<string, Interval>
  histogram?: number[]
}

interface BarProps {
  /** Names the pattern of this bar among those of the page. */
  id: string
  sum: Sum
  /** The bands in the order they are drawn, most favourable first. */
  order: string[]
}

const width = 1000
const height = 36

/**
 * What is certain is solid; the one person a range leaves open is hatched. Each part is labelled in the sentence
 * and in the table, so that neither colour nor pattern has to be read alone.
 */
export function Bar({ id, sum, order }: BarProps) {
  const t = useMessages()
  if (sum.shown === 0) return <p class="not-shown">{t.results.notShown}</p>
  const parts = segments(sum, order)
  return (
    <svg class="bar" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <defs>
        <pattern
          id={`open-${id}`}
          width="10"
          height="10"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="10" class="band-open" />
        </pattern>
      </defs>
      {parts.map(({ band, from, to }) => (
        <rect
          x={from * width}
          y="0"
          width={(to - from) * width}
          height={height}
          class={`band-${band}`}
          fill={band === 'open' ? `url(#open-${id})` : undefined}
        />
      ))}
    </svg>
  )
}

/** From 0 to 1, left to right: each band's certain share, and between them what is not certain. */
function segments({ n, bands }: Sum, order: string[]): { band: string; from: number; to: number }[] {
  const certain = order.map((band) => ({ band, people: bands[band]?.[0] ?? 0 }))
  const open = n - certain.reduce((sum, { people }) => sum + people, 0)
  const parts =
    open > 0 ? [...certain.slice(0, -1), { band: 'open', people: open }, ...certain.slice(-1)] : certain
  let at = 0
  return parts.flatMap(({ band, people }) => {
    const from = at
    at += people / n
    return people > 0 ? [{ band, from, to: at }] : []
  })
}

/** Those of a band among all who answered: from 0 to 1. */
export function partOf({ n, bands }: Sum, band: string): Interval {
  const people = bands[band]
  if (!people) throw new Error(`A sum has no band ${band}.`)
  return [people[0] / n, people[1] / n]
}

export const bandOrder = (bands: string[]): string[] =>
  ['favourable', 'high', 'helped', 'neutral', 'middle', 'unfavourable', 'low', 'hurt'].filter((band) =>
    bands.includes(band),
  )
