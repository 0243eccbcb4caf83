import type { Code } from './exact-or-range.ts'
import type { Class } from './partition.ts'

/** Fewest and most people, both ends possible. */
export type Interval = [low: number, high: number]

/** What several classes say together about one question. */
export interface Sum {
  /** Answers in the classes that are shown. */
  n: number
  classes: number
  /** How many of the classes contribute; the others are not shown. */
  shown: number
  bands: Record<string, Interval>
  /** Answers by level, only where every contributing class is exact. */
  histogram?: number[]
}

/**
 * Adds codes up. A range of n people in band b is [n - 1, n] in b and [0, 1] in every other band; the ends of a
 * sum are the sums of the ends, and since classes do not depend on each other no tighter interval is true.
 * `bands` holds the band of each level.
 */
export function add(codes: Code[], bands: readonly string[]): Sum {
  const shown = codes.filter((code) => code.shown !== 'none')
  return {
    n: shown.reduce((sum, { n }) => sum + n, 0),
    classes: codes.length,
    shown: shown.length,
    bands: Object.fromEntries(
      Array.from(new Set(bands), (band) => [
        band,
        addIntervals(shown.map((code) => interval(code, band, bands))),
      ]),
    ),
    ...addHistograms(shown),
  }
}

type Shown = Exclude<Code, { shown: 'none' }>

function interval(code: Shown, band: string, bands: readonly string[]): Interval {
  if (code.shown === 'range') return code.band === band ? [code.n - 1, code.n] : [0, 1]
  const count = code.histogram.reduce((sum, people, level) => (bands[level] === band ? sum + people : sum), 0)
  return [count, count]
}

function addIntervals(intervals: Interval[]): Interval {
  return intervals.reduce(([low, high], next) => [low + next[0], high + next[1]], [0, 0])
}

function addHistograms(shown: Shown[]): { histogram?: number[] } {
  const histograms = shown.flatMap((code) => (code.shown === 'exact' ? [code.histogram] : []))
  const [first, ...others] = histograms
  if (!first || histograms.length < shown.length) return {}
  return { histogram: first.map((people, level) => others.reduce((sum, next) => sum + next[level]!, people)) }
}

/**
 * The classes that count towards a team: those in which every unit lies within it. The others count from the
 * lowest team that holds all of their units.
 */
export function classesWithin<Of extends Pick<Class, 'path'>>(team: string, classes: Of[]): Of[] {
  return classes.filter(({ path }) => path.includes(team))
}
