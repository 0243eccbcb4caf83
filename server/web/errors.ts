import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RefusalPage } from '#views/errors/refusal.tsx'
import { framesOf } from '../frames.ts'
import { Refusal } from '../refusal.ts'
import { storeFault } from '../storage/index.ts'
import { wantsJson } from './form.ts'
import { told } from './speech.ts'

/** One place turns errors into answers: refusals are explained, everything else is our fault and stays with us. */
export function answerErrors(app: FastifyInstance, report: (line: string) => void) {
  app.setNotFoundHandler((request, reply) => refuse(request, reply, new Refusal('notFound')))
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const refusal = asRefusal(error)
    if (refusal) return refuse(request, reply, refusal)
    report(describe(error, request))
    const fault = storeFault(error)
    if (fault) return refuse(request, reply, new Refusal(fault === 'full' ? 'diskFull' : 'databaseAway'))
    reply.code(500)
    const { title, text } = (await reply.speech()).t.errors.internal
    if (wantsJson(request)) return reply.send({ error: 'internal', message: text })
    return reply.page(RefusalPage, { status: 500, title, text })
  })
}

/** Null for what is our own fault. */
export function asRefusal(error: FastifyError | Refusal): Refusal | null {
  if (error instanceof Refusal) return error
  if (error.statusCode === 413) return new Refusal('tooLarge')
  if (error.statusCode === 429) return new Refusal('tooManyRequests')
  return error.statusCode && error.statusCode < 500 ? new Refusal('notUnderstood') : null
}

async function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal) {
  reply.code(refusal.statusCode)
  const isPage = !wantsJson(request)
  if (isPage && refusal.code === 'signInFirst' && request.method === 'GET')
    return reply.redirect('/sign-in', 303)
  const message = await told(reply, refusal)
  if (!isPage) return reply.send({ error: refusal.code, message: message.text })
  return reply.page(RefusalPage, { status: refusal.statusCode, ...message })
}

/** Neither message nor address: a failed query's message quotes its values, and a path may hold a token. */
function describe(error: Error, request: FastifyRequest): string {
  const { code } = error as NodeJS.ErrnoException
  const what = `${request.method} ${request.routeOptions.url ?? '(no route)'} failed: ${error.name} ${code ?? ''}`
  return [what, ...framesOf(error)].join('\n')
}
