import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Noted } from '../log.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Asked for by a respondent's browser on the way to an answer: it is told no id, and no line of a log is about it. */
    unlogged?: true
  }
}

/** Of an id nobody can tell when it was given, or how many were given since: the last of a UUID is all random, and made ahead. */
export const requestIds = {
  genReqId: () => randomUUID().slice(-12),
  requestIdHeader: false as const,
}

/** Whoever is shown an error can say which: its id is in the log, and in a header of every page. */
export function tellRequestIds(app: FastifyInstance) {
  app.addHook('onRequest', (request, reply, done) => {
    if (isLogged(request)) reply.header('x-request-id', request.id)
    done()
  })
}

export const isLogged = ({ routeOptions }: FastifyRequest): boolean => routeOptions.config.unlogged !== true

/** The pattern of the route, not its address: a path may hold a token. */
export const notedOf = ({ id, method, routeOptions }: FastifyRequest): Noted => ({
  request: id,
  route: `${method} ${routeOptions.url ?? '(no route)'}`,
})
