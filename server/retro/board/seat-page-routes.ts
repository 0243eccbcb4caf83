import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, RouteHandler } from 'fastify'
import type { NewActionProps } from '#views/retro/board/actions.tsx'
import type { Said } from '#views/retro/board/said.tsx'
import { SeatPage, SeatParts } from '#views/retro/board/seat.tsx'
import type { WriteProps } from '#views/retro/board/write.tsx'
import type { Context } from '../../context.ts'
import { anyone } from '../../web/access-rules.ts'
import { asRefusal } from '../../web/errors.ts'
import { asTyped, wantsJson, wantsParts } from '../../web/form.ts'
import { told } from '../../web/speech.ts'
import { boardById, contentOf } from './boards.ts'
import { deviceOf, joined, takeSeat, type Guesses } from './join-routes.ts'
import type { BoardProps } from './props.ts'

export interface SeatRoom {
  context: Context
  props: BoardProps
  guesses: Guesses
}

export type Seated = { Params: { id: string; card: string; group: string; about: string } }
type SeatedRequest = FastifyRequest<Seated>

/** A form that is to be shown anew, or again with its faults. */
export interface Forms {
  write?: Partial<WriteProps>
  decide?: Pick<NewActionProps, 'typed' | 'faults'>
}

/** What a device that has joined sees. */
export function seatPageRoutes(app: FastifyInstance, room: SeatRoom) {
  app.get('/boards/:id/seat', anyone, showSeat(room))
}

const showSeat =
  (room: SeatRoom): RouteHandler<Seated & { Querystring: { code?: string } }> =>
  async (request, reply) => {
    const { context, props } = room
    const { read } = context.store
    const board = await boardById(read, request.params.id)
    const device = deviceOf(request)
    if (!device) return takeSeat(room, request, reply, board)
    // Once nothing can be changed any more, nothing should be provable any more.
    if (board.stage === 'ended') reply.clearCookie('seat', { path: `/boards/${board.id}` })
    const content = await contentOf(read, board.id)
    const seat = { ...(await props.seat(content)), mine: props.mine(content, device) }
    if (wantsJson(request)) return reply.send(seat)
    const forms = { write: props.write(board), decide: await props.decide(board) }
    return reply.page(SeatPage, { ...seat, ...forms, team: await props.teamName(board.teamId) })
  }

/** What the device sees now; with a form, where one was sent or refused. */
export async function answerSeat(
  { context, props }: SeatRoom,
  request: SeatedRequest,
  reply: FastifyReply,
  forms: Forms = {},
  json: object = {},
  said: Said | null = null,
) {
  const content = await contentOf(context.store.read, request.params.id)
  const { board } = content
  const seat = {
    ...(await props.seat(content)),
    mine: props.mine(content, joined(request)),
    write: { ...props.write(board), ...forms.write },
    decide: await props.decide(board, forms.decide),
  }
  const fresh = { write: forms.write !== undefined, decide: forms.decide !== undefined }
  if (wantsParts(request)) return reply.fragment(SeatParts, { ...seat, said, fresh })
  const faults = forms.write?.faults ?? forms.decide?.faults ?? {}
  if (Object.keys(faults).length > 0) {
    const team = await props.teamName(board.teamId)
    return reply.faulty(SeatPage, { ...seat, team, faults })
  }
  const { sight, mine } = seat
  return reply.done({ to: `/boards/${board.id}/seat`, json: { ...json, sight, mine } })
}

/** A refusal is told on the board as it is now, beside what was typed. */
export const explainToSeat =
  (room: SeatRoom) => async (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = asRefusal(error)
    if (!refusal || refusal.code === 'notUnderstood' || !wantsParts(request)) throw error
    const typed = asTyped(request.body)['text']
    const said = { ...(await told(reply, refusal)), typed: typed && String(typed) }
    reply.code(refusal.statusCode)
    if (!deviceOf(request)) return reply.header('HX-Redirect', '/join').send()
    return answerSeat(room, request as SeatedRequest, reply, {}, {}, said)
  }
