import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { OpenAction } from '#views/results/own.tsx'
import { ResultsPage } from '#views/results/results.tsx'
import { ResultsListPage } from '#views/results/list.tsx'
import { PrivacyPage } from '#views/results/privacy.tsx'
import { PromisePage } from '#views/results/promise.tsx'
import type { Context } from '../context.ts'
import { teamPaths } from '../people/people.ts'
import { Refusal } from '../refusal.ts'
import { allRounds, roundById, type Round } from '../rounds/rounds.ts'
import { asset } from '../web/assets.ts'
import {
  isPublished,
  noteViewing,
  publishedCells,
  readingOf,
  receiptsOf,
  resultsOf,
  shownOf,
  viewingsOf,
  type Cells,
} from './results.ts'

type ById = { Params: { id: string } }

interface Options {
  /** What a team has decided and not done yet, the most pressing first. */
  openActionsOf?: (teamId: string) => Promise<OpenAction[]>
}

/** Results are public only once their round has closed, and then to whom they are about. */
export function resultsRoutes(
  app: FastifyInstance,
  context: Context,
  { openActionsOf = async () => [] }: Options = {},
) {
  const { read } = context.store
  const members = { config: { allow: 'members' as const } }
  const anyone = { config: { allow: 'anyone' as const } }

  app.get('/results', members, async (request, reply) => {
    const { teams } = await readingOf(read, request.viewer!)
    const paths = [...(await teamPaths(read))].filter(([id]) => teams.has(id))
    const closed = (await allRounds(read)).filter(isPublished)
    return reply.page(ResultsListPage, {
      rounds: closed,
      teams: paths.map(([id, path]) => ({ id, path: path.join(' / ') })),
    })
  })

  app.get<ById>('/rounds/:id/results', members, async (request, reply) => {
    const round = await publishedRound(request.params.id)
    return reply.page(ResultsPage, {
      round,
      results: await resultsOf(read, round, null),
      openActions: [],
      viewings: [],
      others: await teamsOf(request),
    })
  })

  app.get<{ Params: { id: string; team: string } }>(
    '/rounds/:id/results/:team',
    members,
    async (request, reply) => {
      const round = await publishedRound(request.params.id)
      const { team } = request.params
      const reading = await readingOf(read, request.viewer!)
      if (!reading.teams.has(team)) throw new Refusal('notAllowed')
      const results = await resultsOf(read, round, team)
      const viewings = reading.role(team) === 'member' ? await viewingsOf(context, round.id, team) : []
      const shown = shownOf(team, [{ round, neighbours: results.neighbours }])
      await noteViewing(context, request.viewer!, reading, 'opened', shown)
      const openActions = await openActionsOf(team)
      const others = await teamsOf(request)
      return reply.page(ResultsPage, { round, results, openActions, viewings, others })
    },
  )

  app.get<ById>('/rounds/:id/cells.json', members, async (request, reply) =>
    reply.send(await seenBy(request, 'exported')),
  )

  app.get<ById>('/rounds/:id/cells.csv', members, async (request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="cells.csv"')
      .send(asCsv(await seenBy(request, 'exported'))),
  )

  app.get<ById>('/rounds/:id/receipts.json', anyone, async (request, reply) => {
    const round = await publishedRound(request.params.id)
    return reply.send({ round: round.id, receipts: await receiptsOf(read, round.id) })
  })

  app.get<ById>('/rounds/:id/privacy', members, async (request, reply) => {
    const round = await publishedRound(request.params.id)
    const { classes } = await seenBy(request, 'opened')
    return reply.page(PrivacyPage, { round, classes, script: asset('receipt.js') })
  })

  app.get<ById>('/rounds/:id/promise', anyone, async (request, reply) => {
    const { id, name, threshold, closesAt, fingerprint } = await roundById(read, request.params.id)
    if (!fingerprint) throw new Refusal('notFound')
    return reply.page(PromisePage, { round: { id, name, threshold, closesAt, fingerprint } })
  })

  async function publishedRound(id: string): Promise<Round> {
    const round = await roundById(read, id)
    if (!isPublished(round)) throw new Refusal('notFound')
    return round
  }

  async function teamsOf(request: FastifyRequest) {
    const { teams } = await readingOf(read, request.viewer!)
    return [...(await teamPaths(read))]
      .filter(([id]) => teams.has(id))
      .map(([id, path]) => ({ id, path: path.join(' / ') }))
  }

  /** It takes along everything its reader may see of the round, so all whose that is are told. */
  async function seenBy(request: FastifyRequest<ById>, what: 'opened' | 'exported'): Promise<Cells> {
    const round = await publishedRound(request.params.id)
    const reading = await readingOf(read, request.viewer!)
    const { cells, shown } = await publishedCells(read, round, reading)
    await noteViewing(context, request.viewer!, reading, what, [shown])
    return cells
  }
}

/** One line a cell; the levels or bands of a cell stand in one column, since questions differ in them. */
function asCsv({ cells }: Cells): string {
  const lines = cells.map(({ question, group, groupName, n, shown, histogram, range }) => [
    question,
    group,
    groupName,
    n ?? '',
    shown,
    histogram?.join(' ') ?? '',
    range
      ? Object.entries(range)
          .map(([band, [low, high]]) => `${band} ${low}-${high}`)
          .join('; ')
      : '',
  ])
  const header = ['question', 'group', 'groupName', 'n', 'shown', 'histogram', 'range']
  return stringify([header, ...lines], { record_delimiter: 'windows', escape_formulas: true })
}
