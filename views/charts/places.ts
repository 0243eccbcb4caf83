/** Where the parts of a chart lie, in its own units; a small one is as wide as a phone. */
export interface Size {
  width: number
  left: number
  right: number
  panel: { top: number; bottom: number }
  strip: { top: number; bottom: number }
  /** Whether a line is named beside its end, or above it, and the lower below, where there is no room beside. */
  named: 'beside' | 'above'
  /** Of the labels of marks: a character and a row. */
  marks: { character: number; row: number }
}

export const sizes = {
  small: {
    width: 320,
    left: 46,
    right: 6,
    panel: { top: 20, bottom: 150 },
    strip: { top: 190, bottom: 216 },
    named: 'above',
    marks: { character: 6.4, row: 16 },
  },
  large: {
    width: 1080,
    left: 52,
    right: 230,
    panel: { top: 12, bottom: 232 },
    strip: { top: 284, bottom: 320 },
    named: 'beside',
    marks: { character: 8, row: 22 },
  },
} satisfies Record<string, Size>

/** Along and up: from a month, and from a share. */
export type X = (month: string) => number
export type Y = (share: number) => number

/** Where a line ends and its name begins. */
export const naming = ({ named, width, right }: Size, at: number, below = false) =>
  named === 'beside'
    ? { x: width - right + 12, y: rounded(at + 4) }
    : { x: width - right, y: rounded(at + (below ? 18 : -9)), 'text-anchor': 'end' as const }

/** A tenth of a unit is finer than any screen or printer. */
export const rounded = (length: number): number => Math.round(10 * length) / 10
