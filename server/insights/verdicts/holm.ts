/**
 * Holm (1979): chances adjusted for being looked at together, in the order given; null was not looked at and stays 1.
 * The chance that any of them is at or under a level though nothing lies behind it is at most that level, however
 * they depend on each other.
 */
export function holm(chances: (number | null)[]): number[] {
  const adjusted = chances.map(() => 1)
  const looks = chances.flatMap((chance, index) => (chance === null ? [] : [{ chance, index }]))
  let highest = 0
  for (const [place, { chance, index }] of looks.sort((a, b) => a.chance - b.chance).entries()) {
    highest = Math.min(1, Math.max(highest, chance * (looks.length - place)))
    adjusted[index] = highest
  }
  return adjusted
}
