import type { FastifyInstance, FastifyRequest, RouteHandler } from 'fastify'
import { BoardsPage } from '#views/retro/board/boards.tsx'
import { EndingPage } from '#views/retro/board/ending.tsx'
import { ScreenPage } from '#views/retro/board/screen.tsx'
import type { Context } from '../../context.ts'
import { findTeams, teamPaths, teamReader } from '../../people/people.ts'
import { listPublished } from '../../results/results.ts'
import { members, signedIn, type ById } from '../../web/access-rules.ts'
import { listQuery, readForm, wantsJson } from '../../web/form.ts'
import { boardActionRoutes } from './action-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { newBoardForm } from './forms.ts'
import { leadingRoutes } from './leading-routes.ts'
import { joinRoutes } from './join-routes.ts'
import { boardProps, type BoardProps } from './props.ts'
import { sightOf } from './sight.ts'
import { recordRoutes } from './record-routes.ts'
import { seatRoutes } from './seat-routes.ts'
import { boardById, boardToLead, boardsOf, contentOf, endBoard, startBoard } from './boards.ts'
import { leads } from '../leading.ts'

interface Room {
  context: Context
  props: BoardProps & { teamName(id: string): Promise<string> }
}

/** A live board: started and led by whoever facilitates or manages the team, joined by anybody with its code. */
export function boardRoutes(app: FastifyInstance, context: Context) {
  const props = { ...boardProps(context), teamName: teamNames(context) }
  const room = { context, props }
  app.get('/boards', members, listBoards(context))
  app.post('/boards', members, startOne(context))
  app.get('/boards/:id', members, showScreen(room))
  app.get('/boards/:id/ending', members, askToEnd(context))
  app.post('/boards/:id/ending', members, end(context))
  leadingRoutes(app, context, props)
  boardActionRoutes(app, context, props)
  joinRoutes(app, context)
  seatRoutes(app, room)
  eventRoutes(app, context, props)
  recordRoutes(app, context, props)
}

const listBoards =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const { known: _known, ...offered } = await choices(context, request)
    return reply.page(BoardsPage, { ...offered, typed: {}, faults: {} })
  }

const startOne =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const viewer = signedIn(request)
    const { known, ...offered } = await choices(context, request)
    const { columns } = (await reply.speech()).t.board
    const form = readForm(newBoardForm({ ...known, columns }), request.body)
    if (!form.ok) return reply.faulty(BoardsPage, { ...offered, ...form })
    const id = await startBoard(context, viewer, form.values)
    if (wantsJson(request)) reply.code(201)
    const { code, columns: named } = await boardById(context.store.read, id)
    const join = `${context.config.PUBLIC_URL}/join/${code}`
    return reply.done({ to: `/boards/${id}`, json: { id, code, join, columns: named } })
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
    return reply.page(ScreenPage, { ...screen, team: await props.teamName(board.teamId) })
  }

const askToEnd =
  ({ store: { read } }: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id } = await boardToLead(read, request.viewer, request.params.id)
    const { unrevealed } = sightOf(await contentOf(read, id))
    return reply.page(EndingPage, { id, unrevealed })
  }

const end =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id } = await boardToLead(context.store.read, request.viewer, request.params.id)
    await endBoard(context, id)
    return reply.done({ to: `/boards/${id}/record`, notice: 'boardEnded', json: { id, stage: 'ended' } })
  }

async function choices({ store: { read } }: Context, request: FastifyRequest) {
  const paths = await teamPaths(read)
  const { q, page } = listQuery.parse(request.query)
  // Of a team that is typed into the form, its page proposes those it may be.
  const { team: typed = q } = request.query as { team?: string }
  const { leads: led, boards, ...place } = await boardsOf(read, signedIn(request), page)
  const rounds = await listPublished(read, 12)
  const readTeam = teamReader(paths)
  return {
    boards: boards.map((board) => ({ ...board, team: paths.get(board.teamId)?.join(' / ') ?? null })),
    ...place,
    teams: findTeams(paths, led, String(typed)),
    rounds,
    known: {
      team(written: string) {
        const id = readTeam(written)
        return id !== null && led.has(id) ? id : null
      },
      rounds: new Set(rounds.map(({ id }) => id)),
    },
  }
}

const teamNames =
  ({ store }: Context) =>
  async (id: string): Promise<string> =>
    (await teamPaths(store.read)).get(id)?.join(' / ') ?? ''
