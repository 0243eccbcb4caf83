import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { JobRuns } from '../every-minute.ts'
import { Refusal } from '../refusal.ts'
import { anyone } from '../web/access-rules.ts'
import { bearer } from '../web/form.ts'
import { doctorsToken, type Connection } from './connection.ts'
import { metricsOf, metricsType } from './metrics.ts'

/** For who watches the server: with a token of its own, and not there at all where none is set. */
export function operatingRoutes(app: FastifyInstance, context: Context, jobs: JobRuns) {
  const { METRICS_TOKEN } = context.config

  // Asked by `npm run doctor` through the public address: how did this come here, and from whom?
  app.get('/doctor', anyone, async (request, reply) => {
    if (!isSame(bearer(request) ?? '', await doctorsToken(context.keys))) throw new Refusal('notFound')
    return reply.send(connectionOf(request))
  })

  app.get('/metrics', anyone, async (request, reply) => {
    if (METRICS_TOKEN === undefined) throw new Refusal('notFound')
    if (!isSame(bearer(request) ?? '', METRICS_TOKEN)) throw new Refusal('metricsTokenWrong')
    return reply.type(metricsType).send(await metricsOf(context, jobs))
  })
}

function connectionOf({ socket, ip, headers, protocol }: FastifyRequest): Connection {
  const forwarded = headers['x-forwarded-for']
  return {
    nearest: plain(socket.remoteAddress ?? ''),
    address: plain(ip),
    forwarded: forwarded === undefined ? null : [forwarded].flat().join(', '),
    scheme: protocol,
  }
}

/** An address of IPv4 as such, where the server listens to both. */
const plain = (address: string): string => address.replace(/^::ffff:/, '')

/** In the same time, however much of it is right. */
const isSame = (given: string, right: string): boolean => timingSafeEqual(digest(given), digest(right))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
