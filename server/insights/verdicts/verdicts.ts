import type { Interval, Sum } from '../../disclosure/add.ts'
import { chanceOfChange } from './change.ts'
import { best, favourable, mirrored, worst } from './ends.ts'
import { holm } from './holm.ts'
import { varianceLeft } from './same-people.ts'
import { chanceOfAlike } from './steadiness.ts'

/** What one question's answers were in one round. */
export interface Wave {
  sum: Sum
  /** How many people the sum could have held; null where nobody knows. */
  invited: number | null
}

/** The same question, in the same version, of the same team, in two rounds. */
export interface Comparison {
  from: Wave
  to: Wave
}

export interface Verdict {
  /** Rising is towards favourable, high or helped. */
  verdict: 'rising' | 'steady' | 'falling' | 'too few to tell'
  /** The chance of such a change, either way, if nothing had changed: at most this, whatever the ranges hide. */
  p: number
  /** p after looking at all of the comparisons. */
  adjustedP: number
  /** Share favourable, high or helped, 0 to 1; null where nothing is shown. */
  share: { from: Interval | null; to: Interval | null }
  n: [from: number, to: number]
}

/**
 * One verdict for each comparison, for all that one page looks at together: the chance that any of them is called
 * rising or falling though nothing changed is at most `level`, and so is the chance that any is called steady though
 * an end of its scale moved by the margin.
 */
export function verdicts(comparisons: Comparison[], level = 0.05): Verdict[] {
  const tests = comparisons.map(test)
  const changed = holm(tests.map((test) => test && test.change))
  const alike = holm(tests.map((test) => test && test.alike))
  return comparisons.map(({ from, to }, index) => ({
    verdict: inWords(changed[index]! <= level, tests[index]?.rises ?? false, alike[index]! <= level),
    p: tests[index]?.change ?? 1,
    adjustedP: changed[index]!,
    share: { from: favourable(from.sum), to: favourable(to.sum) },
    n: [from.sum.n, to.sum.n],
  }))
}

interface Test {
  rises: boolean
  change: number
  alike: number
}

/** Null where one of the waves shows nothing. */
function test({ from, to }: Comparison): Test | null {
  if (from.sum.n === 0 || to.sum.n === 0) return null
  const left = varianceLeft({ n: from.sum.n, invited: from.invited }, { n: to.sum.n, invited: to.invited })
  const rise = chanceOfChange(best(from.sum), worst(to.sum), left)
  const fall = chanceOfChange(mirrored(worst(from.sum)), mirrored(best(to.sum)), left)
  return { rises: rise < fall, change: Math.min(rise, fall), alike: chanceOfAlike(from.sum, to.sum, left) }
}

function inWords(changes: boolean, rises: boolean, alike: boolean): Verdict['verdict'] {
  if (changes) return rises ? 'rising' : 'falling'
  return alike ? 'steady' : 'too few to tell'
}
