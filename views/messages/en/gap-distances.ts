import { percent, points, type Interval } from './shares.ts'

/** The same as it was half a year before, or longer; null where that cannot be compared. */
export type Before = { share: Interval; month: string } | null

/** A range of a few points is told as if it were none. */
const narrow = 5

/** 1 where the first is certainly more, -1 where the second is; 0 where they are level, or a range leaves it open. */
export const way = ([low, high]: Interval): -1 | 0 | 1 => (percent(low) > 0 ? 1 : percent(high) < 0 ? -1 : 0)

export const turned = ([low, high]: Interval): Interval => [-high, -low]

const less = (one: Interval, other: Interval): Interval => [one[0] - other[1], one[1] - other[0]]

export const isNarrow = ([low, high]: Interval): boolean => percent(high) - percent(low) <= narrow

export const isNothing = ([low, high]: Interval): boolean => percent(low) === 0 && percent(high) === 0

/** "60 points apart"; where the second is ahead, or both ways are to be told, who is. */
function apart(gap: Interval, [first, second]: [string, string], bothWays = false): string {
  const ahead = way(gap)
  if (ahead > 0) return `${points(gap)} apart${bothWays ? `, with ${first} ahead` : ''}`
  if (ahead < 0) return `${points(turned(gap))} apart, with ${second} ahead`
  if (isNothing(gap)) return 'level'
  return isNarrow(gap) ? 'about level' : 'a range leaves open which is ahead'
}

/** "12 more than in May 2026", "as in May 2026". */
export function compared(
  now: Interval,
  then: Interval,
  month: string,
  unit = (by: Interval) => points(by),
): string {
  const by = less(now, then)
  if (way(by) > 0) return `${unit(by)} more than in ${month}`
  if (way(by) < 0) return `${unit(turned(by))} fewer than in ${month}`
  if (isNothing(by)) return `as in ${month}`
  return isNarrow(by) ? `about as in ${month}` : `and a range leaves open whether more than in ${month}`
}

const bare = (by: Interval): string => points(by).replace(/ points?$/, '')

export function difference(gap: Interval, before: Before, names: [string, string]): string {
  const now = apart(gap, names)
  if (!before) return now
  const [ahead, aheadBefore] = [way(gap), way(before.share)]
  if (ahead === 0 || ahead !== aheadBefore)
    return `${now}; in ${before.month}, ${apart(before.share, names, true)}`
  const [wide, wideBefore] = ahead > 0 ? [gap, before.share] : [turned(gap), turned(before.share)]
  return `${now}, ${compared(wide, wideBefore, before.month, bare)}`
}
