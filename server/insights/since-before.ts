import { withParts, type Beside, type PublishedRound } from '../results/results.ts'
import type { Interval } from '../disclosure/add.ts'
import type { Reads } from '../storage/index.ts'
import { comparable, type Comparable } from './comparable.ts'
import { minus, seriesOf, type Series } from './series.ts'

/** How far a share went from one round to the next, as far as the same groups are shown in both. */
export interface Went {
  /** From -1 to 1, both ends possible. */
  by: Interval
  from: Interval
  to: Interval
  partly: Comparable['partly']
}

/** What a round says of groups beside each other, by group and question. */
export interface RoundBeside {
  round: PublishedRound
  found: Map<string, Map<string, Beside>>
}

/** By group and question; what cannot be compared is left out. */
export async function wentSince(
  read: Reads,
  before: RoundBeside,
  now: RoundBeside,
  groups: string[],
): Promise<Map<string, Map<string, Went>>> {
  const went = new Map<string, Map<string, Went>>()
  for (const group of groups) {
    const both = [before, now].map((one) => ({
      round: one.round,
      response: null,
      items: itemsOf(one, group),
    }))
    const history = both.some(({ items }) => items.some(isPartly)) ? await withParts(read, both, group) : both
    const own = new Map<string, Went>()
    for (const series of seriesOf(history)) {
      const found = compared(series, now.round)
      if (found) own.set(series.key, found)
    }
    went.set(group, own)
  }
  return went
}

const itemsOf = ({ round, found }: RoundBeside, group: string) =>
  round.items.flatMap((item) => {
    const beside = found.get(group)?.get(item.key)
    return beside ? [{ ...item, sum: beside.sum, pooledAs: beside.pooledAs }] : []
  })

/** Only then is there anything to choose from. */
const isPartly = ({ sum }: { sum: Beside['sum'] }): boolean => sum.shown > 0 && sum.shown < sum.classes

function compared(series: Series, { id, month }: PublishedRound): Went | null {
  const found = comparable(series, month)
  const [from, to] = found?.points ?? []
  if (!found || !from || to?.roundId !== id) return null
  return { by: minus(to.share, from.share), from: from.share, to: to.share, partly: found.partly }
}
