import type { FastifyInstance, FastifyRequest, RouteHandler } from 'fastify'
import { z } from 'zod'
import { LearntPage } from '#views/retro/learnt/learnt.tsx'
import { ShareLearntPage } from '#views/retro/learnt/share.tsx'
import type { Context } from '../../context.ts'
import { teamPaths } from '../../people/people.ts'
import { Refusal } from '../../refusal.ts'
import { dayIn, theOrganisation } from '../../settings/settings.ts'
import { readingOf } from '../../results/results.ts'
import { members, signedIn, type ById } from '../../web/access-rules.ts'
import { line, readForm, wantsJson, whole } from '../../web/form.ts'
import { leads } from '../leading.ts'
import { learntBy, shareLearnt, takeBackLearnt } from './learnt.ts'

type ByTeam = { Params: { team: string }; Querystring: { text?: string } }

/** What teams learnt, for everybody to read. */
export function learntRoutes(app: FastifyInstance, context: Context) {
  app.get('/learnt', members, list(context))
  app.get('/teams/:team/learnt/new', members, begin(context))
  app.post('/teams/:team/learnt', members, share(context))
  app.post('/learnt/:id/removal', members, takeBack(context))
}

const pageQuery = z.object({ page: whole(1, 100_000, 'invalid').catch(1) })
const learntForm = z.object({ text: line(280) })

const list =
  ({ store }: Context): RouteHandler =>
  async (request, reply) => {
    const { page } = pageQuery.parse(request.query)
    const viewer = signedIn(request)
    const [{ found, pages }, paths, reading] = await Promise.all([
      learntBy(store.read, page - 1),
      teamPaths(store.read),
      readingOf(store.read, viewer),
    ])
    const { timeZone } = await theOrganisation(store.read)
    const told = found.map(({ teamId, sharedAt, ...one }) => ({
      ...one,
      sharedOn: dayIn(sharedAt, timeZone),
      team: paths.get(teamId)?.join(' / ') ?? '',
      mayTakeBack: viewer.administrator || reading.leads(teamId),
    }))
    if (wantsJson(request)) return reply.send({ learnt: told.map(({ mayTakeBack: _, ...one }) => one) })
    return reply.page(LearntPage, { learnt: told, page: page - 1, pages })
  }

const begin =
  (context: Context): RouteHandler<ByTeam> =>
  async (request, reply) => {
    const team = await teamLed(context, request)
    return reply.page(ShareLearntPage, { team, typed: { text: request.query.text ?? '' }, faults: {} })
  }

const share =
  (context: Context): RouteHandler<ByTeam> =>
  async (request, reply) => {
    const team = await teamLed(context, request)
    const form = readForm(learntForm, request.body)
    if (!form.ok) return reply.faulty(ShareLearntPage, { team, ...form })
    await shareLearnt(context, signedIn(request), { teamId: team.id, ...form.values })
    return reply.done({ to: '/learnt', notice: 'learntShared' })
  }

const takeBack =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    await takeBackLearnt(context, signedIn(request), request.params.id)
    return reply.done({ to: '/learnt', notice: 'learntTakenBack' })
  }

async function teamLed({ store }: Context, { params, viewer }: FastifyRequest<ByTeam>) {
  if (!(await leads(store.read, viewer, params.team))) throw new Refusal('notAllowed')
  const paths = await teamPaths(store.read)
  return { id: params.team, path: paths.get(params.team)?.join(' / ') ?? '' }
}
