import { stringify } from 'csv-stringify/sync'
import type { ConnectorSettings } from '../../storage/schema/connectors.ts'

/** What a month's work came to: durations in hours, moments by UTC. */
export interface Work {
  /** From the first commit of a change to its deployment. */
  leads: number[]
  /** From when a change was opened to its first review. */
  waits: number[]
  /** Lines of a change, added and removed. */
  sizes: number[]
  deployments: number
  /** Deployments that an incident came of, and those that ended one; null where nobody says. */
  failed: number | null
  reworked: number | null
  /** From a deployment that an incident came of to the incident's end. */
  recoveries: number[]
}

export const hoursBetween = (from: Date, to: Date): number =>
  Math.max(0, (to.getTime() - from.getTime()) / (60 * 60_000))

/** The table that readers take of the work done for each team, as one: repositories and projects are added before anything is made of them. */
export function tableOf(
  month: string,
  days: number,
  teams: ConnectorSettings['teams'],
  work: Map<string, Work>,
): Buffer {
  const byTeam = new Map<string, Work[]>()
  for (const { of, team } of teams) {
    const part = work.get(of)
    if (part) byTeam.set(team, [...(byTeam.get(team) ?? []), part])
  }
  const rows = [...byTeam].flatMap(([team, parts]) =>
    figuresOf(parts, days).map(({ measure, value, count }) => [
      team,
      month,
      measure,
      value.toFixed(2),
      count,
    ]),
  )
  return Buffer.from(stringify([['team', 'month', 'measure', 'value', 'count'], ...rows]))
}

interface Figure {
  measure: string
  value: number
  /** How many it stands for. */
  count: number
}

function figuresOf(parts: Work[], days: number): Figure[] {
  const leads = parts.flatMap((one) => one.leads)
  const waits = parts.flatMap((one) => one.waits)
  const recoveries = parts.flatMap((one) => one.recoveries)
  const deployments = parts.reduce((sum, one) => sum + one.deployments, 0)
  const perWeek = { measure: 'deployment-frequency', value: (deployments * 7) / days }
  return [
    ...median('lead-time', leads),
    ...median('review-time', waits),
    ...median(
      'pr-size',
      parts.flatMap((one) => one.sizes),
    ),
    ...median('recovery-time', recoveries),
    ...(deployments > 0 ? [{ ...perWeek, count: deployments }] : []),
    ...share('change-fail-rate', parts, 'failed'),
    ...share('rework-rate', parts, 'reworked'),
  ]
}

function median(measure: string, values: number[]): Figure[] {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  if (low === undefined || high === undefined) return []
  return [{ measure, value: (low + high) / 2, count: sorted.length }]
}

/** In percent of the deployments of those who say. */
function share(measure: string, parts: Work[], what: 'failed' | 'reworked'): Figure[] {
  const telling = parts.filter((one) => one[what] !== null)
  const count = telling.reduce((sum, one) => sum + one.deployments, 0)
  const part = telling.reduce((sum, one) => sum + (one[what] ?? 0), 0)
  return count === 0 ? [] : [{ measure, value: (100 * part) / count, count }]
}
