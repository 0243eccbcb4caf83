import { TZDate } from '@date-fns/tz'
import { z } from 'zod'
import { line, list, several, whole } from '../web/form.ts'
import { cuts, type Cut } from '../storage/schema/questions.ts'
import type { Plan } from './plan.ts'

const hour = 60 * 60 * 1000

/** Nobody plans further ahead, and no round was before there were such tools. */
const years = { first: 2020, ahead: 5 }
const isPlannable = (at: Date, now: Date): boolean =>
  at.getUTCFullYear() >= years.first && at.getUTCFullYear() <= now.getUTCFullYear() + years.ahead

/** A date and time as the browser's field gives it, in the organisation's zone; or an ISO instant from a script. */
const instant = (timeZone: string, now: Date) =>
  z
    .string('instant')
    .transform((text, context) => {
      if (z.iso.datetime({ offset: true }).safeParse(text).success) return new Date(text)
      const local = z.iso.datetime({ local: true }).safeParse(text.trim().replace(' ', 'T'))
      if (local.success) return new Date(inZone(local.data, timeZone).getTime())
      context.addIssue('instant')
      return z.NEVER
    })
    .refine((at) => isPlannable(at, now), 'instant')

const inZone = (local: string, timeZone: string): TZDate => {
  const [year, month, day, hours, minutes] = local.split(/\D/).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  return new TZDate(year, month - 1, day, hours, minutes, timeZone)
}

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

/** Null, or left empty, for never. */
const reminder = (timeZone: string, now: Date) =>
  z.union([z.null(), z.literal('').transform(() => null), instant(timeZone, now)])

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
        remindsAgainAt: reminder(timeZone, now).default(null),
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
      .transform((plan) => ({ ...plan, remindsAt: remindsAtOf(plan, defaults) }))
      .refine(
        ({ opensAt, closesAt, remindsAt }) => !remindsAt || (opensAt < remindsAt && remindsAt < closesAt),
        {
          path: ['remindsAt'],
          message: 'remindsOutside',
        },
      )
      .refine(
        ({ opensAt, closesAt, remindsAgainAt: again }) => !again || (opensAt < again && again < closesAt),
        { path: ['remindsAgainAt'], message: 'remindsOutside' },
      )
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

/** What is asked, each with the cut that was chosen or else the one proposed. */
function selectionOf(asked: string[], chosen: Record<string, Cut>, { selection }: Plan): Plan['selection'] {
  const proposed = new Map(selection.map(({ id, cut }) => [id, cut]))
  return asked.map((id) => withCut(id, chosen[id] ?? proposed.get(id)))
}

function idsOf(teams: string[], readTeam: (written: string) => string | null): string[] | null {
  const ids = new Set(teams.flatMap((written) => readTeam(written) ?? []))
  return ids.size > 0 ? [...ids] : null
}

const withCut = (id: string, cut: Cut | undefined) => (cut ? { id, cut } : { id })

/** Left out, it stays as long before the close as it was; where the round is too short for that, nobody is reminded. */
function remindsAtOf(
  { opensAt, closesAt, remindsAt }: { opensAt: Date; closesAt: Date; remindsAt?: Date | null | undefined },
  defaults: Plan,
): Date | null {
  if (remindsAt !== undefined) return remindsAt
  if (!defaults.remindsAt) return null
  const before = defaults.closesAt.getTime() - defaults.remindsAt.getTime()
  const at = new Date(closesAt.getTime() - before)
  return at > opensAt ? at : null
}

/** How a browser's date-and-time field wants an instant. */
export function localInstant(at: Date, timeZone: string): string {
  const there = new TZDate(at, timeZone)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${there.getFullYear()}-${two(there.getMonth() + 1)}-${two(there.getDate())}T${two(there.getHours())}:${two(there.getMinutes())}`
}
