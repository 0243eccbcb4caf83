import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { en } from '#views/messages/en.ts'
import { JoinPage } from '#views/retro/board/join.tsx'
import type { Said } from '#views/retro/board/said.tsx'
import { SeatPage, SeatParts } from '#views/retro/board/seat.tsx'
import { EditCardPage, type WriteProps } from '#views/retro/board/write.tsx'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { asRefusal } from '../../web/errors.ts'
import { readForm, wantsJson, wantsParts, type Typed } from '../../web/form.ts'
import { limitGuesses } from '../../web/limits.ts'
import { readCode } from './code.ts'
import { changeCardForm, codeForm, newCardForm, voteForm, withdrawalForm } from './forms.ts'
import type { BoardProps } from './props.ts'
import { Device, isSecret, newSecret } from './secrets.ts'
import {
  boardByCode,
  boardById,
  castVote,
  changeCard,
  contentOf,
  ownCard,
  removeCard,
  withdrawVote,
  writeCard,
  type Board,
} from './boards.ts'
import { leads } from '../leading.ts'

type Seated = { Params: { id: string; card: string } }
type SeatedRequest = FastifyRequest<Seated>

/** Longer than any board stays open. In seconds. */
const secretKept = 8 * 24 * 60 * 60

/**
 * A seat is a secret that this server gave out for this board: it is signed, so that none can be invented, and nothing
 * has to be stored of who joined.
 */
export function deviceOf(request: FastifyRequest): Device | null {
  const [boardId, secret] = (request.unsignCookie(request.cookies['seat'] ?? '').value ?? '').split('.')
  return boardId === (request.params as Seated['Params']).id && isSecret(secret) ? new Device(secret) : null
}

