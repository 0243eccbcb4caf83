/** What counting has to know of a question; its words are not among it. */
export type AskedQuestion =
  | { kind: 'scale'; id: string; cut: string; bands: string[] }
  | { kind: 'grid'; id: string; cut: string; rows: string[] }
  | { kind: 'choice'; id: string; options: string[] }
  | { kind: 'attribute'; id: string; options: string[] }
  | { kind: 'remark'; id: string }

/** The bands of a row of a grid, which are its levels too. */
export const gridBands = ['helped', 'hurt'] as const

/** What a round asked: everybody, and single units (by unit id) besides. */
export interface Asked {
  questions: AskedQuestion[]
  own: Record<string, AskedQuestion[]>
}
