/**
 * The part of the variance of banded answers that stays with the person from one month to the next. Single questions
 * about stress agreed with themselves at 0.66 to 0.74 over three months (Littman et al. 2006); three bands weaken
 * that, one-sided questions more. Why 0.25: docs/decisions/verdicts.md.
 */
export const persistence = 0.25

/** How many answered in a wave, and of how many; null where nobody knows. */
export interface Turnout {
  n: number
  invited: number | null
}

/**
 * Finite-population correction: what is left of the variance of a change, 1 = all of it. Counts only those who must
 * have answered in both waves, whoever they were, if the people invited were the same.
 */
export function varianceLeft(earlier: Turnout, later: Turnout): number {
  if (earlier.invited === null || later.invited === null) return 1
  const answers = earlier.n + later.n
  const people = Math.max(earlier.invited, later.invited, earlier.n, later.n)
  return 1 - (persistence * 2 * Math.max(0, answers - people)) / answers
}
