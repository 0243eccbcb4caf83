import { useMessages } from '../setting.ts'
import type { Interval } from './figures.ts'

export type Show = 'now' | 'change'

/** Where the second and every further shade begins: of shares in per cent, of changes in points. */
const begins = {
  now: [15, 29, 43, 58, 72, 86],
  change: [-19, -9, -2, 3, 10, 20],
}
const steps = begins.now.length + 1
const unmoved = 3

const percent = (share: number): number => Math.round(100 * share)

/** Which shade a figure has. A range has that of its middle, but none of better or worse that it leaves open. */
export function stepOf([low, high]: Interval, show: Show): number {
  if (show === 'change' && percent(low) <= 0 && percent(high) >= 0) return unmoved
  const middle = percent((low + high) / 2)
  return begins[show].filter((begin) => middle >= begin).length
}

/** Which figures each shade stands for, written in it. */
export function Legend({ show, label, amount = false }: { show: Show; label: string; amount?: boolean }) {
  const text = useMessages().insights.heatmap
  const sayOf = (step: number): string => {
    const low = begins[show][step - 1] ?? null
    const next = begins[show][step]
    const high = next === undefined ? null : next - 1
    return show === 'now' ? text.shares(low ?? 0, high ?? 100) : text.points(low, high)
  }
  return (
    <p class="legend">
      <span>{label}</span>
      <span class="shades">
        {Array.from({ length: steps }, (_, step) => (
          <span class={`shade-${step}${amount ? ' amount' : ''}`}>{sayOf(step)}</span>
        ))}
      </span>
    </p>
  )
}
