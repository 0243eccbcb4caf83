import type { FastifyInstance, FastifyRequest, RouteHandler } from 'fastify'
import { ResultsListPage } from '#views/results/list.tsx'
import type { OpenAction } from '#views/results/own.tsx'
import { PromisePage } from '#views/results/promise.tsx'
import { ResultsPage } from '#views/results/results.tsx'
import type { GroupAbove, MonthBefore } from '#views/results/row.tsx'
import type { Viewer } from '../access/access.ts'
import type { Context } from '../context.ts'
import { findTeams, teamPaths, type TeamPaths, type TeamsFound } from '../people/people.ts'
import { Refusal } from '../refusal.ts'
import { roundById } from '../rounds/rounds.ts'
import type { Reads } from '../storage/index.ts'
import { anyone, members, respondents, signedIn, type ById } from '../web/access-rules.ts'
import { listQuery, pageOf } from '../web/form.ts'
import {
  listPublished,
  noteViewing,
  publishedRoundById,
  readingOf,
  receiptsOf,
  resultsOf,
  shownOf,
  viewingsOf,
  type PublishedRound,
  type Reading,
  type Results,
  type Shown,
} from './results.ts'

/** What rooms above know of a month and its team. */
interface Around {
  /** What a team has decided and not done yet, the most pressing first. */
  openActionsOf: (teamId: string) => Promise<OpenAction[]>
  /** The month before, and the group above. */
  besideOf: (
    round: PublishedRound,
    readers: { teamId: string | null; reading: Reading; paths: TeamPaths },
  ) => Promise<{ since: MonthBefore | null; above: GroupAbove | null; shown: Shown[] }>
}

/** Results are public only once their round has closed, and then to whom they are about. */
export function resultsRoutes(app: FastifyInstance, context: Context, around: Around) {
  app.get('/results', members, listResults(context))
  app.get('/results/:group', members, showLatest(context))
  app.get('/rounds/:id/results', members, showOrganisation(context, around))
  app.get('/rounds/:id/results/:team', members, showTeam(context, around))
  app.get('/rounds/:id/receipts.json', anyone, showReceipts(context))
  app.get('/rounds/:id/promise', respondents, showPromise(context))
}

const roundsAtOnce = 20

const listResults =
  ({ store: { read } }: Context): RouteHandler =>
  async (request, reply) => {
    const { q, page } = listQuery.parse(request.query)
    const rounds = await listPublished(read)
    const teams = await readableTeams(read, signedIn(request), q)
    return reply.page(ResultsListPage, { teams, ...pageOf(rounds, page, roundsAtOnce) })
  }

/** The newest results of a team, or of the organisation, wherever somebody comes from. */
const showLatest =
  ({ store: { read } }: Context): RouteHandler<{ Params: { group: string } }> =>
  async (request, reply) => {
    const [latest] = await listPublished(read, 1)
    if (!latest) return reply.redirect('/results', 303)
    const { group } = request.params
    const team = group === 'organisation' ? '' : `/${encodeURIComponent(group)}`
    return reply.redirect(`/rounds/${latest.id}/results${team}`, 303)
  }

const showOrganisation =
  ({ store: { read } }: Context, { besideOf }: Around): RouteHandler<ById> =>
  async (request, reply) => {
    const round = await publishedRoundById(read, request.params.id)
    const results = await resultsOf(read, round, null)
    const paths = await teamPaths(read)
    const reading = await readingOf(read, signedIn(request))
    return reply.page(ResultsPage, {
      round,
      results,
      remarks: remarksIn(request, results),
      ...(await besideOf(round, { teamId: null, reading, paths })),
      openActions: [],
      viewings: [],
      others: findTeams(paths, reading.teams),
      leads: false,
    })
  }

const showTeam =
  (
    context: Context,
    { openActionsOf, besideOf }: Around,
  ): RouteHandler<{ Params: { id: string; team: string } }> =>
  async (request, reply) => {
    const { read } = context.store
    const viewer = signedIn(request)
    const { id, team } = request.params
    const round = await publishedRoundById(read, id)
    const reading = await readingOf(read, viewer)
    if (!reading.teams.has(team)) throw new Refusal('notAllowed')
    const results = await resultsOf(read, round, team)
    const viewings = reading.role(team) === 'member' ? await viewingsOf(context, round.id, team) : []
    const paths = await teamPaths(read)
    const { shown: beside, ...around } = await besideOf(round, { teamId: team, reading, paths })
    const shown = shownOf(team, [{ round, neighbours: results.neighbours }])
    await noteViewing(context, viewer, reading, 'opened', [...shown, ...beside])
    return reply.page(ResultsPage, {
      round,
      results,
      remarks: remarksIn(request, results),
      ...around,
      openActions: await openActionsOf(team),
      viewings,
      others: findTeams(paths, reading.teams),
      leads: reading.leads(team),
    })
  }

const remarksAtOnce = 50

const remarksIn = ({ query }: FastifyRequest, { remarks }: Results) =>
  pageOf(remarks, listQuery.parse(query).page, remarksAtOnce)

const showReceipts =
  ({ store: { read } }: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const round = await publishedRoundById(read, request.params.id)
    return reply.send({ round: round.id, receipts: await receiptsOf(read, round.id) })
  }

const showPromise =
  ({ store: { read } }: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id, name, threshold, closesAt, fingerprint } = await roundById(read, request.params.id)
    if (!fingerprint) throw new Refusal('notFound')
    return reply.page(PromisePage, { round: { id, name, threshold, closesAt, fingerprint } })
  }

async function readableTeams(read: Reads, viewer: Viewer, sought = ''): Promise<TeamsFound> {
  const { teams } = await readingOf(read, viewer)
  return findTeams(await teamPaths(read), teams, sought)
}
