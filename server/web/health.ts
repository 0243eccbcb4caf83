import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { organisationOf, touchOrganisation } from '../settings/settings.ts'
import { anyone } from './access-rules.ts'
import { asRefusal } from './errors.ts'

export function healthRoutes(app: FastifyInstance, { store }: Context) {
  const unavailable = (reply: FastifyReply) =>
    void reply.code(503).send({ status: store.trouble() === 'full' ? 'disk full' : 'unavailable' })
  // Whatever fails on the way here, the session's look into the database included.
  const errorHandler = (error: FastifyError, _request: unknown, reply: FastifyReply) => {
    if (asRefusal(error)) throw error
    unavailable(reply)
  }
  app.get('/health', { ...anyone, errorHandler }, async (_request, reply) => {
    await organisationOf(store.read)
    // Only where writing failed is it tried: otherwise nobody can make the server write by asking how it is.
    if (store.trouble()) await store.write(touchOrganisation)
    if (store.trouble()) return unavailable(reply)
    return reply.send({ status: 'ok' })
  })
}
