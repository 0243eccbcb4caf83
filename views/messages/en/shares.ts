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

/** "61 %", "≈ 7 %" or "under 5 %" for what is a few people wide, "69–77 %" for what is wider. */
export const about = ([low, high]: Interval): string => {
  const [a, b] = [percent(low), percent(high)]
  if (a === b) return `${a}\u00a0%`
  if (b < 5) return 'under 5\u00a0%'
  return b - a <= 5 ? `\u2248\u00a0${Math.round((a + b) / 2)}\u00a0%` : `${a}\u2013${b}\u00a0%`
}

const plusMinus = (whole: number): string =>
  whole === 0 ? '0' : `${whole > 0 ? '+' : '\u2212'}${Math.abs(whole)}`

/** "+14", "−3", "0": points by which a share went, as the middle of what is possible. */
export const signed = ([low, high]: Interval): string => plusMinus(percent((low + high) / 2))

/** "+14", "≈ +7" for what is a few people wide, "−3 to +8" for what is wider or may have gone either way. */
export const went = ([low, high]: Interval): string => {
  const [a, b] = [percent(low), percent(high)]
  if (a === b) return plusMinus(a)
  const isOneWay = a > 0 || b < 0
  return isOneWay && b - a <= 5
    ? `\u2248\u00a0${signed([low, high])}`
    : `${plusMinus(a)}\u00a0to\u00a0${plusMinus(b)}`
}
