import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { organisationOf, touchOrganisation } from '../settings/settings.ts'

export function healthRoutes(app: FastifyInstance, { store }: Context) {
  const unavailable = (_error: unknown, _request: unknown, reply: FastifyReply) =>
    void reply.code(503).send({ status: store.trouble() === 'full' ? 'disk full' : 'unavailable' })
  // Whatever fails on the way here, the session's look into the database included.
  app.get('/health', { config: { allow: 'anyone' }, errorHandler: unavailable }, async (request, reply) => {
    await organisationOf(store.read)
    // Only where writing failed is it tried: otherwise nobody can make the server write by asking how it is.
    if (store.trouble()) await store.write(touchOrganisation)
    if (store.trouble()) return unavailable(null, request, reply)
    return reply.send({ status: 'ok' })
  })
}
