import { plural } from './wording.ts'

export type Interval = [low: number, high: number]

export const percent = (share: number) => Math.round(100 * share)

/** "61 %", or "54 to 61 %" where a range leaves it open. */
export const share = ([low, high]: Interval): string =>
  percent(low) === percent(high) ? `${percent(low)}\u00a0%` : `${percent(low)} to ${percent(high)}\u00a0%`

/** "61", or "54–61". */
export const field = ([low, high]: Interval): string =>
  percent(low) === percent(high) ? `${percent(low)}` : `${percent(low)}\u2013${percent(high)}`

/** "8 % more", "8 % less", "unchanged". */
export const relative = ([change]: Interval): string => {
  const rounded = percent(Math.abs(change))
  return rounded === 0 ? 'unchanged' : `${rounded} % ${change > 0 ? 'more' : 'less'}`
}

export const points = ([low, high]: Interval): string => {
  const [a, b] = [percent(low), percent(high)]
  return a === b ? plural(a, 'point', 'points') : `${a} to ${b} points`
}
