import type { Code } from '../disclosure/exact-or-range.ts'
import type { SeatClass } from '../storage/schema/figure-imports.ts'
import { adoptionBands } from './adoption-bands.ts'

/** A class of seats, and the code that is shown of it, if one is. */
export type CodedBefore = SeatClass & { code?: Code }

/**
 * What was shown of a class of seats stays unless what would be shown now proves that at least `threshold` seats are
 * others or are used otherwise: two figures of one month that differ by one person's row would tell about that person.
 * It follows from the two codes alone, so that what stays tells no more than they would.
 */
export function replaces(before: Code | undefined, now: Code, threshold: number): boolean {
  if (!before) return true
  const [then, today] = [seatsIn(before, threshold), seatsIn(now, threshold)]
  return then.every((one) => today.every((other) => seatsApart(one, other) >= threshold))
}

type Seats = [inactive: number, active: number]

/** Every pair of counts that a code leaves open. */
function seatsIn(code: Code, threshold: number): Seats[] {
  if (code.shown === 'exact') return [[code.histogram[0] ?? 0, code.histogram[1] ?? 0]]
  if (code.shown === 'range')
    return [0, 1].map((others) => {
      const [most, rest] = [code.n - others, others]
      return code.band === adoptionBands[0] ? [most, rest] : [rest, most]
    })
  return Array.from({ length: threshold }, (_, inactive) =>
    Array.from({ length: threshold - inactive }, (_, active): Seats => [inactive, active]),
  ).flat()
}

/** How many people at least came, left, or were active where they had not been, between two counts. */
function seatsApart([inactive, active]: Seats, [otherInactive, otherActive]: Seats): number {
  const changes = [otherInactive - inactive, otherActive - active]
  const sumOf = (sign: 1 | -1) => changes.reduce((sum, one) => sum + Math.max(0, sign * one), 0)
  return Math.max(sumOf(1), sumOf(-1))
}
