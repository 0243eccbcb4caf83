import type { FastifyInstance, RouteHandler } from 'fastify'
import type { z } from 'zod'
import { RefusalPage } from '#views/errors/refusal.tsx'
import { Refusal } from '../../refusal.ts'
import { anyone } from '../../web/access-rules.ts'
import { readForm, wantsJson, wantsParts } from '../../web/form.ts'
import { actionForm, choicesFor } from '../actions/actions.ts'
import { boardById, decideOnBoard, groupCards, moveCard, nameGroup, separateCards } from './boards.ts'
import { cardsForm, headingForm, moveForm } from './forms.ts'
import { unlessEverybodyGroups } from './groups.ts'
import { joined } from './join-routes.ts'
import type { Board } from './queries.ts'
import { answerSeat, explainToSeat, type Seated, type SeatRoom } from './seat-page-routes.ts'

/** What a room does together, and any device of it may do: group, and write down what is decided. */
export function seatTogetherRoutes(app: FastifyInstance, room: SeatRoom) {
  const seated = { ...anyone, errorHandler: explainToSeat(room) }
  const { context } = room
  app.post<Seated>('/boards/:id/seat/groups', seated, group(room, cardsForm, put))
  app.post<Seated>('/boards/:id/seat/groups/:group', seated, group(room, headingForm, name))
  app.post<Seated>('/boards/:id/seat/separations', seated, group(room, cardsForm, takeOut))
  app.post<Seated>('/boards/:id/seat/moves', seated, group(room, moveForm, move))
  app.post<Seated>('/boards/:id/seat/actions', seated, decide(room))

  function put({ id }: Seated['Params'], { cards }: z.infer<typeof cardsForm>) {
    return groupCards(context, id, cards, unlessEverybodyGroups)
  }
  function takeOut({ id }: Seated['Params'], { cards }: z.infer<typeof cardsForm>) {
    return separateCards(context, id, cards, unlessEverybodyGroups)
  }
  function name({ id, group }: Seated['Params'], { title }: z.infer<typeof headingForm>) {
    return nameGroup(context, id, group, title, unlessEverybodyGroups)
  }
  function move({ id }: Seated['Params'], moved: z.infer<typeof moveForm>) {
    return moveCard(context, id, moved, unlessEverybodyGroups)
  }
}

const group =
  <S extends z.ZodType>(
    room: SeatRoom,
    schema: S,
    verb: (params: Seated['Params'], values: z.infer<S>) => Promise<void>,
  ): RouteHandler<Seated> =>
  async (request, reply) => {
    joined(request)
    const form = readForm(schema, request.body)
    if (!form.ok) {
      const { cards: fault } = form.faults
      if (!fault) throw new Refusal('notUnderstood')
      const { t } = await reply.speech()
      const said = { title: t.notDone, text: t.faults[fault] }
      if (!wantsParts(request))
        return reply.faulty(RefusalPage, { status: 422, ...said, faults: form.faults })
      return answerSeat(room, request, reply.code(422), {}, {}, said)
    }
    await verb(request.params, form.values)
    return answerSeat(room, request, reply)
  }

const decide =
  (room: SeatRoom): RouteHandler<Seated> =>
  async (request, reply) => {
    joined(request)
    const { context } = room
    const { id, teamId } = await boardById(context.store.read, request.params.id)
    const choices = await choicesFor(context, teamId)
    // By name alone: nobody tries out addresses from a seat that anybody may have.
    const owners = choices.owners.map((owner) => ({ ...owner, email: '' }))
    const form = readForm(actionForm({ ...choices, owners }), request.body)
    if (!form.ok) return answerSeat(room, request, reply.code(422), { decide: form })
    const action = await decideOnBoard(context, id, form.values, unlessLocked)
    if (wantsJson(request)) reply.code(201)
    return answerSeat(room, request, reply, { decide: { typed: {}, faults: {} } }, { id: action })
  }

function unlessLocked({ locked }: Board) {
  if (locked) throw new Refusal('boardLocked')
}
