import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RefusalPage } from '#views/errors/refusal.tsx'
import type { Log } from '../log.ts'
import { Refusal } from '../refusal.ts'
import { storeFault } from '../storage/index.ts'
import { wantsJson } from './form.ts'
import { isLogged, notedOf } from './request-ids.ts'
import { told } from './speech.ts'

/** One place turns errors into answers: refusals are explained, everything else is our fault and stays with us. */
export function answerErrors(app: FastifyInstance, log: Log) {
  app.setNotFoundHandler((request, reply) => refuse(request, reply, new Refusal('notFound')))
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const refusal = asRefusal(error) ?? asTrouble(error)
    if (isLogged(request)) note(log, error, refusal, request)
    if (refusal) return refuse(request, reply, refusal)
    reply.code(500)
    const { title, text } = (await reply.speech()).t.errors.internal
    return answer(request, reply, { code: 'internal', title, text })
  })
}

/** Null for what is our own fault. */
export function asRefusal(error: FastifyError | Refusal): Refusal | null {
  if (error instanceof Refusal) return error
  if (error.statusCode === 413) return new Refusal('tooLarge')
  if (error.statusCode === 429) return new Refusal('tooManyRequests')
  return error.statusCode && error.statusCode < 500 ? new Refusal('notUnderstood') : null
}

/** Null where the database is well. */
function asTrouble(error: Error): Refusal | null {
  const fault = storeFault(error)
  return fault && new Refusal(fault === 'full' ? 'diskFull' : 'databaseAway')
}

function note(log: Log, error: Error, refusal: Refusal | null, request: FastifyRequest) {
  const noted = notedOf(request)
  if (!refusal) log.error('A request failed', { ...noted, error })
  else if (isOurs(refusal.statusCode))
    log.warn('A request could not be served', { ...noted, refusal: refusal.code })
  else log.debug('A request was refused', { ...noted, refusal: refusal.code })
}

const isOurs = (status: number): boolean => status >= 500

async function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal) {
  reply.code(refusal.statusCode)
  if (!wantsJson(request) && refusal.code === 'signInFirst' && request.method === 'GET')
    return reply.redirect('/sign-in', 303)
  return answer(request, reply, { code: refusal.code, ...(await told(reply, refusal)) })
}

/** What is nobody's mistake is answered with the id by which it stands in the log. */
async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, title, text }: { code: string; title: string; text: string },
) {
  const { statusCode: status } = reply
  const id = isOurs(status) && isLogged(request) ? { request: request.id } : {}
  if (wantsJson(request)) return reply.send({ error: code, message: text, ...id })
  return reply.page(RefusalPage, { status, title, text, ...id })
}
