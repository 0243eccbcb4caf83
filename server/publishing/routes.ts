import type { FastifyInstance } from 'fastify'
import { CancelRoundPage } from '#views/rounds/cancel.tsx'
import { CloseRoundPage, ClosingProgress } from '#views/rounds/close.tsx'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { roundById } from '../rounds/rounds.ts'
import { waitedFor } from '../under-way.ts'
import { patienceOf } from '../web/form.ts'
import { cancelRound, closeRound, closingProgress } from './publishing.ts'

type ById = { Params: { id: string } }

/** How a round ends. */
export function endingRoutes(app: FastifyInstance, context: Context) {
  const { read } = context.store
  const administrators = { config: { allow: 'administrators' as const } }

  app.get<ById>('/rounds/:id/closure', administrators, async (request, reply) => {
    const { id, name, closesAt, state } = await roundById(read, request.params.id)
    if (state !== 'open' && state !== 'unclosable') throw new Refusal('roundNotOpen')
    return reply.page(CloseRoundPage, { id, name, closesAt })
  })

  app.post<ById>('/rounds/:id/closure', administrators, async (request, reply) => {
    const { id } = request.params
    const { done } = await closeRound(context, request.viewer!.id, id)
    // A failure is met again, and reported, by the minute tick that takes the close up.
    await waitedFor(
      done.catch(() => {}),
      patienceOf(request),
    )
    const { state, name, outcome } = await roundById(read, id)
    return reply.done({ to: `/rounds/${id}`, json: { id, name, state, outcome } })
  })

  app.get<ById>('/rounds/:id/closure/progress', administrators, async (request, reply) => {
    const { id } = request.params
    const progress = closingProgress(id)
    const { state } = await roundById(read, id)
    if (state !== 'closing' && state !== 'keys to destroy') reply.header('HX-Refresh', 'true')
    return reply.fragment(ClosingProgress, { id, progress })
  })

  app.get<ById>('/rounds/:id/cancellation', administrators, async (request, reply) => {
    const { id, name, state } = await roundById(read, request.params.id)
    return reply.page(CancelRoundPage, { id, name, planned: state === 'scheduled' })
  })

  app.post<ById>('/rounds/:id/cancellation', administrators, async (request, reply) => {
    await cancelRound(context, request.viewer!.id, request.params.id)
    return reply.done({ to: '/rounds', notice: 'roundCancelled' })
  })
}
