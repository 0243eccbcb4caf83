import type { TeamPaths, TeamsFound } from '../people/people.ts'
import { localInstant } from './instants.ts'
import type { Plan } from './plan.ts'
import type { Round } from './queries.ts'

interface Choices {
  timeZone: string
  paths: TeamPaths
  teams: TeamsFound
}

/** A plan as the form holds it. */
export function typedPlan(plan: Plan | Round, { timeZone, paths, teams }: Choices) {
  const pathOf = (id: string) => paths.get(id)?.join(' / ') ?? ''
  const cuts = plan.selection.flatMap(({ id, cut }) => (cut ? [[`cuts.${id}`, cut]] : []))
  return {
    name: plan.name,
    month: plan.month,
    opensAt: localInstant(plan.opensAt, timeZone),
    closesAt: localInstant(plan.closesAt, timeZone),
    remindsAt: plan.remindsAt ? localInstant(plan.remindsAt, timeZone) : '',
    remindsAgainAt: plan.remindsAgainAt ? localInstant(plan.remindsAgainAt, timeZone) : '',
    threshold: String(plan.threshold),
    questions: plan.selection.map(({ id }) => id),
    teams: (plan.teamIds ?? []).map((id) => (teams.of > teams.teams.length ? pathOf(id) : id)),
    ...(Object.fromEntries(cuts) as Record<string, string>),
  }
}
