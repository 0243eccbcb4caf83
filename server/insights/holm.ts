/**
 * Holm (1979): chances adjusted for being looked at together, in the order given. The chance that any of them is at
 * or under a level though nothing lies behind it is at most that level, however they depend on each other.
 */
export function holm(chances: number[]): number[] {
  const adjusted = chances.map(() => 1)
  let highest = 0
  for (const [place, index] of ascending(chances).entries()) {
    highest = Math.min(1, Math.max(highest, chances[index]! * (chances.length - place)))
    adjusted[index] = highest
  }
  return adjusted
}

const ascending = (chances: number[]): number[] =>
  chances.map((_, index) => index).sort((a, b) => chances[a]! - chances[b]!)
