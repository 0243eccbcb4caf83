import type { FastifyInstance, FastifyRequest, RouteHandler } from 'fastify'
import type { z } from 'zod'
import { EditCardPage } from '#views/retro/board/write.tsx'
import { Refusal } from '../../refusal.ts'
import { anyone } from '../../web/access-rules.ts'
import { readForm, wantsJson } from '../../web/form.ts'
import {
  boardById,
  castVote,
  changeCard,
  ownCard,
  removeCard,
  takeSignBack,
  giveSign,
  withdrawVote,
  writeCard,
} from './boards.ts'
import { changeCardForm, newCardForm, signForm, voteForm, withdrawalForm } from './forms.ts'
import { joined } from './join-routes.ts'
import { answerSeat, explainToSeat, seatPageRoutes, type Seated, type SeatRoom } from './seat-page-routes.ts'
import { seatTogetherRoutes } from './seat-together-routes.ts'

/** What a device that has joined does. */
export function seatRoutes(app: FastifyInstance, room: SeatRoom) {
  const seated = { ...anyone, errorHandler: explainToSeat(room) }
  seatPageRoutes(app, room)
  app.post<Seated>('/boards/:id/cards', seated, write(room))
  app.get<Seated>('/boards/:id/cards/:card', seated, editCard(room))
  app.post<Seated>('/boards/:id/cards/:card', seated, change(room))
  app.post<Seated>('/boards/:id/cards/:card/removal', seated, remove(room))
  app.post<Seated>('/boards/:id/votes', seated, vote(room))
  app.post<Seated>('/boards/:id/votes/withdrawal', seated, takeVoteBack(room))
  app.post<Seated>('/boards/:id/seat/signs/:about', seated, say(room))
  app.post<Seated>('/boards/:id/seat/signs/:about/removal', seated, takeBack(room))
  seatTogetherRoutes(app, room)
}

const write =
  (room: SeatRoom): RouteHandler<Seated> =>
  async (request, reply) => {
    const device = joined(request)
    const form = readForm(newCardForm, request.body)
    if (!form.ok) {
      const { card: cardId = '' } = form.typed
      const written = { typed: form.typed, faults: form.faults, cardId: String(cardId) }
      return answerSeat(room, request, reply.code(422), { write: written })
    }
    const { card: id, ...values } = form.values
    await writeCard(room.context, request.params.id, device, { id, ...values })
    if (wantsJson(request)) reply.code(201)
    const write = { typed: { column: String(values.column) } }
    return answerSeat(room, request, reply, { write }, { id })
  }

const editCard =
  ({ context, props }: SeatRoom): RouteHandler<Seated> =>
  async (request, reply) => {
    const { read } = context.store
    const board = await boardById(read, request.params.id)
    const { id, column, text } = await ownCard(read, board, joined(request), request.params.card)
    const typed = { column: String(column), text }
    return reply.page(EditCardPage, { ...props.write(board), cardId: id, typed })
  }

const change =
  (room: SeatRoom): RouteHandler<Seated> =>
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
    return answerSeat(room, request, reply)
  }

const remove =
  (room: SeatRoom): RouteHandler<Seated> =>
  async (request, reply) => {
    await removeCard(room.context, request.params.id, joined(request), request.params.card)
    return answerSeat(room, request, reply)
  }

const vote =
  (room: SeatRoom): RouteHandler<Seated> =>
  async (request, reply) => {
    const device = joined(request)
    await castVote(room.context, request.params.id, device, understood(voteForm, request.body))
    return answerSeat(room, request, reply)
  }

const takeVoteBack =
  (room: SeatRoom): RouteHandler<Seated> =>
  async (request, reply) => {
    const device = joined(request)
    await withdrawVote(room.context, request.params.id, device, understood(withdrawalForm, request.body))
    return answerSeat(room, request, reply)
  }

const say =
  (room: SeatRoom): RouteHandler<Seated> =>
  async (request, reply) => {
    const device = joined(request)
    await giveSign(room.context, request.params.id, device, signOf(request))
    return answerSeat(room, request, reply)
  }

const takeBack =
  (room: SeatRoom): RouteHandler<Seated> =>
  async (request, reply) => {
    const device = joined(request)
    await takeSignBack(room.context, request.params.id, device, signOf(request).about)
    return answerSeat(room, request, reply)
  }

const signOf = ({ params, body }: FastifyRequest<Seated>) =>
  understood(signForm, { ...(body as object | undefined), about: params.about })

/** Of buttons alone, in which nobody mistypes. Refuses with notUnderstood. */
function understood<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const form = readForm(schema, body)
  if (!form.ok) throw new Refusal('notUnderstood')
  return form.values
}
