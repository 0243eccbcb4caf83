import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandler } from 'fastify'
import { BoardsPage } from '#views/retro/board/boards.tsx'
import type { Context } from '../../context.ts'
import { findTeams, teamPaths, teamReader } from '../../people/people.ts'
import { Refusal } from '../../refusal.ts'
import { listPublished, readingOf } from '../../results/results.ts'
import { members, signedIn, type ById } from '../../web/access-rules.ts'
import { listQuery, readForm, wantsJson } from '../../web/form.ts'
import {
  boardById,
  boardsOf,
  exerciseBoard,
  removeTemplate,
  savedTemplates,
  saveTemplate,
  startBoard,
} from './boards.ts'
import { newBoardForm, type Layout } from './forms.ts'

/** Where retros are found and started. */
export function listRoutes(app: FastifyInstance, context: Context) {
  app.get('/boards', members, listBoards(context))
  app.post('/boards', members, startOne(context))
  app.post('/boards/templates/:id/removal', members, removeSaved(context))
}

const listBoards =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const { known: _known, ...offered } = await choices(context, request, reply)
    return reply.page(BoardsPage, { ...offered, typed: {}, faults: {} })
  }

const startOne =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const viewer = signedIn(request)
    const { known, ...offered } = await choices(context, request, reply)
    const form = readForm(newBoardForm(known), request.body)
    if (!form.ok) return reply.faulty(BoardsPage, { ...offered, ...form })
    const { saveAs, ...wanted } = form.values
    const id = await startBoard(context, viewer, wanted)
    if (saveAs) await saveTemplate(context, { name: saveAs, columns: wanted.columns })
    if (wantsJson(request)) reply.code(201)
    const { code, columns } = await boardById(context.store.read, id)
    const join = `${context.config.PUBLIC_URL}/join/${code}`
    return reply.done({ to: `/boards/${id}`, json: { id, code, join, columns } })
  }

const removeSaved =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { led } = await readingOf(context.store.read, signedIn(request))
    if (led.length === 0) throw new Refusal('notAllowed')
    await removeTemplate(context, request.params.id)
    return reply.done({ to: '/boards', json: {} })
  }

async function choices(context: Context, request: FastifyRequest, reply: FastifyReply) {
  const { read } = context.store
  const paths = await teamPaths(read)
  const { q, page } = listQuery.parse(request.query)
  // Of a team that is typed into the form, its page proposes those it may be.
  const { team: typed = q } = request.query as { team?: string }
  const { leads: led, boards, ...place } = await boardsOf(read, signedIn(request), page)
  const rounds = await listPublished(read, 12)
  const saved = await savedTemplates(read)
  const { board, exercises } = (await reply.speech()).t
  const layouts = new Map<string, Layout>([
    ...Object.entries(board.columns).map(([name, columns]): [string, Layout] => [name, { columns }]),
    ...Object.entries(exercises.all).map(([id, one]): [string, Layout] => [
      `exercise-${id}`,
      exerciseBoard(one),
    ]),
    ...saved.map(({ id, columns }): [string, Layout] => [`saved-${id}`, { columns }]),
  ])
  const readTeam = teamReader(paths)
  return {
    boards: boards.map((one) => ({ ...one, team: paths.get(one.teamId)?.join(' / ') ?? null })),
    ...place,
    teams: findTeams(paths, led, String(typed)),
    rounds,
    saved,
    known: {
      team(written: string) {
        const id = readTeam(written)
        return id !== null && led.has(id) ? id : null
      },
      rounds: new Set(rounds.map(({ id }) => id)),
      template: (written: string) => layouts.get(written) ?? null,
    },
  }
}
