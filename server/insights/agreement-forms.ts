import { z } from 'zod'
import { agreementColours, lineKinds, type AgreementLine } from '../storage/schema/insights.ts'
import { optionalLine, whole } from '../web/form.ts'

export const mostLines = 10

/** `colour.tests=green` from a form means what `{ "colour": { "tests": "green" } }` means from a script. */
function foldWork(body: unknown): unknown {
  const folded: Record<string, unknown> = {}
  const nested: Record<string, Record<string, unknown>> = { colour: {}, note: {} }
  for (const field of lineFields) nested[field] = {}
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    const [field, work] = name.split('.', 2) as [string, string?]
    if (work !== undefined && nested[field]) nested[field][work] = value
    else folded[name] = value
  }
  return { ...nested, ...folded }
}

/** A line's fields bear its number: `line.0`, `kind.0`. */
const lineFields = ['line', 'kind', 'gate', 'owner', 'review'] as const

const numbered = <Of extends z.ZodType>(of: Of) => z.record(z.string().regex(/^\d$/), of).default({})

const lines = {
  line: numbered(optionalLine(200)),
  kind: numbered(z.enum(lineKinds)),
  gate: numbered(optionalLine(200)),
  owner: numbered(optionalLine(80)),
  review: numbered(z.string()),
}

/** One colour for each kind of work, with a note where it needs one; and lines that are looked at again on a day. */
export const agreementForm = (kindsOfWork: string[], today: string) =>
  z.preprocess(
    foldWork,
    z
      .object({
        basedOn: whole(0, 100_000, 'invalid').default(0),
        colour: z.object(
          Object.fromEntries(kindsOfWork.map((work) => [work, z.enum(agreementColours, 'required')])),
        ),
        note: z.record(z.string(), optionalLine(200)).default({}),
        ...lines,
      })
      .transform(({ basedOn, colour, note, ...given }, context) => ({
        basedOn,
        entries: kindsOfWork.map((work) => ({ work, colour: colour[work]!, note: note[work] ?? '' })),
        lines: Object.entries(given.line).flatMap(([n, text]): AgreementLine[] => {
          if (text === '') return []
          const { kind, gate, owner, review } = given
          const day = z.iso.date().safeParse(review[n])
          const fault = !day.success ? 'day' : day.data < today ? 'dayPast' : null
          if (fault) context.addIssue({ code: 'custom', path: ['review', n], message: fault })
          const line = { kind: kind[n] ?? 'rule', text, gate: gate[n] ?? '', owner: owner[n] ?? '' }
          return [{ ...line, review: review[n] ?? '' }]
        }),
      })),
  )
