import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, RouteHandler } from 'fastify'
import type { Said } from '#views/retro/board/said.tsx'
import { SeatPage, SeatParts } from '#views/retro/board/seat.tsx'
import { EditCardPage, type WriteProps } from '#views/retro/board/write.tsx'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { anyone } from '../../web/access-rules.ts'
import { asRefusal } from '../../web/errors.ts'
import { asTyped, readForm, wantsJson, wantsParts } from '../../web/form.ts'
import { told } from '../../web/speech.ts'
import {
  boardById,
  castVote,
  changeCard,
  contentOf,
  ownCard,
  removeCard,
  withdrawVote,
  writeCard,
} from './boards.ts'
import { changeCardForm, newCardForm, voteForm, withdrawalForm } from './forms.ts'
import { deviceOf, joined, takeSeat } from './join-routes.ts'
import type { BoardProps } from './props.ts'

interface Room {
  context: Context
  props: BoardProps & { teamName(id: string): Promise<string> }
}

type Seated = { Params: { id: string; card: string } }
type SeatedRequest = FastifyRequest<Seated>

/** What a device that has joined sees and does. */
export function seatRoutes(app: FastifyInstance, room: Room) {
  const seated = { ...anyone, errorHandler: explain(room) }
  app.get('/boards/:id/seat', anyone, showSeat(room))
  app.post<Seated>('/boards/:id/cards', seated, write(room))
  app.get<Seated>('/boards/:id/cards/:card', seated, editCard(room))
  app.post<Seated>('/boards/:id/cards/:card', seated, change(room))
  app.post<Seated>('/boards/:id/cards/:card/removal', seated, remove(room))
  app.post<Seated>('/boards/:id/votes', seated, vote(room))
  app.post<Seated>('/boards/:id/votes/withdrawal', seated, takeVoteBack(room))
}

const showSeat =
  ({ context, props }: Room): RouteHandler<Seated & { Querystring: { code?: string } }> =>
  async (request, reply) => {
    const { read } = context.store
    const board = await boardById(read, request.params.id)
    const device = deviceOf(request)
    if (!device) return takeSeat(context, request, reply, board)
    // Once nothing can be changed any more, nothing should be provable any more.
    if (board.stage === 'ended') reply.clearCookie('seat', { path: `/boards/${board.id}` })
    const content = await contentOf(read, board.id)
    const seat = { ...(await props.seat(content)), mine: props.mine(content, device) }
    if (wantsJson(request)) return reply.send(seat)
    const team = await props.teamName(board.teamId)
    return reply.page(SeatPage, { ...seat, team, write: props.write(board) })
  }

const write =
  (room: Room): RouteHandler<Seated> =>
  async (request, reply) => {
    const device = joined(request)
    const form = readForm(newCardForm, request.body)
    if (!form.ok) {
      const { card: cardId = '' } = form.typed
      const written = { typed: form.typed, faults: form.faults, cardId: String(cardId) }
      return answer(room, request, reply.code(422), written)
    }
    const { card: id, ...values } = form.values
    await writeCard(room.context, request.params.id, device, { id, ...values })
    if (wantsJson(request)) reply.code(201)
    return answer(room, request, reply, { typed: { column: String(values.column) } }, { id })
  }

const editCard =
  ({ context, props }: Room): RouteHandler<Seated> =>
  async (request, reply) => {
    const { read } = context.store
    const board = await boardById(read, request.params.id)
    const { id, column, text } = await ownCard(read, board, joined(request), request.params.card)
    const typed = { column: String(column), text }
    return reply.page(EditCardPage, { ...props.write(board), cardId: id, typed })
  }

const change =
  (room: Room): RouteHandler<Seated> =>
  async (request, reply) => {
    const { id, card } = request.params
    const device = joined(request)
    const form = readForm(changeCardForm, request.body)
    if (!form.ok) {
      const board = await boardById(room.context.store.read, id)
      const { typed, faults } = form
      return reply.faulty(EditCardPage, { ...room.props.write(board), cardId: card, typed, faults })
    }
    await changeCard(room.context, id, device, { id: card, ...form.values })
    return answer(room, request, reply)
  }

const remove =
  (room: Room): RouteHandler<Seated> =>
  async (request, reply) => {
    await removeCard(room.context, request.params.id, joined(request), request.params.card)
    return answer(room, request, reply)
  }

const vote =
  (room: Room): RouteHandler<Seated> =>
  async (request, reply) => {
    const device = joined(request)
    const form = readForm(voteForm, request.body)
    if (!form.ok) throw new Refusal('notUnderstood')
    await castVote(room.context, request.params.id, device, form.values)
    return answer(room, request, reply)
  }

const takeVoteBack =
  (room: Room): RouteHandler<Seated> =>
  async (request, reply) => {
    const device = joined(request)
    const form = readForm(withdrawalForm, request.body)
    if (!form.ok) throw new Refusal('notUnderstood')
    await withdrawVote(room.context, request.params.id, device, form.values)
    return answer(room, request, reply)
  }

/** What the device sees now; with a form for a card, where one was sent or refused. */
async function answer(
  { context, props }: Room,
  request: SeatedRequest,
  reply: FastifyReply,
  form: Partial<WriteProps> | null = null,
  json: object = {},
  said: Said | null = null,
) {
  const content = await contentOf(context.store.read, request.params.id)
  const { board } = content
  const written = { ...props.write(board), ...form }
  const seat = { ...(await props.seat(content)), mine: props.mine(content, joined(request)), write: written }
  if (wantsParts(request)) return reply.fragment(SeatParts, { ...seat, said, fresh: form !== null })
  if (form?.faults) {
    const team = await props.teamName(board.teamId)
    return reply.faulty(SeatPage, { ...seat, team, faults: form.faults })
  }
  const { sight, mine } = seat
  return reply.done({ to: `/boards/${board.id}/seat`, json: { ...json, sight, mine } })
}

const explain = (room: Room) => async (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
  const refusal = asRefusal(error)
  if (!refusal || refusal.code === 'notUnderstood' || !wantsParts(request)) throw error
  const typed = asTyped(request.body)['text']
  const said = { ...(await told(reply, refusal)), typed: typed && String(typed) }
  reply.code(refusal.statusCode)
  if (!deviceOf(request)) return reply.header('HX-Redirect', '/join').send()
  return answer(room, request as SeatedRequest, reply, null, {}, said)
}
