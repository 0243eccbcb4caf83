import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import type { JobRuns } from '../every-minute.ts'
import { Refusal } from '../refusal.ts'
import { anyone } from '../web/access-rules.ts'
import { bearer } from '../web/form.ts'
import { metricsOf, metricsType } from './metrics.ts'

/** For who watches the server: with a token of its own, and not there at all where none is set. */
export function operatingRoutes(app: FastifyInstance, context: Context, jobs: JobRuns) {
  const { METRICS_TOKEN } = context.config

  app.get('/metrics', anyone, async (request, reply) => {
    if (METRICS_TOKEN === undefined) throw new Refusal('notFound')
    if (!isSame(bearer(request) ?? '', METRICS_TOKEN)) throw new Refusal('metricsTokenWrong')
    return reply.type(metricsType).send(await metricsOf(context, jobs))
  })
}

/** In the same time, however much of it is right. */
const isSame = (given: string, right: string): boolean => timingSafeEqual(digest(given), digest(right))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
