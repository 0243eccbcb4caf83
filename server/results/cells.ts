import { ownQuestions, type Round } from '../rounds/rounds.ts'
import type { Reads } from '../storage/index.ts'
import { teamPaths } from '../people/people.ts'
import { add, type Interval, type Sum } from '../disclosure/add.ts'
import { organisation } from '../disclosure/partition.ts'
import { itemsOf, organisationName, publishedOf, type PublishedClass } from './published.ts'
import type { Reading } from './reading.ts'
import type { Shown } from './viewings.ts'

/** One cell as the contract writes it; `n` is absent where nothing is shown. */
export interface PublishedCell {
  question: string
  group: string
  groupName: string
  n?: number
  shown: 'exact' | 'range' | 'none'
  histogram?: number[]
  range?: Record<string, Interval>
}

export interface Cells {
  round: string
  threshold: number
  cells: PublishedCell[]
  classes: { id: string; name: string; units: string[]; invited: number | null; ballots: number }[]
}

/** Exactly what one person may see of a round: their classes, their teams, the organisation; and whose that is. */
export async function publishedCells(
  read: Reads,
  round: Round,
  reading: Reading,
): Promise<{ cells: Cells; shown: Shown }> {
  const published = await publishedOf(read, round)
  const own = [...(await ownQuestions(read, round.id)).values()].flat()
  const items = itemsOf([...(round.questions ?? []), ...own])
  const visible = published.classes.filter((one) => isReadable(one, reading))
  const ofClasses = visible.flatMap(({ id, name }) =>
    items.flatMap(({ key, bands }) => {
      const code = published.codes.get(id)?.get(key)
      return code ? [asCell(key, id, name, add([code], bands))] : []
    }),
  )
  const ofTeams = (await groupsFor(read, round, reading)).flatMap(([id, name]) =>
    items.flatMap(({ key }) => {
      const sum = published.sums.get(id)?.get(key)
      return sum ? [asCell(key, id, name, sum)] : []
    }),
  )
  const listed = visible.map(({ id, name, members, invited, ballots }) => ({
    id,
    name,
    units: members,
    invited,
    ballots,
  }))
  const cells = [...ofClasses, ...ofTeams]
  return {
    cells: { round: round.id, threshold: round.threshold, cells, classes: listed },
    shown: { roundId: round.id, groups: reading.led, teams: neighboursIn(visible, reading) },
  }
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

async function groupsFor(read: Reads, round: Round, reading: Reading): Promise<[id: string, name: string][]> {
  const paths = [...(await teamPaths(read))].filter(([id]) => reading.teams.has(id))
  return [
    [organisation, organisationName(round)],
    ...paths.map(([id, path]): [string, string] => [id, path.join(' / ')]),
  ]
}

function asCell(question: string, group: string, groupName: string, sum: Sum): PublishedCell {
  const cell = { question, group, groupName }
  if (sum.shown === 0) return { ...cell, shown: 'none' }
  if (sum.histogram) return { ...cell, n: sum.n, shown: 'exact', histogram: sum.histogram }
  return { ...cell, n: sum.n, shown: 'range', range: sum.bands }
}
