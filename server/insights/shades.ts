import type { Item, PublishedRound } from '../results/results.ts'
import type { Interval } from '../disclosure/add.ts'
import { shareOf, toldBand } from './series.ts'
import type { RoundBeside, Went } from './since-before.ts'

/** One field of a map. Shares go from 0 to 1; they are null where nothing is shown. */
export interface Shade {
  share: Interval | null
  n: number
  pooledAs: string | null
  /** Since the round before; null where nothing can be compared, and where nobody asks. */
  went: Went | null
}

export interface Row {
  id: string
  /** Names, outermost first; the page indents by them. */
  path: readonly string[]
  shades: (Shade | null)[]
}

/** Groups by questions. */
export interface ShareTable {
  items: Item[]
  rows: Row[]
}

/** The round looked at, and the one before it where what changed is looked at. */
export interface RoundsShown {
  round: PublishedRound
  before: PublishedRound | null
}

/** More than anybody compares at once. */
export const rowsAtOnce = 60

export const shadesOf = (
  { found }: RoundBeside,
  items: Item[],
  group: string,
  went: Map<string, Map<string, Went>> | null,
): (Shade | null)[] =>
  items.map(({ key, bands }) => {
    const beside = found.get(group)?.get(key)
    if (!beside) return null
    const { sum, pooledAs } = beside
    const share = shareOf(sum, toldBand(bands))
    return { share, n: sum.n, pooledAs, went: went?.get(group)?.get(key) ?? null }
  })

export const keysOf = (items: Item[]): string[] => items.map(({ key }) => key)
