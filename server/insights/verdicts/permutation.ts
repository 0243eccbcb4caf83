import { binomial } from './binomial.ts'
import { sizeOf, type Ends } from './ends.ts'
import { upperTail } from './normal.ts'

/** Above this many answers in the smaller wave the normal distribution stands in for the exact one. */
const exactUpTo = 2000

/**
 * The chance that the later wave has at least as many more at the top than at the bottom as it has, were the answers
 * of both waves dealt out to them at random: a one-sided exact permutation test of an ordered 2 x 3 table, scored
 * -1, 0, 1. Never grows when an answer of the later wave moves up or one of the earlier wave down.
 */
export function chanceOfRise(earlier: Ends, later: Ends): number {
  return Math.min(sizeOf(earlier), sizeOf(later)) > exactUpTo
    ? approximateChance(earlier, later)
    : exactChance(earlier, later)
}

export function exactChance(earlier: Ends, later: Ends): number {
  const dealt = sizeOf(later)
  const all = sizeOf(earlier) + dealt
  const share = dealt / all
  const least = later.top - later.bottom
  // If each answer fell to the later wave independently, and as many did as answered, any deal would be as likely.
  const tops = binomial(earlier.top + later.top, share)
  const middles = binomial(earlier.middle + later.middle, share)
  const bottoms = binomial(earlier.bottom + later.bottom, share)
  const [firstTop, lastTop] = possible(tops)
  const [firstBottom, lastBottom] = possible(bottoms)
  let chance = 0
  for (let top = firstTop; top <= lastTop; top++) {
    const fewest = Math.max(firstBottom, dealt - top - (middles.length - 1))
    const most = Math.min(lastBottom, dealt - top, top - least)
    let rest = 0
    for (let bottom = fewest; bottom <= most; bottom++)
      rest += chanceOf(bottoms, bottom) * chanceOf(middles, dealt - top - bottom)
    chance += chanceOf(tops, top) * rest
  }
  return Math.min(1, chance / chanceOf(binomial(all, share), dealt))
}

/** With the variance of a sum drawn without replacement, ties in it, and half of what the balance moves by at least. */
export function approximateChance(earlier: Ends, later: Ends): number {
  const [before, after] = [sizeOf(earlier), sizeOf(later)]
  const all = before + after
  const [top, bottom] = [earlier.top + later.top, earlier.bottom + later.bottom]
  const spread = top + bottom - (top - bottom) ** 2 / all
  const step = top + bottom === all ? 2 : 1
  const above = later.top - later.bottom - step / 2 - (after * (top - bottom)) / all
  if (above <= 0) return 1
  return upperTail(above / Math.sqrt((before * after * spread) / (all * (all - 1))))
}

/** What lies beyond the ends cannot be. */
const chanceOf = (chances: Float64Array, k: number): number => chances[k] ?? 0

function possible(chances: Float64Array): [first: number, last: number] {
  let [first, last] = [0, chances.length - 1]
  while (chances[first] === 0) first++
  while (chances[last] === 0) last--
  return [first, last]
}
