import type { FastifyRequest } from 'fastify'
import { z } from 'zod'

/** Why a field is refused. The sentences stand in the message catalogue, under the same names. */
export const fieldFaults = [
  'required',
  'invalid',
  'tooLong',
  'email',
  'timeZone',
  'month',
  'instant',
  'threshold',
  'closesBeforeOpening',
  'closesInThePast',
  'remindsOutside',
  'questionId',
  'levels',
  'unknownTeam',
  'nothingChosen',
  'chosenTwice',
  'unknownQuestion',
  'cardTooLong',
  'columns',
  'minutes',
  'votes',
  'days',
  'code',
  'day',
  'dayPast',
  'severalOwners',
  'unknownOwner',
  'sourceName',
] as const
export type FieldFault = (typeof fieldFaults)[number]

/** What was typed, field by field, so that a page can give it back. */
export type Typed = Record<string, string | string[]>
/** The first fault of each field. */
export type FormFaults = Record<string, FieldFault>

type Form<T> = { ok: true; values: T } | { ok: false; typed: Typed; faults: FormFaults }

export function readForm<S extends z.ZodType>(schema: S, body: unknown): Form<z.infer<S>> {
  const result = schema.safeParse(body ?? {})
  if (result.success) return { ok: true, values: result.data }
  return { ok: false, typed: asTyped(body), faults: faultsOf(result.error) }
}

function faultsOf(error: z.ZodError): FormFaults {
  const faults: FormFaults = {}
  for (const issue of error.issues) faults[issue.path.join('.') || 'form'] ??= asFault(issue.message)
  return faults
}

/** Zod's own sentences are for programmers; a fault without a name of ours is "invalid". */
const asFault = (message: string): FieldFault =>
  fieldFaults.includes(message as FieldFault) ? (message as FieldFault) : 'invalid'

function asTyped(body: unknown): Typed {
  const typed: Typed = {}
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>))
    typed[name] = Array.isArray(value) ? value.map(asText) : asText(value)
  return typed
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** A required line of text. */
export const line = (max = 120) => z.string('required').trim().min(1, 'required').max(max, 'tooLong')

/** A list from checkboxes: one value or several. */
export const several = z.union([z.string().transform((one) => [one]), z.array(z.string())])
/** The same, none ticked included. */
export const list = several.default([])

export const email = z.string('required').trim().toLowerCase().max(254, 'tooLong').pipe(z.email('email'))

/** Scripts that send or ask for JSON are answered in JSON; everybody else gets pages. */
export function wantsJson(request: FastifyRequest): boolean {
  if (request.headers['content-type']?.startsWith('application/json')) return true
  if (bearer(request)) return true
  if (request.routeOptions.url?.endsWith('.json')) return true
  const accept = request.headers.accept ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}

/** htmx asks for parts of a page, to put each in its place. */
export const wantsParts = (request: FastifyRequest): boolean => request.headers['hx-request'] === 'true'
/** The token a script sends along; a proxy may send other kinds of authorization, which are not ours. */
export const bearer = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
