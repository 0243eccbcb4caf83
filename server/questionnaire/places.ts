import type { Place, Question } from '../storage/schema/questions.ts'
import { library } from './library.ts'
import { pulse } from './pulse.ts'
import { turns } from './rotating.ts'
import { safety } from './safety.ts'

/** Where a question is asked; `turn` is 1 to 3 for what rotates, null for all else. */
export interface Placed {
  place: Place
  turn: number | null
}

/** As a new installation begins: in the order they are asked. */
export const usualPlaces: (Placed & { question: Question })[] = [
  ...pulse.map((question) => ({ question, place: 'core' as const, turn: null })),
  ...turns.flatMap((asked, n) =>
    asked.map((question) => ({ question, place: 'rotating' as const, turn: n + 1 })),
  ),
  ...safety.map((question) => ({ question, place: 'quarterly' as const, turn: null })),
  ...library.map((question) => ({ question, place: 'library' as const, turn: null })),
]
