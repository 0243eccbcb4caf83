import type { Interval, Sum } from '../../disclosure/add.ts'
import { best, worst } from './ends.ts'
import { upperTail } from './normal.ts'

/** A change of this share of the answers, at either end of the scale, is not steady: 20 percentage points. */
export const margin = 0.2

interface Count {
  n: number
  people: Interval
}

/**
 * The chance of answers so alike if the share at the top, or at the bottom, had moved by the margin, up or down: the
 * largest of four one-sided tests (TOST at both ends), each in the world most against it that the codes allow.
 * `variance` is the part of it that is left (same-people.ts).
 */
export function chanceOfAlike(earlier: Sum, later: Sum, variance: number): number {
  return Math.max(
    chanceHadRisen(tops(earlier), tops(later), variance),
    chanceHadRisen(tops(later), tops(earlier), variance),
    chanceHadRisen(bottoms(earlier), bottoms(later), variance),
    chanceHadRisen(bottoms(later), bottoms(earlier), variance),
  )
}

const tops = (sum: Sum): Count => ({ n: sum.n, people: [worst(sum).top, best(sum).top] })
const bottoms = (sum: Sum): Count => ({ n: sum.n, people: [best(sum).bottom, worst(sum).bottom] })

function chanceHadRisen(from: Count, to: Count, variance: number): number {
  const rise = to.people[1] / to.n - from.people[0] / from.n
  const step = (1 / from.n + 1 / to.n) / 2
  const short = margin - rise - step
  return short <= 0 ? 1 : upperTail(short / Math.sqrt(variance * apart(from, to)))
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
