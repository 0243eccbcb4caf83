import { Readable } from 'node:stream'
import { applyFigures, figuresImportById, importFigures, type Part } from '../figures/figures.ts'
import { Chance } from './chance.ts'
import { recovered, troubled, type SamplePerson } from './company.ts'
import type { Past } from './past.ts'

interface Told {
  by: string
  people: SamplePerson[]
  /** YYYY-MM, oldest first. */
  months: string[]
  seed: number
}

/** A year of figures as a vendor's reports and a team's own table would tell them, imported as any are. */
export async function bringFigures(past: Past, told: Told): Promise<void> {
  const { people, months } = told
  await bring(past, told, [
    { what: 'mapping', stream: Readable.from([Buffer.from(loginsOf(people))]) },
    { what: 'figures', stream: Readable.from(usageReports(told)) },
  ])
  await bring(past, told, [
    { what: 'source', text: 'delivery platform' },
    { what: 'figures', stream: Readable.from([Buffer.from(deliveryOf(people, months, told.seed))]) },
  ])
}

async function bring({ context }: Past, { by }: Told, parts: Part[]) {
  async function* given() {
    yield* parts
  }
  const id = await importFigures(context, by, given())
  if (id === null) throw new Error("The sample's figures were not taken.")
  const { state, report } = await figuresImportById(context, id)
  if (state !== 'ready') throw new Error(`The sample's figures are ${state}: ${JSON.stringify(report)}`)
  await applyFigures(context, by, id)
}

const loginOf = ({ email }: SamplePerson) => email.split('@', 1)[0]!.replace('.', '-')

const loginsOf = (people: SamplePerson[]) =>
  ['login,email', ...people.map((person) => `${loginOf(person)},${person.email}`)].join('\n')

/** As GitHub Copilot reports them: who has a seat on the month's first day, and what was done on days of it. */
function* usageReports({ people, months, seed }: Told): Generator<Buffer> {
  for (const [n, month] of months.entries())
    for (const person of people) {
      const about = { user_login: loginOf(person), organization_id: '1' }
      yield row({ ...about, day: `${month}-01`, team_id: 1, slug: person.team.toLowerCase() })
      for (const day of daysOfUse(person, timeOf(n, months), seed))
        yield row({
          ...about,
          day: `${month}-${day}`,
          user_initiated_interaction_count: 4,
          code_generation_activity_count: 9,
          code_acceptance_activity_count: 3,
          used_chat: true,
          used_agent: false,
        })
    }
}

const row = (fields: object) => Buffer.from(`${JSON.stringify(fields)}\n`)

const timeOf = (n: number, months: string[]): number => (months.length > 1 ? n / (months.length - 1) : 1)

/** From 55 to 90 in a hundred use it: once somebody does, they seldom stop. */
function daysOfUse(person: SamplePerson, t: number, seed: number): string[] {
  const reluctance = new Chance(seed, person.email, 'adopts').next()
  const month = new Chance(seed, person.email, 'uses', t)
  const inclined = { Security: -0.12, 'Developer Experience': 0.12 }[person.team] ?? 0
  if (reluctance + month.normal() * 0.03 > 0.55 + 0.35 * t + inclined) return []
  return ['02', '09', '16', '23'].filter(() => month.next() < 0.8).concat('27')
}

/** Where the whole company's measures begin and end; review takes longer while little else moves. */
const courses: Record<string, [from: number, to: number]> = {
  change_lead_time_hours: [52, 55],
  deployment_frequency_per_week: [5.2, 5.2],
  failed_deployment_recovery_time_hours: [3.4, 3.5],
  change_fail_rate_percent: [9, 11.5],
  deployment_rework_rate_percent: [6, 7],
  review_time_hours: [14, 23],
}

/** How much more one team's measures become by the end, or the other's in the middle of the year. */
const worsening: Record<string, number> = {
  change_lead_time_hours: 0.5,
  deployment_frequency_per_week: -0.3,
  failed_deployment_recovery_time_hours: 0.8,
  change_fail_rate_percent: 0.7,
  deployment_rework_rate_percent: 0.6,
  review_time_hours: 0.5,
}

function trouble(team: string, t: number): number {
  if (team === troubled) return t
  // Down by the middle of the year, and by its end better than ever.
  return team === recovered ? Math.sin(Math.PI * t) - 0.35 * t : 0
}

function deliveryOf(people: SamplePerson[], months: string[], seed: number): string {
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
