import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { organisationOf } from '../settings/settings.ts'

export function healthRoutes(app: FastifyInstance, { store }: Context) {
  app.get('/health', { config: { allow: 'anyone' } }, async (_request, reply) => {
    const answers = await organisationOf(store.read).then(
      () => true,
      () => false,
    )
    return answers ? { status: 'ok' } : reply.code(503).send({ status: 'unavailable' })
  })
}
