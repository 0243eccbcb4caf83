import type { FastifyInstance, RouteHandler } from 'fastify'
import { CancelRoundPage } from '#views/rounds/cancel.tsx'
import { CloseRoundPage } from '#views/rounds/close.tsx'
import { OpenRoundPage } from '#views/rounds/open.tsx'
import { RoundPage } from '#views/rounds/round.tsx'
import { RoundProgress } from '#views/rounds/round-progress.tsx'
import { RoundsPage } from '#views/rounds/rounds.tsx'
import type { Context } from '../context.ts'
import { questionBank } from '../questionnaire/questionnaire.ts'
import { teamPaths } from '../people/people.ts'
import { Refusal } from '../refusal.ts'
import type { Reads } from '../storage/index.ts'
import type { Question } from '../storage/schema/questions.ts'
import { administrators, respondents, signedIn, type ById } from '../web/access-rules.ts'
import { waitedFor } from '../under-way.ts'
import { listQuery, pageOf, patienceOf, wantsJson } from '../web/form.ts'
import {
  allRounds,
  beginOpening,
  keyFault,
  manifestOf,
  previewUnits,
  roundById,
  frozenUnits,
  roundProgress,
  withTeams,
  type Round,
} from './rounds.ts'
import { asJson } from './told.ts'

export function roundRoutes(app: FastifyInstance, context: Context) {
  app.get('/rounds', administrators, listRounds(context))
  app.get('/rounds/:id', administrators, showRound(context))
  app.get('/rounds/:id/progress', administrators, showProgress(context))
  app.get('/rounds/:id/opening', administrators, askToOpen(context))
  app.post('/rounds/:id/opening', administrators, openRound(context))
  app.get('/rounds/:id/closure', administrators, askToClose(context))
  app.get('/rounds/:id/cancellation', administrators, askToCancel(context))
  app.get('/rounds/:id/manifest.json', respondents, showManifest(context))
}

const listRounds =
  ({ store: { read } }: Context): RouteHandler =>
  async (request, reply) => {
    const rounds = await allRounds(read)
    return wantsJson(request)
      ? reply.send({ rounds: rounds.map(asJson) })
      : reply.page(RoundsPage, { rounds })
  }

const showRound =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const round = await roundById(context.store.read, request.params.id)
    if (wantsJson(request)) return reply.send(asJson(round))
    const { page } = listQuery.parse(request.query)
    return reply.page(RoundPage, await roundProps(context, round, page))
  }

const showProgress =
  (context: Context): RouteHandler<ById & { Querystring: { was?: string } }> =>
  async (request, reply) => {
    const round = await roundById(context.store.read, request.params.id)
    // Once its state has changed there is more to see than progress.
    if (request.query.was !== round.state) reply.header('HX-Refresh', 'true')
    const overview = round.state === 'scheduled' ? null : await roundProgress(context, round)
    return reply.fragment(RoundProgress, { round, overview })
  }

const askToOpen =
  ({ store: { read } }: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const round = await roundById(read, request.params.id)
    if (round.state !== 'scheduled') throw new Refusal('roundAlreadyOpened')
    const { id, name, closesAt } = round
    const { units, ...people } = await previewUnits(read, round)
    const who = await askedOf(read, round)
    return reply.page(OpenRoundPage, { id, name, closesAt, ...people, units: units.length, who })
  }

const openRound =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id } = request.params
    const { done } = await beginOpening(context, signedIn(request).id, id)
    // A failure of the opening itself is met again, and reported, by the minute tick that resumes it.
    await waitedFor(
      done.catch(() => {}),
      patienceOf(request),
    )
    return reply.done({ to: `/rounds/${id}`, json: asJson(await roundById(context.store.read, id)) })
  }

const askToClose =
  ({ store: { read } }: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id, name, closesAt, state } = await roundById(read, request.params.id)
    if (state !== 'open' && state !== 'unclosable') throw new Refusal('roundNotOpen')
    return reply.page(CloseRoundPage, { id, name, closesAt })
  }

const askToCancel =
  ({ store: { read } }: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id, name, state } = await roundById(read, request.params.id)
    return reply.page(CancelRoundPage, { id, name, planned: state === 'scheduled' })
  }

const showManifest =
  ({ store: { read } }: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const manifest = await manifestOf(read, request.params.id)
    if (!manifest) throw new Refusal('notFound')
    return reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(manifest)
  }

const unitsAtOnce = 100

/** @param page of its units, from 1 */
async function roundProps(context: Context, round: Round, page: number) {
  const { read } = context.store
  const planned = round.state === 'scheduled'
  const preview = planned ? await previewUnits(read, round) : null
  return {
    round,
    asked: (await askedIn(read, round)).map((one) => ({
      id: one.id,
      text: one.text,
      kind: one.kind,
      cut: 'cut' in one ? one.cut : undefined,
    })),
    who: await askedOf(read, round),
    preview: preview && { ...preview, units: pageOf(preview.units, page, unitsAtOnce) },
    overview: planned ? null : await overviewOf(context, round, page),
    keyFault: round.state === 'open' ? await keyFault(context, round) : null,
  }
}

async function overviewOf(context: Context, round: Round, page: number) {
  const { read } = context.store
  const units = pageOf(await frozenUnits(read, round.id), page, unitsAtOnce)
  const some = await withTeams(read, round.id, units.some)
  return { ...(await roundProgress(context, round)), units: { ...units, some } }
}

/** Paths of the teams asked; null for everybody. */
async function askedOf(read: Reads, { teamIds }: Round): Promise<string[] | null> {
  const paths = await teamPaths(read)
  return teamIds?.map((id) => paths.get(id)?.join(' / ') ?? id) ?? null
}

/** A round's own copy of its questions; before the opening, what it would copy now. */
async function askedIn(read: Reads, { questions, selection }: Round): Promise<Question[]> {
  if (questions) return questions
  const bank = new Map((await questionBank(read)).map(({ question }) => [question.id, question]))
  return selection.flatMap(({ id, cut }) => {
    const question = bank.get(id)
    return question ? [{ ...question, cut } as Question] : []
  })
}
