import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { organisationOf } from '../settings/settings.ts'

export function healthRoutes(app: FastifyInstance, { store }: Context) {
  const unavailable = (_error: Error, _request: unknown, reply: FastifyReply) =>
    void reply.code(503).send({ status: 'unavailable' })
  // Whatever fails on the way here, the session's look into the database included.
  app.get('/health', { config: { allow: 'anyone' }, errorHandler: unavailable }, async () => {
    await organisationOf(store.read)
    return { status: 'ok' }
  })
}
