import type { PublishedClass } from './published.ts'
import type { PublishedRound } from './published-round.ts'
import type { Reading } from './reading.ts'
import type { Shown } from './viewings.ts'

/** The classes somebody may see, and whose they are. */
export function classesSeen(
  round: PublishedRound,
  reading: Reading,
): { seen: PublishedClass[]; shown: Shown } {
  const seen = round.classes.filter((one) => isReadable(one, reading))
  return { seen, shown: { roundId: round.id, groups: reading.led, teams: neighboursIn(seen, reading) } }
}

/** Whoever shares a class with a team of the reader's. */
const neighboursIn = (visible: PublishedClass[], reading: Reading): string[] => [
  ...new Set(
    visible
      .filter(({ cut }) => cut === 'unit' || cut === 'area')
      .flatMap(({ teams }) => teams)
      .filter((id) => !reading.teams.has(id)),
  ),
]

/** A pooled class is open to readers of any of its teams; classes of everybody are open to everybody. */
export const isReadable = ({ cut, teams }: PublishedClass, reading: Reading): boolean =>
  (cut !== 'unit' && cut !== 'area') || teams.some((id) => reading.teams.has(id))
