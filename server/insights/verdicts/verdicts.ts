import type { Interval } from '../../disclosure/add.ts'
import { sizeOf, type Wave } from './ends.ts'
import { monthlyNoise } from './noise.ts'
import { upperQuantile } from './normal.ts'
import { chanceOfAlike } from './steadiness.ts'
import { clearestStep, latestStep, type Step } from './step.ts'
import { History, type Stretch } from './stretch.ts'

export type Word = 'rising' | 'leans up' | 'steady' | 'no more than chance' | 'leans down' | 'falling'

/** Months compared with months before them. */
export interface Verdict {
  /** Up is towards favourable, high or helped. */
  word: Word
  /** Index of the first wave after the change. */
  since: number
  /** Shares favourable, high or helped before and after, 0 to 1. */
  from: Interval
  to: Interval
  /** Answers before and after. */
  n: [before: number, after: number]
  /** How clear it is, in standard deviations; under 0 downwards. */
  z: number
}

export interface Judgement {
  /** The clearest change that lasts until now. */
  lasting: Verdict
  /** Against the round before alone. */
  latest: Verdict
}

/**
 * False words promised: of teams that are judged every month for a year, at most so many are told anything is rising
 * or falling though nothing changed (docs/verdicts.md).
 */
export const yearly = { lasting: 0.045, latest: 0.005 }
/** Twelve looks at histories that overlap, each over every moment, count as so many by themselves: by simulation. */
const looksOfYear = { lasting: 3.5, latest: 12 }
/** What may be chance: one question in a hundred, in one look at one moment. */
const leaning = upperQuantile(0.01 / 2)
/** Chance of calling something steady that has moved by the margin, over all questions of a page. */
const steadily = 0.05

/**
 * What became of each question, for all that are looked at together in a month; null for a history of a single month.
 * Each history holds the months that can be compared, oldest first.
 */
export function judge(histories: Wave[][]): (Judgement | null)[] {
  const questions = histories.filter((waves) => waves.length > 1).length
  const noiseOf = monthlyNoise(histories)
  return histories.map((waves) => {
    if (waves.length < 2) return null
    const history = new History(waves, noiseOf(waves))
    const lasting = clearestStep(history)
    return {
      lasting: worded(history, lasting, neededFor('lasting', questions), steadily / questions),
      latest: worded(history, latestStep(history), neededFor('latest', questions), null),
    }
  })
}

/** Standard deviations, in both directions together. */
const neededFor = (look: keyof typeof yearly, questions: number): number =>
  upperQuantile(yearly[look] / (2 * questions * looksOfYear[look]))

function worded(history: History, step: Step, needed: number, steady: number | null): Verdict {
  const { since, before, after, z } = step
  const [from, to] = [shareOf(before), shareOf(after)]
  const moved = middle(to) - middle(from)
  const still = middle(shareOf(history.latest)) - middle(from)
  // What is told is the share at the good end: no word may say otherwise than the shares beside it, and what has gone
  // back by half or more does not last.
  const goes = moved * z > 0 && still / moved > 0.5 ? Math.abs(z) : 0
  const word = (): Word => {
    if (goes >= needed) return z > 0 ? 'rising' : 'falling'
    if (goes >= leaning) return z > 0 ? 'leans up' : 'leans down'
    return steady !== null && isSteady(history, steady) ? 'steady' : 'no more than chance'
  }
  return {
    word: word(),
    since,
    from,
    to,
    n: [sizeOf(before.best), sizeOf(after.best)],
    z,
  }
}

const shareOf = ({ worst, best }: Stretch): Interval => [worst.top / sizeOf(worst), best.top / sizeOf(best)]

const middle = ([low, high]: Interval): number => (low + high) / 2

/** The last months against all before them. */
const latestMonths = 3

function isSteady(history: History, level: number): boolean {
  const since = history.length - latestMonths
  if (since < 1) return false
  const [before, after] = history.parted(since)
  return chanceOfAlike(before, after, history.scatter(since, before, after)) <= level
}
