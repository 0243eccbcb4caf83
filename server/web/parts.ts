import type { FastifyInstance } from 'fastify'
import { PartsPage } from '#views/parts/page.tsx'

/** Each part of the design in every state, to build pages from. In development only. */
export function partsRoutes(app: FastifyInstance) {
  app.get('/parts', { config: { allow: 'anyone' } }, async (_request, reply) => reply.page(PartsPage, {}))
}
