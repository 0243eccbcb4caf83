import type { Interval } from '../../disclosure/add.ts'
import { sizeOf } from './ends.ts'
import { upperTail } from './normal.ts'
import type { Scatter, Stretch } from './stretch.ts'

/** A change of this share of the answers, at either end of the scale, is not steady: 20 percentage points. */
export const margin = 0.2

interface Count {
  n: number
  people: Interval
}

/**
 * The chance of answers so alike if the share at the top, or at the bottom, had moved by the margin, up or down: the
 * largest of four one-sided tests (TOST at both ends), each in the world most against it that the codes allow.
 */
export function chanceOfAlike(earlier: Stretch, later: Stretch, scatter: Scatter): number {
  return Math.max(
    chanceHadRisen(tops(earlier), tops(later), scatter),
    chanceHadRisen(tops(later), tops(earlier), scatter),
    chanceHadRisen(bottoms(earlier), bottoms(later), scatter),
    chanceHadRisen(bottoms(later), bottoms(earlier), scatter),
  )
}

const tops = ({ worst, best }: Stretch): Count => ({ n: sizeOf(best), people: [worst.top, best.top] })
const bottoms = ({ worst, best }: Stretch): Count => ({
  n: sizeOf(best),
  people: [best.bottom, worst.bottom],
})

function chanceHadRisen(from: Count, to: Count, { left, months }: Scatter): number {
  const rise = to.people[1] / to.n - from.people[0] / from.n
  const step = (1 / from.n + 1 / to.n) / 2
  const short = margin - rise - step
  return short <= 0 ? 1 : upperTail(short / Math.sqrt(left * apart(from, to) + months / 4))
}

/**
 * Variance of the difference of two shares a margin apart that leave as many people in all as there are (Dunnett and
 * Gent 1977); where the codes leave the number open, the largest.
 */
function apart(from: Count, to: Count): number {
  const all = from.n + to.n
  const lower = (people: number) => between(0, people / all - (margin * to.n) / all, 1 - margin)
  const widest = 0.5 - (margin * from.n) / all
  const share = between(lower(from.people[0] + to.people[0]), widest, lower(from.people[1] + to.people[1]))
  return (share * (1 - share)) / from.n + ((share + margin) * (1 - share - margin)) / to.n
}

const between = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value))
