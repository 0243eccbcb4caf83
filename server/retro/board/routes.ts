import type { FastifyInstance } from 'fastify'
import { BoardsPage } from '#views/retro/board/boards.tsx'
import { EndingPage } from '#views/retro/board/ending.tsx'
import { ScreenPage } from '#views/retro/board/screen.tsx'
import type { Viewer } from '../../access/access.ts'
import type { Context } from '../../context.ts'
import { teamPaths } from '../../people/people.ts'
import { isPublished } from '../../results/results.ts'
import { allRounds } from '../../rounds/rounds.ts'
import { readForm, wantsJson } from '../../web/form.ts'
import { boardActionRoutes } from './action-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { newBoardForm } from './forms.ts'
import { leadingRoutes } from './leading-routes.ts'
import { boardProps, type BoardOptions } from './props.ts'
import { sightOf } from './sight.ts'
import { recordRoutes } from './record-routes.ts'
import { seatRoutes } from './seat-routes.ts'
import { boardById, boardToLead, boardsOf, contentOf, endBoard, startBoard } from './boards.ts'
import { leads } from '../leading.ts'

type ById = { Params: { id: string } }

/** A live board: started and led by whoever facilitates or manages the team, joined by anybody with its code. */
export function boardRoutes(app: FastifyInstance, context: Context, options: BoardOptions = {}) {
  const { read } = context.store
  const props = boardProps(context)
  const members = { config: { allow: 'members' as const } }

  app.get('/boards', members, async (request, reply) =>
    reply.page(BoardsPage, { ...(await choices(request.viewer!)), typed: {}, faults: {} }),
  )

  app.post('/boards', members, async (request, reply) => {
    const offered = await choices(request.viewer!)
    const ids = (of: { id: string }[]) => new Set(of.map(({ id }) => id))
    const form = readForm(
      newBoardForm({ teams: ids(offered.teams), rounds: ids(offered.rounds) }),
      request.body,
    )
    if (!form.ok) return reply.faulty(BoardsPage, { ...offered, typed: form.typed, faults: form.faults })
    const id = await startBoard(context, request.viewer!, form.values)
    if (wantsJson(request)) reply.code(201)
    const { code, columns } = await boardById(read, id)
    const join = `${context.config.PUBLIC_URL}/join/${code}`
    return reply.done({ to: `/boards/${id}`, json: { id, code, join, columns } })
  })

  app.get<ById>('/boards/:id', members, async (request, reply) => {
    const { id } = request.params
    const board = await boardById(read, id)
    if (!(await leads(read, request.viewer, board.teamId))) return reply.redirect(`/boards/${id}/seat`, 303)
    if (board.stage === 'ended') return reply.redirect(`/boards/${id}/record`, 303)
    const screen = await props.screen(await contentOf(read, id))
    if (wantsJson(request)) return reply.send(screen)
    return reply.page(ScreenPage, { ...screen, team: await teamName(board.teamId) })
  })

  app.get<ById>('/boards/:id/ending', members, async (request, reply) => {
    const { id } = await boardToLead(read, request.viewer, request.params.id)
    const { unrevealed } = sightOf(await contentOf(read, id))
    return reply.page(EndingPage, { id, unrevealed })
  })

  app.post<ById>('/boards/:id/ending', members, async (request, reply) => {
    const { id } = await boardToLead(read, request.viewer, request.params.id)
    await endBoard(context, id)
    return reply.done({ to: `/boards/${id}/record`, notice: 'boardEnded', json: { id, stage: 'ended' } })
  })

  leadingRoutes(app, context, props)
  boardActionRoutes(app, context, { ...props, teamName })
  seatRoutes(app, context, { ...props, teamName })
  eventRoutes(app, context, props, options.report)
  recordRoutes(app, context, { ...props, teamName })

  async function choices(viewer: Viewer) {
    const paths = await teamPaths(read)
    const { leads, boards } = await boardsOf(read, viewer)
    const teams = [...paths].filter(([id]) => leads.includes(id))
    return {
      boards: boards.map((board) => ({ ...board, team: paths.get(board.teamId)?.join(' / ') ?? null })),
      teams: teams.map(([id, path]) => ({ id, path: path.join(' / ') })),
      rounds: (await allRounds(read)).filter(isPublished).slice(0, 12),
    }
  }

  async function teamName(id: string): Promise<string> {
    return (await teamPaths(read)).get(id)?.join(' / ') ?? ''
  }
}
