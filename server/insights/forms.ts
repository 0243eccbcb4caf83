import { z } from 'zod'
import { agreementColours } from '../storage/schema/insights.ts'
import { line, optionalLine, whole } from '../web/form.ts'

/** What an overview's address may ask for; what is not understood is left at what the page proposes. */
export const overviewQuery = z.object({
  months: whole(6, 36, 'invalid').catch(12),
  measure: z.string().max(60).nullable().catch(null).default(null),
  round: z.string().max(60).nullable().catch(null).default(null),
  /** Key of the question whose row is open. */
  open: z.string().max(90).nullable().catch(null).default(null),
})

export const heatmapQuery = z.object({
  show: z.enum(['now', 'change']).catch('now').default('now'),
  round: z.string().max(60).nullable().catch(null).default(null),
  sort: z.string().max(90).nullable().catch(null).default(null),
  page: whole(1, 10_000, 'invalid').catch(1),
})

export const groupQuery = z.object({ group: z.string().max(400).optional().catch(undefined) })

export const acknowledgementForm = z.object({
  round: z.string('required').max(60),
  signal: z.string('required').max(120),
  note: line(400),
})

/** What happened in one of the months that charts can show. */
export const annotationForm = (months: string[]) =>
  z.object({ month: z.enum(months, 'month'), text: line(80) })

/** `colour.tests=green` from a form means what `{ "colour": { "tests": "green" } }` means from a script. */
function foldWork(body: unknown): unknown {
  const folded: Record<string, unknown> = {}
  const nested: Record<string, Record<string, unknown>> = { colour: {}, note: {} }
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    const [field, work] = name.split('.', 2) as [string, string?]
    if (work !== undefined && nested[field]) nested[field][work] = value
    else folded[name] = value
  }
  return { ...nested, ...folded }
}

/** One colour for each kind of work, with a note where it needs one. */
export const agreementForm = (kindsOfWork: string[]) =>
  z.preprocess(
    foldWork,
    z
      .object({
        basedOn: whole(0, 100_000, 'invalid').default(0),
        colour: z.object(
          Object.fromEntries(kindsOfWork.map((work) => [work, z.enum(agreementColours, 'required')])),
        ),
        note: z.record(z.string(), optionalLine(200)).default({}),
      })
      .transform(({ basedOn, colour, note }) => ({
        basedOn,
        entries: kindsOfWork.map((work) => ({ work, colour: colour[work]!, note: note[work] ?? '' })),
      })),
  )
