import { balanceOf, best, sizeOf, worst, type Ends, type Wave } from './ends.ts'

/** From fewer pairs of months nothing is learnt of how far months differ by themselves. */
const enoughPairs = 5
/** What is reckoned with until then: a standard deviation of 5 points at each end of the scale. */
const unknown = 0.1 ** 2
/** And at the least, since a quiet history may be luck: some 4 points. */
const least = 0.085 ** 2
/** Standard errors by which the estimate is taken larger than it is. */
const caution = 0.08

/** Neighbouring months share what is found by comparing them: each pair tells half of what it would by itself. */
const ownPart = 0.5

export interface Noise {
  /** Of the balance, between months. */
  variance: number
  /** How well it is known, in degrees of freedom; of what is assumed nothing has to be known. */
  freedom: number
}

/**
 * Variance of the balance between months beyond the sampling of answers, for each moment of change: a hard week moves
 * everybody. Estimated from neighbouring months, but for the step that is looked at, which is no noise.
 */
export function monthlyNoise(waves: Wave[]): (since: number) => Noise {
  const months = waves.map(middleOf)
  const sampled = months.reduce((sum, { spread, n }) => sum + spread / n, 0) / months.length
  const steps = months.slice(1).map((month, n) => beyondSampling(months[n] ?? month, month))
  const all = steps.reduce((sum, one) => sum + one, 0)
  const pairs = steps.length - 1
  return (since) => {
    if (pairs < enoughPairs) return { variance: unknown, freedom: Infinity }
    const found = Math.max(0, (all - (steps[since - 1] ?? 0)) / pairs)
    const variance = Math.max(least, found + caution * Math.sqrt(3 / pairs) * (found + sampled))
    return { variance, freedom: ownPart * pairs }
  }
}

interface Month {
  n: number
  /** -1 to 1. */
  balance: number
  /** Variance of one answer. */
  spread: number
}

/** Whom a range leaves open stands in the middle of what is possible. */
function middleOf({ sum }: Wave): Month {
  const [low, high] = [worst(sum), best(sum)]
  const n = sizeOf(low)
  const balance = (balanceOf(low) + balanceOf(high)) / 2 / n
  return { n, balance, spread: Math.max(0, (outside(low) + outside(high)) / 2 / n - balance ** 2) }
}

const outside = ({ top, bottom }: Ends): number => top + bottom

const beyondSampling = (one: Month, next: Month): number =>
  ((next.balance - one.balance) ** 2 - one.spread / one.n - next.spread / next.n) / 2
