import { balanceOf, mirrored, plus, sizeOf, type Ends } from './ends.ts'
import { upperQuantile } from './normal.ts'
import { chanceOfRise } from './permutation.ts'
import type { History, Scatter, Stretch } from './stretch.ts'

/** A moment of change: the months since against months before. */
export interface Step {
  /** Index of the first wave after it. */
  since: number
  before: Stretch
  after: Stretch
  /** In standard deviations, at the least that the ranges allow: above 0 a rise, under 0 a fall. */
  z: number
}

/** The clearest moment of change of a history of two months or more, over every moment there is. */
export function clearestStep(history: History): Step {
  let clearest = step(history, 1, history.parted(1), nearly)
  for (let since = 2; since < history.length; since++) {
    const one = step(history, since, history.parted(since), nearly)
    if (Math.abs(one.z) > Math.abs(clearest.z)) clearest = one
  }
  const { since } = clearest
  return clearest.z === 0 ? clearest : step(history, since, history.parted(since), exactly)
}

/** The last month against the one before it alone. */
export function latestStep(history: History): Step {
  const since = history.length - 1
  return step(history, since, history.neighbours(since), exactly)
}

type Measure = (before: Ends, after: Ends, scatter: Scatter) => number

/** However the ranges are read: for a rise everybody they leave open is at the top before it, and at the bottom after it. */
function step(
  history: History,
  since: number,
  [before, after]: [before: Stretch, after: Stretch],
  measure: Measure,
): Step {
  const scatter = history.scatter(since, before, after)
  const rise = measure(before.best, after.worst, scatter)
  const fall = measure(mirrored(before.worst), mirrored(after.best), scatter)
  return { since, before, after, z: rise >= fall ? rise : -fall }
}

/** The difference of balances in standard deviations, by the normal distribution; 0 where it is no rise. */
function nearly(before: Ends, after: Ends, { left, months }: Scatter): number {
  const [earlier, later] = [sizeOf(before), sizeOf(after)]
  const difference = balanceOf(after) / later - balanceOf(before) / earlier
  const continuity = (1 / earlier + 1 / later) / 2
  return Math.max(0, difference - continuity) / Math.sqrt(sampling(before, after) * left + months)
}

/** The same by the exact chance of such a deal of the answers, and as Student's t for what months scatter by besides. */
function exactly(before: Ends, after: Ends, { left, months, error }: Scatter): number {
  const chance = chanceOfRise(before, after)
  if (chance >= 0.5) return 0
  const sampled = sampling(before, after)
  const variance = sampled * left + months
  const t = upperQuantile(chance) * Math.sqrt(sampled / variance)
  return error === 0 ? t : asNormal(t, 2 * (variance / error) ** 2)
}

/** Wallace (1959): the standard normal value with the chance of a t of so many degrees of freedom. */
const asNormal = (t: number, freedom: number): number =>
  (Math.sqrt(freedom * Math.log1p(t ** 2 / freedom)) * (8 * freedom + 1)) / (8 * freedom + 3)

/** Variance of a difference of two mean balances of answers that are dealt out at random. */
function sampling(before: Ends, after: Ends): number {
  const all = plus(before, after)
  const n = sizeOf(all)
  const spread = (all.top + all.bottom) / n - (balanceOf(all) / n) ** 2
  return spread * (1 / sizeOf(before) + 1 / sizeOf(after))
}
