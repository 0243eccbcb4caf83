import type { FastifyInstance } from 'fastify'
import { AnswerPage } from '#views/answering/answer.tsx'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { organisationOf } from '../settings/settings.ts'
import { asset, integrity } from '../web/assets.ts'
import { answeringScript } from './answering.ts'
import { anyone } from '../web/access-rules.ts'

export function answeringRoutes(app: FastifyInstance, context: Context) {
  app.get('/answer', anyone, async (_request, reply) => {
    const organisation = await organisationOf(context.store.read)
    if (!organisation) throw new Refusal('notReady')
    return reply.header('referrer-policy', 'no-referrer').page(AnswerPage, {
      organisation: organisation.name,
      scriptUrl: asset('loader.js'),
      scriptIntegrity: integrity('loader.js'),
      styleUrl: asset('answer.css'),
      lang: 'en',
    })
  })

  app.get<{ Params: { hash: string } }>('/answering/scripts/:hash.js', anyone, async (request, reply) => {
    const source = await answeringScript(context, request.params.hash)
    if (source === null) throw new Refusal('notFound')
    return reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(source)
  })
}
