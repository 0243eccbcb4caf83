import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ScreenPage, ScreenParts } from '#views/retro/board/screen.tsx'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { readForm, wantsJson, wantsParts, type FormFaults, type Typed } from '../../web/form.ts'
import { actionForm, choicesFor } from '../actions/actions.ts'
import { explainRefusals, type LedBoard } from './led-routes.ts'
import type { BoardProps } from './props.ts'
import { boardToLead, contentOf, decideOnBoard, isDeciding } from './boards.ts'

/** What a retro decides, written down by whoever leads it while everybody looks on. */
export function boardActionRoutes(app: FastifyInstance, context: Context, props: BoardProps) {
  const { read } = context.store
  const led = { config: { allow: 'members' as const }, errorHandler: explainRefusals(context, props) }

  app.post<LedBoard>('/boards/:id/actions', led, async (request, reply) => {
    const { id, teamId, stage } = await boardToLead(read, request.viewer, request.params.id)
    if (!isDeciding(stage)) throw new Refusal(stage === 'ended' ? 'boardEnded' : 'notInThisStage')
    const form = readForm(actionForm(await choicesFor(context, teamId)), request.body)
    if (!form.ok) return refuseForm(request, reply, form.typed, form.faults)
    const action = await decideOnBoard(context, id, form.values)
    if (wantsJson(request)) reply.code(201)
    if (!wantsParts(request)) return reply.done({ to: `/boards/${id}`, json: { id: action } })
    const screen = await props.screen(await contentOf(read, id))
    return reply.fragment(ScreenParts, { ...screen, said: null, fresh: true })
  })

  async function refuseForm(
    request: FastifyRequest<LedBoard>,
    reply: FastifyReply,
    typed: Typed,
    faults: FormFaults,
  ) {
    const content = await contentOf(read, request.params.id)
    const screen = await props.screen(content, { typed, faults })
    if (wantsParts(request))
      return reply.code(422).fragment(ScreenParts, { ...screen, said: null, fresh: true })
    return reply.faulty(ScreenPage, { ...screen, faults })
  }
}
