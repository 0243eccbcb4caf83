import type { Sum } from '../../disclosure/add.ts'

/** What one question's answers were in one round. */
export interface Wave {
  sum: Sum
  /** How many people the sum could have held; null where nobody knows. */
  invited: number | null
}

/** Answers at the good (or high) end of a question, at the other end, and between. */
export interface Ends {
  top: number
  middle: number
  bottom: number
}

const topBands = new Set(['favourable', 'high', 'helped'])
const bottomBands = new Set(['unfavourable', 'low', 'hurt'])

/** The least good answers the codes allow: everybody they leave open is at the bottom. */
export function worst(sum: Sum): Ends {
  const ends = certain(sum)
  return { ...ends, bottom: ends.bottom + open(sum, ends) }
}

/** The best answers the codes allow. */
export function best(sum: Sum): Ends {
  const ends = certain(sum)
  return { ...ends, top: ends.top + open(sum, ends) }
}

export const sizeOf = ({ top, middle, bottom }: Ends): number => top + middle + bottom

/** Answers at the top less those at the bottom. */
export const balanceOf = ({ top, bottom }: Ends): number => top - bottom

export const plus = (one: Ends, other: Ends): Ends => ({
  top: one.top + other.top,
  middle: one.middle + other.middle,
  bottom: one.bottom + other.bottom,
})

/** Upside down: what was good is bad. */
export const mirrored = ({ top, middle, bottom }: Ends): Ends => ({ top: bottom, middle, bottom: top })

function certain({ bands }: Sum): Ends {
  const ends = { top: 0, middle: 0, bottom: 0 }
  for (const [band, [low]] of Object.entries(bands))
    ends[topBands.has(band) ? 'top' : bottomBands.has(band) ? 'bottom' : 'middle'] += low
  return ends
}

/** Each range in a sum leaves one person open, who may be in any band. */
const open = ({ n }: Sum, ends: Ends): number => n - sizeOf(ends)
