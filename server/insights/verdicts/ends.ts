import type { Interval, Sum } from '../../disclosure/add.ts'

/** Answers at the good (or high) end of a question, at the other end, and between. */
export interface Ends {
  top: number
  middle: number
  bottom: number
}

const topBands = new Set(['favourable', 'high', 'helped'])
const bottomBands = new Set(['unfavourable', 'low', 'hurt'])

/** Share of the answers that are favourable, high or helped: 0 to 1, both ends possible; null where nothing is shown. */
export function favourable(sum: Sum): Interval | null {
  if (sum.n === 0) return null
  return [worst(sum).top / sum.n, best(sum).top / sum.n]
}

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
