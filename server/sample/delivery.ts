import { Chance } from './chance.ts'
import { recovered, troubled } from './company.ts'
import type { SamplePerson } from './people.ts'
import { timeOf } from './told.ts'

/** Where the whole company's measures begin and end; review takes longer while little else moves. */
const courses: Record<string, [from: number, to: number]> = {
  change_lead_time_hours: [52, 55],
  deployment_frequency_per_week: [5.2, 5.2],
  failed_deployment_recovery_time_hours: [3.4, 3.5],
  change_fail_rate_percent: [9, 11.5],
  deployment_rework_rate_percent: [6, 7],
  review_time_hours: [14, 23],
  review_queue: [5, 9],
  pr_size_lines: [120, 210],
  defect_escape_percent: [11, 13],
}

/** How much more one team's measures become by the end, or the other's in the middle of the year. */
const worsening: Record<string, number> = {
  change_lead_time_hours: 0.5,
  deployment_frequency_per_week: -0.3,
  failed_deployment_recovery_time_hours: 0.8,
  change_fail_rate_percent: 0.7,
  deployment_rework_rate_percent: 0.6,
  review_time_hours: 0.5,
  review_queue: 0.7,
  pr_size_lines: 0.4,
  defect_escape_percent: 0.6,
}

function trouble(team: string, t: number): number {
  if (team === troubled) return t
  // Down by the middle of the year, and by its end better than ever.
  return team === recovered ? Math.sin(Math.PI * t) - 0.35 * t : 0
}

export function deliveryOf(people: SamplePerson[], months: string[], seed: number): string {
  const measured = Object.keys(courses)
  const paths = new Map(people.map(({ path }) => [path.join(' / '), path]))
  const groups = [...paths.keys(), ...new Set([...paths.values()].map(([top]) => top!)), 'organisation']
  const lines = [...new Set(groups)].flatMap((group) =>
    months.map((month, n) => {
      const team = group.split(' / ').at(-1)!
      const changes = Math.round(30 + new Chance(seed, 'changes', group).next() * 30)
      const values = measured.map((measure) => valueOf(measure, team, timeOf(n, months), seed).toFixed(1))
      return [group, month, ...values, changes].join(',')
    }),
  )
  return [['team', 'month', ...measured, 'changes'].join(','), ...lines].join('\n')
}

function valueOf(measure: string, team: string, t: number, seed: number): number {
  const [from, to] = courses[measure]!
  const like = 1 + new Chance(seed, team, measure).normal() * 0.06
  const month = 1 + new Chance(seed, team, measure, t).normal() * 0.04
  return (from + (to - from) * t) * like * month * (1 + worsening[measure]! * trouble(team, t))
}

/** What a vendor billed the whole company each month, in its own unit. */
export const spendOf = (months: string[]): string =>
  [
    'team,month,measure,value',
    ...months.map((month, n) => `organisation,${month},ai-spend-cents,${190_000 + n * 21_500}`),
  ].join('\n')
