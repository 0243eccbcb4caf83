/** What counting has to know of a question; its words are not among it. */
export type AskedQuestion =
  | { kind: 'scale'; id: string; cut: string; bands: string[] }
  | { kind: 'grid'; id: string; cut: string; rows: string[] }
  | { kind: 'choice'; id: string; options: string[] }
  | { kind: 'attribute'; id: string; options: string[] }
  | { kind: 'remark'; id: string }

/** The bands of a row of a grid, which are its levels too. */
export const gridBands = ['helped', 'hurt'] as const

/** The bands of whether AI was used for a kind of work at all, which the same row tells. */
export const useBands = ['unused', 'used'] as const

export const isUse = (bands: readonly string[]): boolean => bands.includes('used')

/** What stands for one row of a grid: whether AI helped, and whether it was used. */
export const rowKeys = (question: string, row: string) => ({
  help: `${question}.${row}`,
  use: `${question}.${row}.used`,
})

/** What a round asked: everybody, and single units (by unit id) besides. */
export interface Asked {
  questions: AskedQuestion[]
  own: Record<string, AskedQuestion[]>
}
