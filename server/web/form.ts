import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { patience } from '../under-way.ts'

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
  'time',
  'openDays',
  'noMonthLeft',
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
  'stageDays',
  'code',
  'day',
  'dayPast',
  'severalOwners',
  'unknownOwner',
  'sourceName',
  'nameTaken',
  'unitFixed',
  'accent',
  'accentTooLight',
  'picture',
  'pictureTooLarge',
  'webAddress',
  'host',
  'hostNotAllowed',
  'organisation',
  'ofTeams',
  'ofUnknownTeam',
  'databaseAddress',
  'signalWithoutTeam',
  'leaving',
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

/** Whatever was sent, as text to be given back. */
export function asTyped(body: unknown): Typed {
  const typed: Typed = {}
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>))
    typed[name] = Array.isArray(value) ? value.map(asText) : asText(value)
  return typed
}

/** Nobody types more into a field than this, and what nobody typed is not given back at length. */
const longestTyped = 2000

const asText = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, longestTyped)

/** Nothing that cannot be seen stays: no control characters, and none that turn the direction of reading. */
export const readable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()

const upTo = (max: number, tooLong: FieldFault) => z.string().min(1, 'required').max(max, tooLong)
const oneLine = (text: string): string => readable(text.replace(/[\s\p{Cc}]+/gu, ' '))

/** A required line of text. */
export const line = (max = 120) => z.string('required').transform(oneLine).pipe(upTo(max, 'tooLong'))
/** The same, which may be left empty. */
export const optionalLine = (max: number) =>
  z.string().default('').transform(oneLine).pipe(z.string().max(max, 'tooLong'))
/** Required text of several lines. */
export const lines = (max: number, tooLong: FieldFault) =>
  z.string('required').transform(readable).pipe(upTo(max, tooLong))

/** The same, which may be left empty. */
export const optionalLines = (max: number) =>
  z.string().transform(readable).pipe(z.string().max(max, 'tooLong'))

/** A whole number, by the digits of a form's field or as a script's number: neither "0x10" nor [7] is one. */
export const whole = (min: number, max: number, fault: FieldFault) =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .trim()
          .regex(/^\d{1,9}$/)
          .transform(Number),
      ],
      fault,
    )
    .pipe(z.number().int(fault).min(min, fault).max(max, fault))

/** A list from checkboxes: one value or several. */
export const several = z.union([z.string().transform((one) => [one]), z.array(z.string())])
/** The same, none ticked included. */
export const list = several.default([])

/** What the address of a long list asks for: words to search for, and which page, from 1. */
export const listQuery = z.object({
  q: z.string().max(200).catch(''),
  page: whole(1, 10_000, 'invalid').catch(1),
})

/** One page of a list, and where it stands in it; `page` from 1. */
export function pageOf<T>(all: T[], page: number, atOnce: number) {
  const pages = Math.max(1, Math.ceil(all.length / atOnce))
  const at = Math.min(page, pages) - 1
  return { some: all.slice(at * atOnce, (at + 1) * atOnce), page: at, pages }
}

export const email = z.string('required').trim().toLowerCase().max(254, 'tooLong').pipe(z.email('email'))

/** Scripts that send or ask for JSON are answered in JSON; everybody else gets pages. */
export function wantsJson(request: FastifyRequest): boolean {
  if (request.headers['content-type']?.startsWith('application/json')) return true
  if (bearer(request)) return true
  if (request.routeOptions.url?.endsWith('.json')) return true
  const accept = request.headers.accept ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}

/** How long who asks is kept waiting for work that goes on by itself, in milliseconds. */
export const patienceOf = (request: FastifyRequest): number =>
  wantsJson(request) ? patience.script : patience.page

/** htmx asks for parts of a page, to put each in its place. */
export const wantsParts = (request: FastifyRequest): boolean => request.headers['hx-request'] === 'true'
/** The token a script sends along; a proxy may send other kinds of authorization, which are not ours. */
export const bearer = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
