import { recovered, showing, troubled } from './company.ts'

/** How far on the way from `begin` to `end`, from 0 to 1. */
const between = (begin: number, end: number) => (t: number) =>
  Math.min(1, Math.max(0, (t - begin) / (end - begin)))

export const decline = between(0.3, 0.9)
const dip = (t: number) => between(0.1, 0.3)(t) - between(0.4, 0.6)(t)
const recovery = between(0.5, 0.9)
export const parade = between(0.1, 0.8)

/** What is different in one team. */
export const turns: Record<string, Record<string, (t: number) => number>> = {
  [troubled]: {
    stress: (t) => 1.4 * decline(t),
    'safe-to-say': (t) => -1.5 * decline(t),
    'mistakes-looked-into': (t) => -1.2 * decline(t),
    'ai-pressure': (t) => 0.9 * decline(t),
    'ship-confidence': (t) => -0.7 * decline(t),
    'ai-helped': (t) => -0.7 * decline(t),
    'review-time': (t) => 0.8 * decline(t),
    'safety-mistakes': (t) => 0.9 * decline(t),
    'safety-problems': (t) => -1.0 * decline(t),
    'safety-risk': (t) => -1.2 * decline(t),
    'sustainable-pace': (t) => -1.2 * decline(t),
  },
  [recovered]: {
    'ai-helped': (t) => -1.5 * dip(t) + 0.9 * recovery(t),
    'ai-trust': (t) => -0.9 * dip(t) + 1.0 * recovery(t),
    'felt-speed': (t) => -0.9 * dip(t) + 0.3 * recovery(t),
    stress: (t) => 0.8 * dip(t) - 0.4 * recovery(t),
    'safe-to-say': (t) => 0.7 * recovery(t),
    'ai-pressure': (t) => 0.5 * dip(t) - 1.0 * recovery(t),
    'ship-confidence': (t) => -0.5 * dip(t) + 0.4 * recovery(t),
  },
  [showing]: {
    'ai-use': (t) => 0.4 + 0.3 * parade(t),
    'used-to-be-seen': (t) => 2.1 * parade(t),
    'ai-pressure': (t) => 1.0 * parade(t),
    'use-counts': (t) => 1.2 * parade(t),
    'better-or-different': (t) => -0.8 * parade(t),
  },
  'Developer Experience': { 'ai-use': () => 0.5, 'ai-helped': () => 0.3 },
  Security: { 'ai-use': () => -0.5, 'ai-trust': () => -0.5 },
}
