import { isUse } from './asked.ts'
import { code, type Code } from './exact-or-range.ts'
import type { Class, Partition } from './partition.ts'
import type { Item } from './items.ts'

/** The answers of one class to one question, or to one row of a grid. Not to be published: `code` comes first. */
export interface Cell {
  /** `question`, or `question.row` in a grid. */
  question: string
  cut: string
  /** Id of the class. */
  class: string
  /** The band of each level. */
  bands: readonly string[]
  /** Answers by level. */
  histogram: number[]
}

export function cellsOf({ key, cut, bands, counts }: Item, classes: Class[]): Cell[] {
  return classes.map(({ id, members }) => {
    const histograms = members.flatMap((part) => [counts.get(part) ?? []])
    const histogram = bands.map((_, level) =>
      histograms.reduce((sum, people) => sum + (people[level] ?? 0), 0),
    )
    return { question: key, cut, class: id, bands, histogram }
  })
}

/**
 * A unit's own questions are shown only where it is a class by itself. In a class with neighbours the number of
 * its own answers would tell how many of the neighbours took part.
 */
export function standsAlone(unit: string, partition: Partition): Class[] {
  return (partition.get('unit') ?? []).filter(({ members }) => members.length === 1 && members[0] === unit)
}

/**
 * What is published of a cell. How many used AI for a kind of work stands beside the code of whether it helped, whose n
 * is the number of those who did. A range of all who answered would tell, with that n, whether anybody did not: so one
 * person alone who did not use it is left out, and the range is of those who did.
 */
export function codeOf({ bands, histogram }: Pick<Cell, 'bands' | 'histogram'>, threshold: number): Code {
  const [unused = 0, used = 0] = histogram
  return code(isUse(bands) && unused < 2 ? [0, used] : histogram, bands, threshold)
}
