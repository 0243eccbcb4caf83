import type { FastifyInstance, RouteHandler } from 'fastify'
import { ClosingProgress } from '#views/rounds/close.tsx'
import type { Context } from '../context.ts'
import { roundById } from '../rounds/rounds.ts'
import { waitedFor } from '../under-way.ts'
import { administrators, signedIn, type ById } from '../web/access-rules.ts'
import { patienceOf } from '../web/form.ts'
import { cancelRound, closeRound, closingProgress } from './publishing.ts'

/** How a round ends; the pages that ask whether it should are the round's own. */
export function endingRoutes(app: FastifyInstance, context: Context) {
  app.post('/rounds/:id/closure', administrators, close(context))
  app.get('/rounds/:id/closure/progress', administrators, showProgress(context))
  app.post('/rounds/:id/cancellation', administrators, cancel(context))
}

const close =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id } = request.params
    const { done } = await closeRound(context, signedIn(request).id, id)
    // A failure is met again, and reported, by the minute tick that takes the close up.
    await waitedFor(
      done.catch(() => {}),
      patienceOf(request),
    )
    const { state, name, outcome } = await roundById(context.store.read, id)
    return reply.done({ to: `/rounds/${id}`, json: { id, name, state, outcome } })
  }

const showProgress =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id } = request.params
    const progress = await closingProgress(context, id)
    const { state } = await roundById(context.store.read, id)
    if (state !== 'closing' && state !== 'keys to destroy') reply.header('HX-Refresh', 'true')
    return reply.fragment(ClosingProgress, { id, progress })
  }

const cancel =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    await cancelRound(context, signedIn(request).id, request.params.id)
    return reply.done({ to: '/rounds', notice: 'roundCancelled' })
  }
