import type { Interval } from './figures.ts'

interface Item {
  key: string
  row: string | null
  bands: string[]
  question: { id: string; text: { en: { question: string; name?: string; rows?: Record<string, string> } } }
}

/** One field: a share, and how far it went since the round before where that is shown. */
export interface Shade {
  share: Interval | null
  n: number
  pooledAs: string | null
  went: { by: Interval; from: Interval; to: Interval; partly: { groups: number; of: number } | null } | null
}

/** Groups by questions. */
export interface ShareTable {
  items: Item[]
  rows: { id: string; path: readonly string[]; shades: (Shade | null)[] }[]
}

export const isAmount = ({ bands }: Item): boolean => bands.includes('high')

/** Whether AI was used for a kind of work, and not whether it helped. */
export const isUse = ({ bands }: Item): boolean => bands.includes('used')

/** The columns of which this holds; rows without a figure in them are left out. */
export function columnsWhere({ items, rows }: ShareTable, holds: (item: Item) => boolean): ShareTable {
  const kept = items.map(holds)
  const some = rows.map(({ shades, ...row }) => ({ ...row, shades: shades.filter((_, n) => kept[n]) }))
  return {
    items: items.filter(holds),
    rows: some.filter(({ shades }) => shades.some((shade) => shade !== null)),
  }
}

export const hasAmounts = ({ items }: ShareTable): boolean => items.some(isAmount)
