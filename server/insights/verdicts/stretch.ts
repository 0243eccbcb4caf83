import { best, plus, worst, type Ends, type Wave } from './ends.ts'
import type { Noise } from './noise.ts'
import { varianceLeft } from './same-people.ts'

/** Some months in a row, as one. */
export interface Stretch {
  /** The least and the most good its answers may be. */
  worst: Ends
  best: Ends
  months: number
}

/** What the difference of two stretches scatters by. */
export interface Scatter {
  /** The part of the variance of sampling that is left, as people answer again. */
  left: number
  /** Variance of the difference of balances between months, beyond the sampling of answers. */
  months: number
  /** Its standard error. */
  error: number
}

/** A history of one question, oldest wave first, as it can be parted before and after a moment. */
export class History {
  readonly length: number
  readonly #months: Stretch[]
  readonly #upTo: Stretch[]
  readonly #from: Stretch[]
  readonly #left: number
  readonly #noise: (since: number) => Noise

  constructor(waves: Wave[], noise: (since: number) => Noise) {
    this.length = waves.length
    this.#months = waves.map(({ sum }) => ({ worst: worst(sum), best: best(sum), months: 1 }))
    this.#upTo = runningSums(this.#months)
    this.#from = runningSums(this.#months.toReversed()).toReversed()
    this.#left = leftOf(waves)
    this.#noise = noise
  }

  get latest(): Stretch {
    return at(this.#months, this.length - 1)
  }

  /** All months before one, and all from it on. */
  parted(since: number): [before: Stretch, after: Stretch] {
    return [at(this.#upTo, since - 1), at(this.#from, since)]
  }

  /** One month and the one before it. */
  neighbours(since: number): [before: Stretch, after: Stretch] {
    return [at(this.#months, since - 1), at(this.#months, since)]
  }

  scatter(since: number, before: Stretch, after: Stretch): Scatter {
    const { variance, error } = this.#noise(since)
    const parts = 1 / before.months + 1 / after.months
    return { left: this.#left, months: variance * parts, error: error * parts }
  }
}

function runningSums(months: Stretch[]): Stretch[] {
  const sums: Stretch[] = []
  for (const month of months) {
    const before = sums.at(-1)
    sums.push(before ? joined(before, month) : month)
  }
  return sums
}

const joined = (one: Stretch, other: Stretch): Stretch => ({
  worst: plus(one.worst, other.worst),
  best: plus(one.best, other.best),
  months: one.months + other.months,
})

function at(stretches: Stretch[], index: number): Stretch {
  const found = stretches[index]
  if (!found) throw new RangeError(`no month ${index}`)
  return found
}

/** As of two typical months of it. */
function leftOf(waves: Wave[]): number {
  const n = waves.reduce((sum, wave) => sum + wave.sum.n, 0) / waves.length
  const invited = waves.map((wave) => wave.invited)
  const turnout = { n, invited: invited.includes(null) ? null : Math.max(...invited.map(Number)) }
  return varianceLeft(turnout, turnout)
}
