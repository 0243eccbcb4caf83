import type { Question } from '../storage/schema/questions.ts'
import type { Placed } from './places.ts'

interface Entry extends Placed {
  question: Pick<Question, 'id'>
  retired: boolean
}

/** Months (YYYY-MM) in which questions were last asked, by id; what was never asked is absent. */
export type LastAsked = ReadonlyMap<string, string>

/** What a month asks besides the core. */
export interface Month {
  /** Null where nothing rotates. */
  turn: number | null
  quarterly: boolean
}

export const turnNumbers = [1, 2, 3]
export const mostInTurn = 4

/** The turn that has waited longest; never asked is longest of all, ties go by number, and empty turns are passed over. */
export function nextTurn(bank: Entry[], lastAsked: LastAsked): number | null {
  const waiting = turnNumbers
    .filter((turn) => inTurn(bank, turn).length > 0)
    .map((turn) => ({ turn, last: lastOf(inTurn(bank, turn), lastAsked) }))
  const [first] = waiting.toSorted((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : a.turn - b.turn))
  return first?.turn ?? null
}

/** Those that can be asked. */
export const inTurn = <Of extends Entry>(bank: Of[], turn: number): Of[] =>
  bank.filter((entry) => entry.place === 'rotating' && entry.turn === turn && !entry.retired)

const lastOf = (entries: Entry[], lastAsked: LastAsked): string =>
  entries.map(({ question }) => lastAsked.get(question.id) ?? '').reduce((a, b) => (a > b ? a : b), '')

/**
 * What rotates into the rounds of the months to come, as long as nothing is moved, left out or asked besides.
 * `chosen` holds the ids that somebody chose for a month by hand.
 */
export function rotatingAhead<Of extends Entry>(
  bank: Of[],
  lastAsked: LastAsked,
  months: string[],
  chosen: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): Of[][] {
  const asked = new Map(lastAsked)
  return months.map((month) => {
    const byHand = chosen.get(month)
    const turn = nextTurn(bank, asked)
    const rotating = bank.filter((entry) =>
      byHand
        ? entry.place === 'rotating' && byHand.has(entry.question.id)
        : isAsked(entry, { turn, quarterly: false }) && entry.place === 'rotating',
    )
    for (const { question } of rotating) asked.set(question.id, month)
    return rotating
  })
}

export function isAsked({ place, turn, retired }: Placed & { retired: boolean }, month: Month): boolean {
  if (retired) return false
  if (place === 'rotating') return turn === month.turn
  return place === 'core' || (place === 'quarterly' && month.quarterly)
}
