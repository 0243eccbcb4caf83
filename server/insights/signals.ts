import { changesIn, isMove, type Change } from './changes.ts'
import type { Series } from './series.ts'

/** "Pause and look": a rule that held, and the changes it rests on. */
export interface Signal {
  /** Of the rule and its question: what an acknowledgement names. */
  key: string
  rule: 'fell twice' | 'pressure without help'
  /** The latest round it rests on. */
  roundId: string
  changes: Change[]
}

/** What a fall is worth pausing for: help, trust, safety. */
const watched = ['ai-helped', 'ai-trust', 'safe-to-say', 'mistakes-looked-into']

/** Rules over two rounds running, each judged by itself at its own level. Pure: the same codes give the same signals. */
export function signalsOf(series: Series[], changes: Change[], months: string[]): Signal[] {
  return [...fallenTwice(series, changes, months.at(-2)), ...pressedWithoutHelp(changes)]
}

function fallenTwice(series: Series[], changes: Change[], before: string | undefined): Signal[] {
  const falls = watched.flatMap((key) => fallOf(changes, key) ?? [])
  if (falls.length === 0 || !before) return []
  const earlier = changesIn(series, before)
  return falls.flatMap((now) => {
    const { key } = now.series
    const then = fallOf(earlier, key)
    if (!then) return []
    return [
      {
        key: `fell-twice.${key}`,
        rule: 'fell twice' as const,
        roundId: now.to.roundId,
        changes: [then, now],
      },
    ]
  })
}

const fallOf = (changes: Change[], key: string): Change | undefined =>
  changes.find((change) => change.series.key === key && change.verdict.verdict === 'falling')

/** Pressure is told by its favourable share, so more of it is a fall. */
function pressedWithoutHelp(changes: Change[]): Signal[] {
  const pressure = fallOf(changes, 'ai-pressure')
  const help = changes.filter(({ series }) => series.key === 'ai-helped')
  if (!pressure || help.length === 0 || help.some((one) => isMove(one) && one.verdict.verdict === 'rising'))
    return []
  const beside = help.find(({ span }) => span === pressure.span) ?? help[0]!
  return [
    {
      key: 'pressure-without-help',
      rule: 'pressure without help',
      roundId: pressure.to.roundId,
      changes: [pressure, beside],
    },
  ]
}
