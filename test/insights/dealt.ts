import { add, type Sum } from '../../server/disclosure/add.ts'
import type { Code } from '../../server/disclosure/exact-or-range.ts'
import type { Ends } from '../../server/insights/verdicts/ends.ts'
import { bands } from '../publishing/company.ts'

/** The one-sided chance again, by dealing the answers out in every possible way. */
export function dealtEveryWay(earlier: Ends, later: Ends): number {
  const scores = [...scored(earlier), ...scored(later)]
  const size = scored(later).length
  const balance = later.top - later.bottom
  let [ways, asGood] = [0, 0]
  const deal = (from: number, left: number, sum: number) => {
    if (left === 0) {
      ways++
      if (sum >= balance) asGood++
      return
    }
    for (let place = from; place <= scores.length - left; place++)
      deal(place + 1, left - 1, sum + scores[place]!)
  }
  deal(0, size, 0)
  return asGood / ways
}

const scored = ({ top, middle, bottom }: Ends): number[] => [
  ...Array.from({ length: top }, () => 1),
  ...Array.from({ length: middle }, () => 0),
  ...Array.from({ length: bottom }, () => -1),
]

/** A sum that says all. */
export const known = ({ top, middle, bottom }: Ends): Sum => ({
  n: top + middle + bottom,
  classes: 1,
  shown: 1,
  bands: { favourable: [top, top], neutral: [middle, middle], unfavourable: [bottom, bottom] },
})

export const oneClass = (code: Code): Sum => add([code], bands)
