import type { FastifyInstance, RouteHandler } from 'fastify'
import { ScreenPage } from '#views/retro/board/screen.tsx'
import type { Context } from '../../context.ts'
import { members, type ById } from '../../web/access-rules.ts'
import { wantsJson } from '../../web/form.ts'
import { limitGuesses } from '../../web/limits.ts'
import { leads } from '../leading.ts'
import { boardActionRoutes } from './action-routes.ts'
import { boardById, contentOf } from './boards.ts'
import { endingRoutes } from './ending-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { joinRoutes } from './join-routes.ts'
import { leadingRoutes } from './leading-routes.ts'
import { listRoutes } from './list-routes.ts'
import { boardProps, type BoardProps } from './props.ts'
import { recordRoutes } from './record-routes.ts'
import { seatRoutes } from './seat-routes.ts'

interface Room {
  context: Context
  props: BoardProps
}

/** A live board: started and led by whoever facilitates or manages the team, joined by anybody with its code. */
export function boardRoutes(app: FastifyInstance, context: Context) {
  const props = boardProps(context)
  const room = { context, props, guesses: limitGuesses(app) }
  listRoutes(app, context)
  app.get('/boards/:id', members, showScreen(room))
  leadingRoutes(app, context, props)
  boardActionRoutes(app, context, props)
  endingRoutes(app, room)
  joinRoutes(app, context, room.guesses)
  seatRoutes(app, room)
  eventRoutes(app, context, props)
  recordRoutes(app, context, props)
}

const showScreen =
  ({ context: { store }, props }: Room): RouteHandler<ById> =>
  async (request, reply) => {
    const { id } = request.params
    const board = await boardById(store.read, id)
    if (!(await leads(store.read, request.viewer, board.teamId)))
      return reply.redirect(`/boards/${id}/seat`, 303)
    if (board.stage === 'ended') return reply.redirect(`/boards/${id}/record`, 303)
    const screen = await props.screen(await contentOf(store.read, id))
    if (wantsJson(request)) return reply.send(screen)
    return reply.page(ScreenPage, screen)
  }
