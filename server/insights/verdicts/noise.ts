import { balanceOf, best, sizeOf, worst, type Ends, type Wave } from './ends.ts'

/** From fewer pairs of months nothing is learnt of how far months differ by themselves. */
const enoughPairs = 5
/** What is reckoned with until then, and at the least, since a quiet history may be luck: 5 points at each end of the scale. */
const least = 0.1 ** 2
/** Standard deviation of that variance among questions: that of months 7 points apart. */
const between = 0.14 ** 2

export interface Noise {
  /** Of the balance, between months. */
  variance: number
  /** Standard error of that; of what is assumed nothing has to be known. */
  error: number
}

/**
 * Variance of the balance between months beyond the sampling of answers, for each moment of change: a hard week moves
 * everybody. Estimated from neighbouring months, but for the step that is looked at, which is no noise, and drawn
 * towards what is usual among the questions looked at together, the more the fewer answers there are (empirical Bayes).
 */
export function monthlyNoise(histories: Wave[][]): (waves: Wave[]) => (since: number) => Noise {
  const known = histories.map(scatterOf).filter(({ steps }) => steps.length > enoughPairs)
  const usual = Math.max(0, middleOf(known.map(({ steps, spread }) => spread && mean(steps) / spread)))
  return (waves) => {
    const { steps, spread, sampled } = scatterOf(waves)
    const pairs = steps.length - 1
    if (pairs < enoughPairs) return () => ({ variance: least, error: 0 })
    const expected = usual * spread
    const ownError = errorOf(expected + sampled, pairs)
    const own = between ** 2 / (between ** 2 + ownError ** 2)
    const left = Math.sqrt(own + (1 - own) ** 2 / known.length)
    return (since) => {
      const other = (sumOf(steps) - (steps[since - 1] ?? 0)) / pairs
      const found = Math.max(0, own * other + (1 - own) * expected)
      return { variance: Math.max(least, found), error: left * errorOf(found + sampled, pairs) }
    }
  }
}

/** Of a variance estimated from the steps between neighbours, of which each month belongs to two. */
const errorOf = (variance: number, pairs: number): number => variance * Math.sqrt(3 / pairs)

/** What the months of one question show, each step from one to the next less what sampling explains. */
function scatterOf(waves: Wave[]): { steps: number[]; spread: number; sampled: number } {
  const months = waves.map(monthOf)
  return {
    steps: months.slice(1).map((month, n) => beyondSampling(months[n] ?? month, month)),
    spread: mean(months.map(({ spread }) => spread)),
    sampled: mean(months.map(({ spread, n }) => spread / n)),
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
function monthOf({ sum }: Wave): Month {
  const [low, high] = [worst(sum), best(sum)]
  const n = sizeOf(low)
  const balance = (balanceOf(low) + balanceOf(high)) / 2 / n
  return { n, balance, spread: Math.max(0, (outside(low) + outside(high)) / 2 / n - balance ** 2) }
}

const outside = ({ top, bottom }: Ends): number => top + bottom

const beyondSampling = (one: Month, next: Month): number =>
  ((next.balance - one.balance) ** 2 - one.spread / one.n - next.spread / next.n) / 2

const sumOf = (values: number[]): number => values.reduce((sum, one) => sum + one, 0)

const mean = (values: number[]): number => sumOf(values) / values.length

const middleOf = (values: number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
