import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'

export function healthRoutes(app: FastifyInstance, { store }: Context) {
  app.get('/health', { config: { allow: 'anyone' } }, async (_request, reply) => {
    const answers = await store.read.select({ one: sql`1` }).then(
      () => true,
      () => false,
    )
    return answers ? { status: 'ok' } : reply.code(503).send({ status: 'unavailable' })
  })
}
