import type { Change } from './changes.ts'

/** "Pause and look": a rule that held, and the changes it rests on. */
export interface Signal {
  /** Of the rule and its question: what an acknowledgement names. */
  key: string
  rule: 'fell' | 'pressure without help'
  /** The latest round it rests on. */
  roundId: string
  changes: Change[]
}

/** What a fall is worth pausing for: help, trust, safety. */
const watched = ['ai-helped', 'ai-trust', 'safe-to-say', 'mistakes-looked-into']

/** All rest on the verdicts of the page, the clearest first. Pure: the same codes give the same signals. */
export const signalsOf = (changes: Change[]): Signal[] =>
  [...fallen(changes), ...pressedWithoutHelp(changes)].toSorted((a, b) => clearness(b) - clearness(a))

const clearness = ({ changes: [first] }: Signal): number => Math.abs(first?.lasting.z ?? 0)

/** A fall that has lasted for two rounds at least. */
function fallen(changes: Change[]): Signal[] {
  return watched.flatMap((key) => {
    const fall = fallOf(changes, key)
    if (!fall || fall.points.length - fall.lasting.since < 2) return []
    return [{ key: `fell.${key}`, rule: 'fell' as const, roundId: roundOf(fall), changes: [fall] }]
  })
}

const fallOf = (changes: Change[], key: string): Change | undefined =>
  changes.find(({ series, lasting }) => series.key === key && lasting.word === 'falling')

/** Pressure is told by those who are free of it, so more of it is a fall. */
function pressedWithoutHelp(changes: Change[]): Signal[] {
  const pressure = fallOf(changes, 'ai-pressure')
  const help = changes.find(({ series }) => series.key === 'ai-helped')
  if (!pressure || !help || help.lasting.word === 'rising') return []
  return [
    {
      key: 'pressure-without-help',
      rule: 'pressure without help',
      roundId: roundOf(pressure),
      changes: [pressure, help],
    },
  ]
}

const roundOf = ({ points }: Change): string => points.at(-1)?.roundId ?? ''
