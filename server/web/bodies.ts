import { parse } from 'node:querystring'
import { Readable } from 'node:stream'
import formbody from '@fastify/formbody'
import multipart, { type Multipart } from '@fastify/multipart'
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'
import type { Allow } from './access-rules.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long a body may take to arrive, in milliseconds. */
    patience?: number
  }
}

const kilobyte = 1024
const second = 1000

/** Of a form, a vote, a sealed ballot. */
export const usualBody = 64 * kilobyte
const usualPatience = 20 * second
/** Two thousand teams are ticked on one form; of more values than this, names among them, no form is made. */
const mostValues = 5000
/** Forms and what scripts send are flat, or a list or two deep. */
const deepest = 8

/** A form on which every team of a large organisation may be ticked. */
export const longForm = { bodyLimit: 512 * kilobyte }
/** A file that an administrator sends: who may is decided before any of it is read. */
export const upload = {
  bodyLimit: 32 * kilobyte * kilobyte,
  config: { allow: 'administrators' satisfies Allow as Allow, patience: 600 * second },
}

/** A small picture that an administrator sends. */
export const picture = {
  bodyLimit: 4 * kilobyte * kilobyte,
  config: { allow: 'administrators' satisfies Allow as Allow },
}

/**
 * What any request may bring, for every route alike: how much, for how long, how deep, and of which characters. Access
 * is decided before (access-rules.ts), so only what a route asks for and a person may send is read at all.
 */
export function limitBodies(app: FastifyInstance, patience = usualPatience) {
  app.addHook('preParsing', (request, _reply, body, done) => {
    if (request.headers['content-encoding']) return done(new Refusal('notUnderstood'))
    waitFor(request, request.routeOptions.config.patience ?? patience)
    done(null, body)
  })
  app.addHook('preValidation', ({ body }, _reply, done) => {
    done(isReadable(body) ? undefined : new Refusal('notUnderstood'))
  })
}

/** The same of path and query, before anybody looks up what they name. */
export function limitAddresses(app: FastifyInstance) {
  app.addHook('onRequest', ({ params, query }, _reply, done) => {
    done(isReadable(params) && isReadable(query) ? undefined : new Refusal('notUnderstood'))
  })
}

/** Bodies of forms. Those of several parts are read by the route that wants them, and by no other. */
export async function readForms(app: FastifyInstance) {
  await app.register(formbody, { parser: (text) => parse(text, '&', '=', { maxKeys: mostValues }) })
  await app.register(multipart, {
    limits: { fileSize: upload.bodyLimit, fieldSize: upload.bodyLimit, files: 1, fields: 10, parts: 11 },
  })
}

/** The parts of a form with a file. Refuses with notUnderstood what is no such form, or breaks off. */
export async function* partsOf(request: FastifyRequest, limits = {}): AsyncGenerator<Multipart> {
  try {
    yield* request.parts({ limits })
  } catch (error) {
    throw (error as FastifyError).statusCode ? error : new Refusal('notUnderstood')
  }
}

/** Ends what drips in: a body that is not whole in time is cut, whoever sends it. */
function waitFor({ raw }: FastifyRequest, patience: number) {
  const { 'content-length': length = '0', 'transfer-encoding': inChunks } = raw.headers
  if (length === '0' && !inChunks) return
  const late = setTimeout(() => raw.destroy(), patience)
  raw.once('end', () => clearTimeout(late))
  raw.once('close', () => clearTimeout(late))
}

/** NUL and half a character are no text, and one database refuses what the other would keep. */
function isReadable(value: unknown, depth = 0, counted = { values: 0 }): boolean {
  if (++counted.values > mostValues) return false
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null || value instanceof Readable) return true
  if (depth === deepest) return false
  return Object.entries(value).every(
    ([name, one]) => isReadable(name, depth, counted) && isReadable(one, depth + 1, counted),
  )
}
