import { binomial } from './binomial.ts'
import { chanceOfChange } from './change.ts'
import { upperQuantile } from './normal.ts'
import { varianceLeft } from './same-people.ts'

/** How often a change of this size would be called one. */
export const power = 0.8

/**
 * The smallest change of the share favourable, 0 to 1, that `n` answers in each of two waves, of `invited` people,
 * show in four of five cases: around the middle, in one class, looking at `looks` questions. Null where not even a
 * change from nobody to everybody would show. Reckoned as if nobody's answers lasted, which overstates it a little.
 */
export function smallestChange(n: number, invited: number | null, level = 0.05, looks = 1): number | null {
  const variance = varianceLeft({ n, invited }, { n, invited })
  const needed = level / looks
  if (n > 100) return closely(n, variance, needed)
  const least = leastLater(n, variance, needed)
  if (shownHowOften(least, 1) < power) return null
  let [low, high] = [0, 1]
  while (high - low > 0.001) {
    const change = (low + high) / 2
    if (shownHowOften(least, change) < power) low = change
    else high = change
  }
  return high
}

const closely = (n: number, variance: number, needed: number): number =>
  (upperQuantile(needed / 2) * Math.sqrt(variance) + upperQuantile(1 - power)) / Math.sqrt(2 * n)

/** For each number favourable in the earlier wave, the fewest in the later that would be called a rise. */
function leastLater(n: number, variance: number, needed: number): number[] {
  let later = 0
  return Array.from({ length: n + 1 }, (_, earlier) => {
    while (later <= n && chanceAsPublished(earlier, later, n, variance) > needed) later++
    return later
  })
}

/** "All or all but one" leaves one person open, here against the rise. */
function chanceAsPublished(earlier: number, later: number, n: number, variance: number): number {
  const from = earlier >= n - 1 ? n : Math.max(earlier, 1)
  const to = later <= 1 ? 0 : Math.min(later, n - 1)
  return chanceOfChange(
    { top: from, middle: 0, bottom: n - from },
    { top: to, middle: 0, bottom: n - to },
    variance,
  )
}

function shownHowOften(least: number[], change: number): number {
  const n = least.length - 1
  const earlier = binomial(n, (1 - change) / 2)
  const later = binomial(n, (1 + change) / 2)
  // From the most favourable down: at least so many in the later wave.
  for (let people = n; people > 0; people--) later[people - 1]! += later[people]!
  return earlier.reduce((sum, chance, people) => sum + chance * (later[least[people]!] ?? 0), 0)
}