/** Taking part, from any device that knows the code: nobody signs in, and nobody is asked who they are. */
export function seatRoutes(
  app: FastifyInstance,
  context: Context,
  props: BoardProps & { teamName(id: string): Promise<string> },
) {
  const { read } = context.store
  const anyone = { config: { allow: 'anyone' as const } }
  const seated = { ...anyone, errorHandler: explain }
  const guesses = limitGuesses(context.clock)

  app.get('/join', anyone, async (_request, reply) => reply.page(JoinPage, { typed: {}, faults: {} }))

  app.post('/join', anyone, async (request, reply) => {
    const form = readForm(codeForm, request.body)
    if (!form.ok) return reply.faulty(JoinPage, { typed: form.typed, faults: form.faults })
    return join(request, reply, form.values.code)
  })

  app.get<{ Params: { code: string } }>('/join/:code', anyone, async (request, reply) =>
    join(request, reply, request.params.code),
  )

  app.get<Seated & { Querystring: { code?: string } }>('/boards/:id/seat', anyone, async (request, reply) => {
    const board = await boardById(read, request.params.id)
    const device = deviceOf(request)
    if (!device) return takeSeat(request, reply, board)
    // Once nothing can be changed any more, nothing should be provable any more.
    if (board.stage === 'ended') reply.clearCookie('seat', { path: `/boards/${board.id}` })
    const content = await contentOf(read, board.id)
    const seat = { ...(await props.seat(content)), mine: props.mine(content, device) }
    if (wantsJson(request)) return reply.send(seat)
    return reply.page(SeatPage, {
      ...seat,
      team: await props.teamName(board.teamId),
      write: props.write(board),
    })
  })

  app.post<Seated>('/boards/:id/cards', seated, async (request, reply) => {
    const device = joined(request)
    const form = readForm(newCardForm, request.body)
    if (!form.ok) {
      const { card: cardId = '' } = form.typed
      return answer(request, reply.code(422), {
        typed: form.typed,
        faults: form.faults,
        cardId: String(cardId),
      })
    }
    const { card: id, ...values } = form.values
    await writeCard(context, request.params.id, device, { id, ...values })
    if (wantsJson(request)) reply.code(201)
    return answer(request, reply, { typed: { column: String(values.column) } }, { id })
  })

  app.get<Seated>('/boards/:id/cards/:card', seated, async (request, reply) => {
    const board = await boardById(read, request.params.id)
    const { id, column, text } = await ownCard(read, board, joined(request), request.params.card)
    return reply.page(EditCardPage, {
      ...props.write(board),
      cardId: id,
      typed: { column: String(column), text },
    })
  })

  app.post<Seated>('/boards/:id/cards/:card', seated, async (request, reply) => {
    const { id, card } = request.params
    const device = joined(request)
    const form = readForm(changeCardForm, request.body)
    if (!form.ok) {
      const board = await boardById(read, id)
      const page = { ...props.write(board), cardId: card, typed: form.typed, faults: form.faults }
      return reply.faulty(EditCardPage, page)
    }
    await changeCard(context, id, device, { id: card, ...form.values })
    return answer(request, reply)
  })

  app.post<Seated>('/boards/:id/cards/:card/removal', seated, async (request, reply) => {
    await removeCard(context, request.params.id, joined(request), request.params.card)
    return answer(request, reply)
  })

  app.post<Seated>('/boards/:id/votes', seated, async (request, reply) => {
    const device = joined(request)
    const form = readForm(voteForm, request.body)
    if (!form.ok) throw new Refusal('notUnderstood')
    await castVote(context, request.params.id, device, form.values)
    return answer(request, reply)
  })

  app.post<Seated>('/boards/:id/votes/withdrawal', seated, async (request, reply) => {
    const device = joined(request)
    const form = readForm(withdrawalForm, request.body)
    if (!form.ok) throw new Refusal('notUnderstood')
    await withdrawVote(context, request.params.id, device, form.values)
    return answer(request, reply)
  })

  async function join(request: FastifyRequest, reply: FastifyReply, typed: string) {
    guesses.refuse(request)
    const board = await boardByCode(read, readCode(typed))
    if (board) {
      const to = `/boards/${board.id}/seat?code=${board.code}`
      return reply.done({ to, json: { board: board.id, at: to } })
    }
    guesses.guessedWrong(request)
    return reply.faulty(JoinPage, { typed: { code: typed }, faults: { code: 'code' as const } })
  }

  /** A device that has a seat keeps it, with its cards and votes; the secret is only made where there is none. */
  async function takeSeat(
    request: FastifyRequest<{ Querystring: { code?: string } }>,
    reply: FastifyReply,
    board: Board,
  ) {
    if (board.stage === 'ended') throw new Refusal('boardEnded')
    const invited = request.query.code === board.code || (await leads(read, request.viewer, board.teamId))
    if (!invited) return reply.redirect('/join', 303)
    if (board.locked) throw new Refusal('boardLocked')
    const path = `/boards/${board.id}`
    const kept = { path, httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: secretKept } as const
    const seat = `${board.id}.${newSecret()}`
    return reply.setCookie('seat', seat, { ...kept, signed: true }).redirect(`${path}/seat`, 303)
  }

  function joined(request: FastifyRequest): Device {
    const device = deviceOf(request)
    if (!device) throw new Refusal('joinFirst')
    return device
  }

  /** What the device sees now; with a form for a card, where one was sent or refused. */
  async function answer(
    request: SeatedRequest,
    reply: FastifyReply,
    form: Partial<WriteProps> | null = null,
    json: object = {},
    said: Said | null = null,
  ) {
    const content = await contentOf(read, request.params.id)
    const { board } = content
    const write = { ...props.write(board), ...form }
    const seat = { ...(await props.seat(content)), mine: props.mine(content, joined(request)), write }
    if (wantsParts(request)) return reply.fragment(SeatParts, { ...seat, said, fresh: form !== null })
    if (form?.faults)
      return reply.faulty(SeatPage, {
        ...seat,
        team: await props.teamName(board.teamId),
        faults: form.faults,
      })
    return reply.done({
      to: `/boards/${board.id}/seat`,
      json: { ...json, sight: seat.sight, mine: seat.mine },
    })
  }

  async function explain(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
    const refusal = asRefusal(error)
    if (!refusal || !wantsParts(request)) throw error
    const { title, text } = en.refusals[refusal.code]
    const typed = (request.body as Typed | null)?.['text']
    const said = { title, text: text(refusal.detail as never), typed: typed && String(typed) }
    reply.code(refusal.statusCode)
    if (!deviceOf(request)) return reply.header('HX-Redirect', '/join').send()
    return answer(request as SeatedRequest, reply, null, {}, said)
  }
}
