import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { answeringScript } from './answering.ts'
import { respondents } from '../web/access-rules.ts'

export function answeringRoutes(app: FastifyInstance, context: Context) {
  app.get<{ Params: { hash: string } }>(
    '/answering/scripts/:hash.js',
    respondents,
    async (request, reply) => {
      const source = await answeringScript(context, request.params.hash)
      if (source === null) throw new Refusal('notFound')
      return reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(source)
    },
  )
}
