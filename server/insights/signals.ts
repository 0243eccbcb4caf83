import type { Change } from './changes.ts'
import { forShow, type ForShow } from './for-show.ts'
import type { GapSources } from './gap-months.ts'

/** "Pause and look": a rule that held, and the changes it rests on. */
export interface Signal {
  /** Of the rule and its question: what an acknowledgement names. */
  key: string
  rule: 'fell' | 'pressure without help' | 'for show'
  /** The latest round it rests on. */
  roundId: string
  changes: Change[]
  /** Of use for show: what it rests on besides. */
  show: ForShow | null
}

/** What a fall is worth pausing for: help, trust, safety. */
const watched = ['ai-helped', 'ai-trust', 'safe-to-say', 'mistakes-looked-into']

/** All rest on the verdicts of the page, the clearest first. Pure: the same codes give the same signals. */
export const signalsOf = (changes: Change[], sources: GapSources): Signal[] =>
  [...fallen(changes), ...pressedWithoutHelp(changes, sources)].toSorted(
    (a, b) => clearness(b) - clearness(a),
  )

const clearness = ({ changes: [first] }: Signal): number => Math.abs(first?.lasting.z ?? 0)

/** A fall that has lasted for two rounds at least. */
function fallen(changes: Change[]): Signal[] {
  return watched.flatMap((key) => {
    const fall = fallOf(changes, key)
    if (!fall || fall.points.length - fall.lasting.since < 2) return []
    return [
      { key: `fell.${key}`, rule: 'fell' as const, roundId: roundOf(fall), changes: [fall], show: null },
    ]
  })
}

const fallOf = (changes: Change[], key: string): Change | undefined =>
  changes.find(({ series, lasting }) => series.key === key && lasting.word === 'falling')

/** Pressure is told by those who are free of it, so more of it is a fall. Where it comes with use for show, that is said instead. */
function pressedWithoutHelp(changes: Change[], sources: GapSources): Signal[] {
  const pressure = fallOf(changes, 'ai-pressure')
  const help = changes.find(({ series }) => series.key === 'ai-helped')
  if (!pressure || !help || help.lasting.word === 'rising') return []
  const about = { roundId: roundOf(pressure), changes: [pressure, help] }
  const show = forShow(changes, sources)
  return show.holds
    ? [{ ...about, key: 'for-show', rule: 'for show', show }]
    : [{ ...about, key: 'pressure-without-help', rule: 'pressure without help', show: null }]
}

const roundOf = ({ points }: Change): string => points.at(-1)?.roundId ?? ''
