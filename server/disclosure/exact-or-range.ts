/** All that is ever published of one class's answers to one question. */
export type Code =
  | { shown: 'exact'; n: number; histogram: number[] }
  | { shown: 'range'; n: number; band: string }
  | { shown: 'none' }

/**
 * The one fixed function of a class's answers to one question.
 * exact: the whole histogram, if at least two people are outside the most common band.
 * range: "all or all but one of n" in that band. none: fewer than `threshold` answers; then not even n.
 * `histogram` holds answers by level, `bands` the band of each level.
 */
export function code(histogram: number[], bands: readonly string[], threshold: number): Code {
  const n = total(histogram)
  if (n < threshold) return { shown: 'none' }
  const [band, most] = mostCommon(histogram, bands)
  return n - most >= 2 ? { shown: 'exact', n, histogram: [...histogram] } : { shown: 'range', n, band }
}

function mostCommon(histogram: number[], bands: readonly string[]): [string, number] {
  const inBand = Array.from(new Set(bands), (band): [string, number] => [
    band,
    total(histogram.filter((_, level) => bands[level] === band)),
  ])
  return inBand.reduce((most, next) => (next[1] > most[1] ? next : most))
}

const total = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0)
