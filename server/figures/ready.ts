import type { Sum } from '../disclosure/add.ts'
import type { Code } from '../disclosure/code.ts'
import type { Measure } from './measures.ts'

export const organisation = 'organisation'

/** People whose seats are counted together. */
export interface SeatClass {
  id: string
  name: string
  /** Ids of all teams whose people are in it. */
  teams: string[]
  /** Ids of the teams that hold everybody in it, root first. */
  path: string[]
}

export interface GroupSum {
  /** A team's id, or 'organisation'. */
  teamId: string
  sum: Sum
  pooledAs: string | null
}

interface Ready {
  source: string
  /** YYYY-MM */
  month: string
  threshold: number
}

export interface ReadyAdoption extends Ready {
  kind: 'adoption'
  seats: 'file' | 'roster'
  days: number | null
  classes: (SeatClass & { code: Code })[]
  sums: GroupSum[]
}

export interface ReadyDelivery extends Ready {
  kind: 'delivery'
  values: { teamId: string; measure: Measure; value: number; standsFor: number | null }[]
}

/** One month of one source, counted and coded: all that is left of a file once it has been read. */
export type ReadyFigures = ReadyAdoption | ReadyDelivery

/** People behind what is shown of a month's adoption, or teams with delivery figures. */
export function standsFor(ready: ReadyFigures): number {
  if (ready.kind === 'delivery') return new Set(ready.values.map(({ teamId }) => teamId)).size
  return ready.sums.find(({ teamId }) => teamId === organisation)?.sum.n ?? 0
}
