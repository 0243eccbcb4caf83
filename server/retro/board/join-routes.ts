import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandler } from 'fastify'
import { JoinPage } from '#views/retro/board/join.tsx'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { anyone, type ById } from '../../web/access-rules.ts'
import { readForm } from '../../web/form.ts'
import { limitGuesses } from '../../web/limits.ts'
import { leads } from '../leading.ts'
import { boardByCode, type Board } from './boards.ts'
import { readCode } from './code.ts'
import { codeForm } from './forms.ts'
import { Device, isSecret, newSecret } from './secrets.ts'

/** Longer than any board stays open. In seconds. */
const seatKept = 8 * 24 * 60 * 60

/** To a board by its code: nobody signs in, and nobody is asked who they are. */
export function joinRoutes(app: FastifyInstance, context: Context) {
  const join = joining(app, context)
  app.get('/join', anyone, askForCode)
  app.post('/join', anyone, joinByForm(join))
  app.get('/join/:code', anyone, joinByLink(join))
}

type Join = ReturnType<typeof joining>

const askForCode: RouteHandler = async (_request, reply) => reply.page(JoinPage, { typed: {}, faults: {} })

const joinByForm =
  (join: Join): RouteHandler =>
  async (request, reply) => {
    const form = readForm(codeForm, request.body)
    return form.ok ? join(request, reply, form.values.code) : reply.faulty(JoinPage, form)
  }

const joinByLink =
  (join: Join): RouteHandler<{ Params: { code: string } }> =>
  async (request, reply) =>
    join(request, reply, request.params.code)

function joining(app: FastifyInstance, { store }: Context) {
  const guesses = limitGuesses(app)
  return async (request: FastifyRequest, reply: FastifyReply, typed: string) => {
    guesses.refuse(request)
    const board = await boardByCode(store.read, readCode(typed))
    if (board) {
      const to = `/boards/${board.id}/seat?code=${board.code}`
      return reply.done({ to, json: { board: board.id, at: to } })
    }
    guesses.guessedWrong(request)
    return reply.faulty(JoinPage, { typed: { code: typed }, faults: { code: 'code' as const } })
  }
}

/**
 * A seat is a secret that this server gave out for this board: it is signed, so that none can be invented, and nothing
 * has to be stored of who joined.
 */
export function deviceOf(request: FastifyRequest): Device | null {
  const [boardId, secret] = (request.unsignCookie(request.cookies['seat'] ?? '').value ?? '').split('.')
  return boardId === (request.params as ById['Params']).id && isSecret(secret) ? new Device(secret) : null
}

/** Refuses with joinFirst. */
export function joined(request: FastifyRequest): Device {
  const device = deviceOf(request)
  if (!device) throw new Refusal('joinFirst')
  return device
}

/** A device that has a seat keeps it, with its cards and votes; the secret is only made where there is none. */
export async function takeSeat(
  { store: { read } }: Context,
  request: FastifyRequest<{ Querystring: { code?: string } }>,
  reply: FastifyReply,
  board: Board,
) {
  if (board.stage === 'ended') throw new Refusal('boardEnded')
  const invited = request.query.code === board.code || (await leads(read, request.viewer, board.teamId))
  if (!invited) return reply.redirect('/join', 303)
  if (board.locked) throw new Refusal('boardLocked')
  const path = `/boards/${board.id}`
  const kept = { path, httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: seatKept } as const
  const seat = `${board.id}.${newSecret()}`
  return reply.setCookie('seat', seat, { ...kept, signed: true }).redirect(`${path}/seat`, 303)
}
