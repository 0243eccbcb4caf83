import { rounded, type Y } from './places.ts'
import { middle, type SharePoint } from './points.ts'

interface Label {
  kind: 'own' | 'beside'
  text: string
  at: number
}

/** Stands beside a line's last point. */
export function labelOf(
  { label, points }: { label: string; points: SharePoint[] },
  y: Y,
  kind: Label['kind'],
): Label | null {
  const last = points.at(-1)
  return last ? { kind, text: label, at: y(middle(last.share)) } : null
}

const apart = 15

/** Direct labels that would stand on each other are moved apart, the upper one up. */
export function spread(labels: (Label | null)[]): Label[] {
  const [upper, lower] = labels.filter((label) => label !== null).toSorted((a, b) => a.at - b.at)
  if (!upper || !lower) return upper ? [upper] : []
  const missing = Math.max(0, apart - (lower.at - upper.at)) / 2
  return [
    { ...upper, at: rounded(upper.at - missing) },
    { ...lower, at: rounded(lower.at + missing) },
  ]
}
