import { sizeOf, type Ends } from './ends.ts'
import { chanceOfRise } from './permutation.ts'
import { corrected } from './same-people.ts'

/**
 * The chance of such a rise, or as large a fall, if nothing had changed; 1 unless it is a rise at all. `variance` is
 * the part of it that is left (same-people.ts).
 */
export function chanceOfChange(earlier: Ends, later: Ends, variance: number): number {
  if (balance(later) * sizeOf(earlier) <= balance(earlier) * sizeOf(later)) return 1
  return Math.min(1, 2 * corrected(chanceOfRise(earlier, later), variance))
}

const balance = ({ top, bottom }: Ends): number => top - bottom
