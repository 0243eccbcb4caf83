import { TZDate } from '@date-fns/tz'
import { z } from 'zod'
import { line, list, several } from '../web/form.ts'
import { bands, cuts, type Band, type Question } from '../questionnaire/questions.ts'
import type { Plan } from './plan.ts'

const hour = 60 * 60 * 1000

/** A date and time as the browser's field gives it, in the organisation's zone; or an ISO instant from a script. */
const instant = (timeZone: string) =>
  z.string('instant').transform((text, context) => {
    if (z.iso.datetime({ offset: true }).safeParse(text).success) return new Date(text)
    const local = z.iso.datetime({ local: true }).safeParse(text.trim().replace(' ', 'T'))
    if (local.success) return new Date(inZone(local.data, timeZone).getTime())
    context.addIssue('instant')
    return z.NEVER
  })

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
  knownTeams: Set<string>
  knownQuestions: Set<string>
}

/** A plan; whatever is left out is as the form would propose it. */
export const planForm = ({ defaults, timeZone, now, knownTeams, knownQuestions }: PlanChoices) =>
  z.preprocess(
    foldCuts,
    z
      .object({
        name: line().default(defaults.name),
        month: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month')
          .default(defaults.month),
        opensAt: instant(timeZone).default(defaults.opensAt),
        closesAt: instant(timeZone).default(defaults.closesAt),
        remindsAt: z.union([z.null(), z.literal('').transform(() => null), instant(timeZone)]).optional(),
        threshold: z.coerce
          .number('threshold')
          .int('threshold')
          .min(5, 'threshold')
          .max(100, 'threshold')
          .default(defaults.threshold),
        questions: several.optional().transform((ids) => ids?.filter(Boolean)),
        cuts: z.record(z.string(), z.enum(cuts)),
        teams: list.transform((ids) => ids.filter(Boolean)),
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
      .refine(({ teams }) => teams.every((id) => knownTeams.has(id)), {
        path: ['teams'],
        message: 'unknownTeam',
      })
      .transform(({ questions, cuts: chosen, teams, ...plan }): Plan => {
        const ids = questions ?? defaults.selection.map(({ id }) => id)
        const proposed = new Map(defaults.selection.map(({ id, cut }) => [id, cut]))
        const selection = ids.map((id) => {
          const cut = chosen[id] ?? proposed.get(id)
          return cut ? { id, cut } : { id }
        })
        return { ...plan, selection, teamIds: teams.length > 0 ? teams : null }
      }),
  )

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

/** Which band each of the five levels belongs to. */
export const bandings: Record<'rising' | 'falling' | 'level', Band[]> = {
  rising: ['unfavourable', 'unfavourable', 'neutral', 'favourable', 'favourable'],
  falling: ['favourable', 'favourable', 'neutral', 'unfavourable', 'unfavourable'],
  level: ['low', 'low', 'middle', 'high', 'high'],
} satisfies Record<string, (typeof bands)[number][]>

export const bandingOf = (given: Band[]): keyof typeof bandings =>
  given[0] === 'low' ? 'level' : given[0] === 'favourable' ? 'falling' : 'rising'

const text = {
  question: line(400),
  hint: z.string().trim().max(400, 'tooLong').default(''),
  construct: z.string().trim().max(400, 'tooLong').default(''),
}

const scaleFields = z.object({
  ...text,
  levels: z.array(z.string().trim().min(1, 'levels').max(60, 'tooLong'), 'levels').length(5, 'levels'),
  banding: z.enum(['rising', 'falling', 'level']),
  cut: z.enum(cuts),
})

const newId = z.object({ id: z.string('questionId').regex(/^[a-z][a-z0-9-]{1,40}$/, 'questionId') })

const newScale = newId
  .and(scaleFields)
  .transform(({ id, ...fields }): Question => asScale({ id, version: 1 }, fields))

const newRemark = newId.and(z.object(text)).transform(({ id, question, hint, construct }): Question => {
  const en = { question, ...(hint ? { hint } : {}) }
  return { id, version: 1, kind: 'remark', construct, text: { en } }
})

/** What can be added: five levels, or words. */
export const newForms = { scale: newScale, remark: newRemark }

/** The form that fits the question: texts of all, and levels, bands and cut of a scale. */
export function changeForm(question: Question) {
  if (question.kind === 'scale') return scaleFields.transform((fields): Question => asScale(question, fields))
  const withCut = z.object({ ...text, cut: z.enum(cuts).optional() })
  return withCut.transform(({ question: wording, hint, construct, cut }): Question => {
    const en = { ...question.text.en, question: wording, ...(hint ? { hint } : { hint: undefined }) }
    return { ...question, construct, text: { en }, ...(cut && 'cut' in question ? { cut } : {}) } as Question
  })
}

function asScale(
  { id, version }: { id: string; version: number },
  fields: z.infer<typeof scaleFields>,
): Question {
  const { question, hint, construct, levels, banding, cut } = fields
  const en = { question, levels, ...(hint ? { hint } : {}) }
  return { id, version, kind: 'scale', construct, cut, bands: bandings[banding], text: { en } }
}
