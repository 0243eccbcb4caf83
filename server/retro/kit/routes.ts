import type { FastifyInstance, FastifyRequest, RouteHandler } from 'fastify'
import { KitPage } from '#views/retro/kit/kit.tsx'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { members, signedIn } from '../../web/access-rules.ts'
import { asTyped, readForm, wantsJson } from '../../web/form.ts'
import { boardById, startBoard } from '../board/boards.ts'
import { kitForm, moveForm, orderForm } from './forms.ts'
import { leads } from '../leading.ts'
import { moved } from './order.ts'
import { offeredRounds, kitFor, type Wanted } from './prepared.ts'

type ByTeam = { Params: { team: string }; Querystring: { round?: string } }
type ByMove = ByTeam & { Params: { topic: string; direction: string } }
/** What whoever leads a team prepares its retro with. */
export function kitRoutes(app: FastifyInstance, context: Context) {
  app.get('/teams/:team/kit', members, showKit(context))
  app.post('/teams/:team/kit', members, putOnTheWall(context))
  app.post('/teams/:team/kit/topics/:topic/moves/:direction', members, moveTopic(context))
}

const showKit =
  (context: Context): RouteHandler<ByTeam> =>
  async (request, reply) => {
    const teamId = await teamToLead(context, request)
    const kit = await kitFor(context, signedIn(request), teamId, { round: request.query.round, order: [] })
    if (wantsJson(request))
      return reply.send({ round: kit.round, topics: kit.topics, exercises: kit.exercises })
    return reply.page(KitPage, { ...kit, moved: null, typed: {}, faults: {} })
  }

const putOnTheWall =
  (context: Context): RouteHandler<ByTeam> =>
  async (request, reply) => {
    const { read } = context.store
    const viewer = signedIn(request)
    const teamId = await teamToLead(context, request)
    const rounds = new Set((await offeredRounds(read)).map(({ id }) => id))
    const { board, exercises } = (await reply.speech()).t
    const form = readForm(kitForm(rounds, board.columns, exercises.all), request.body)
    if (!form.ok) {
      const kit = await kitFor(context, viewer, teamId, stoodAs(request.body))
      return reply.faulty(KitPage, { ...kit, ...form, moved: null })
    }
    const id = await startBoard(context, viewer, { teamId, ...form.values })
    if (wantsJson(request)) reply.code(201)
    const { code } = await boardById(read, id)
    const join = `${context.config.PUBLIC_URL}/join/${code}`
    return reply.done({ to: `/boards/${id}`, json: { id, code, join } })
  }

/** Where no script does it in place: the page anew, with what was typed. Nothing is kept. */
const moveTopic =
  (context: Context): RouteHandler<ByMove> =>
  async (request, reply) => {
    const teamId = await teamToLead(context, request)
    const form = readForm(moveForm, request.params)
    if (!form.ok) throw new Refusal('notFound')
    const { topic, direction } = form.values
    const kit = await kitFor(context, signedIn(request), teamId, stoodAs(request.body))
    const topics = moved(kit.topics, topic, direction)
    if (wantsJson(request)) return reply.send({ topics })
    const typed = asTyped(request.body)
    return reply.page(KitPage, { ...kit, topics, typed, faults: {}, moved: form.values })
  }

/** Of which round, and in what order, the topics were when a form was sent. */
function stoodAs(body: unknown): Wanted {
  const form = readForm(orderForm, body)
  return form.ok ? form.values : { order: [] }
}

async function teamToLead({ store }: Context, { params, viewer }: FastifyRequest<ByTeam>): Promise<string> {
  if (!(await leads(store.read, viewer, params.team))) throw new Refusal('notAllowed')
  return params.team
}
