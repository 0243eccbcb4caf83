import { z } from 'zod'
import { line, list, several, whole } from '../web/form.ts'
import { cuts } from '../storage/schema/questions.ts'
import type { Plan } from './plan.ts'
import { isPlannable, instant, reminder } from './instants.ts'
import { idsOf, selectionOf } from './plan-values.ts'
import { isWithin, remindersOf } from './reminder-dates.ts'

const hour = 60 * 60 * 1000

/** `cuts.stress=area` from a form means what `{ "cuts": { "stress": "area" } }` means from a script. */
function foldCuts(body: unknown): unknown {
  const folded: Record<string, unknown> = {}
  const given: Record<string, unknown> = {}
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>))
    if (name.startsWith('cuts.')) given[name.slice('cuts.'.length)] = value
    else folded[name] = value
  return { cuts: given, ...folded }
}

interface PlanChoices {
  defaults: Plan
  timeZone: string
  now: Date
  /** The id of a team as it was chosen or typed. */
  readTeam: (written: string) => string | null
  knownQuestions: Set<string>
}

/** Ticked in a list, or typed one a line. */
const teamsWritten = list.transform((all) =>
  all.flatMap((some) => some.split('\n')).filter((one) => one.trim()),
)

/** A plan; whatever is left out is as the form would propose it. */
export const planForm = ({ defaults, timeZone, now, readTeam, knownQuestions }: PlanChoices) =>
  z.preprocess(
    foldCuts,
    z
      .object({
        name: line().default(defaults.name),
        month: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month')
          .refine((month) => isPlannable(new Date(month), now), 'month')
          .default(defaults.month),
        opensAt: instant(timeZone, now).default(defaults.opensAt),
        closesAt: instant(timeZone, now).default(defaults.closesAt),
        remindsAt: reminder(timeZone, now).optional(),
        remindsAgainAt: reminder(timeZone, now).optional(),
        threshold: whole(5, 100, 'threshold').default(defaults.threshold),
        questions: several.optional().transform((ids) => ids?.filter(Boolean)),
        cuts: z.record(z.string(), z.enum(cuts)),
        teams: teamsWritten,
      })
      .refine(({ opensAt, closesAt }) => closesAt.getTime() - opensAt.getTime() >= hour, {
        path: ['closesAt'],
        message: 'closesBeforeOpening',
      })
      .refine(({ closesAt }) => closesAt > now, { path: ['closesAt'], message: 'closesInThePast' })
      .transform((plan) => ({ ...plan, ...remindersOf(plan, defaults) }))
      .refine((plan) => isWithin(plan.remindsAt, plan), { path: ['remindsAt'], message: 'remindsOutside' })
      .refine((plan) => isWithin(plan.remindsAgainAt, plan), {
        path: ['remindsAgainAt'],
        message: 'remindsOutside',
      })
      .refine(({ questions }) => questions === undefined || questions.length > 0, {
        path: ['questions'],
        message: 'nothingChosen',
      })
      .refine(({ questions }) => new Set(questions).size === (questions?.length ?? 0), {
        path: ['questions'],
        message: 'chosenTwice',
      })
      .refine(({ questions }) => (questions ?? []).every((id) => knownQuestions.has(id)), {
        path: ['questions'],
        message: 'unknownQuestion',
      })
      .refine(({ teams }) => teams.every(readTeam), {
        path: ['teams'],
        message: 'unknownTeam',
      })
      .transform(({ questions, cuts: chosen, teams, ...plan }): Plan => {
        const asked = questions ?? defaults.selection.map(({ id }) => id)
        return { ...plan, selection: selectionOf(asked, chosen, defaults), teamIds: idsOf(teams, readTeam) }
      }),
  )
