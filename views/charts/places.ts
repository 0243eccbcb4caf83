/** Where the parts of a chart lie, in its own units. */
export interface Size {
  width: number
  left: number
  right: number
  panel: { top: number; bottom: number }
  strip: { top: number; bottom: number }
  /** Of the labels of marks: a character and a row, at the size of letters on a phone. */
  marks: { character: number; row: number }
}

export const sizes = {
  small: {
    width: 440,
    left: 44,
    right: 124,
    panel: { top: 10, bottom: 130 },
    strip: { top: 166, bottom: 194 },
    marks: { character: 6.2, row: 16 },
  },
  large: {
    width: 1080,
    left: 52,
    right: 230,
    panel: { top: 12, bottom: 232 },
    strip: { top: 284, bottom: 320 },
    marks: { character: 14, row: 28 },
  },
} satisfies Record<string, Size>

/** Along and up: from a month, and from a share. */
export type X = (month: string) => number
export type Y = (share: number) => number

/** A tenth of a unit is finer than any screen or printer. */
export const rounded = (length: number): number => Math.round(10 * length) / 10
