import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GapsPage } from '#views/insights/gaps.tsx'
import { HeatmapPage } from '#views/insights/heatmap.tsx'
import { OverviewPage } from '#views/insights/overview.tsx'
import type { Context } from '../context.ts'
import { measures } from '../figures/figures.ts'
import { noteViewing, publishedRounds, shownOf, type Reading } from '../results/results.ts'
import { Refusal } from '../refusal.ts'
import { organisationOf } from '../settings/settings.ts'
import { asCsv, gapLines, heatmapLines, trendLines, type Line } from './exports.ts'
import { groupQuery, heatmapQuery, overviewQuery } from './forms.ts'
import { firstGroupOf, groupById, groupsFor, type Group } from './groups.ts'
import { heatmapOf, overviewOf } from './insights.ts'

type ByGroup = { Params: { group: string } }

/** What changed, for whoever may read a group's results: the same codes as on the results pages, told over time. */
export function insightRoutes(app: FastifyInstance, context: Context) {
  const { read } = context.store
  const members = { config: { allow: 'members' as const } }

  for (const page of ['overview', 'heatmap', 'gaps'])
    app.get(`/${page}`, members, async (request, reply) => {
      const { group, ...others } = request.query as Record<string, string>
      const chosen = groupQuery.parse({ group }).group ?? firstGroupOf(request.viewer!)
      const query = new URLSearchParams(others).toString()
      return reply.redirect(`/${page}/${encodeURIComponent(chosen)}${query && `?${query}`}`, 303)
    })

  app.get<ByGroup>('/overview/:group', members, async (request, reply) => {
    const { groups, group, reading, paths } = await chosen(request)
    const { overview, months } = await overviewFor(request, group, paths)
    await tell(request, group, reading, overview, 'opened')
    return reply.page(OverviewPage, {
      group,
      groups,
      months,
      measures,
      overview,
      leads: leads(reading, group),
    })
  })

  app.get<ByGroup>('/gaps/:group', members, async (request, reply) => {
    const { groups, group, reading, paths } = await chosen(request)
    const { overview } = await overviewFor(request, group, paths)
    await tell(request, group, reading, overview, 'opened')
    const month = overview?.latest.round.month ?? null
    return reply.page(GapsPage, {
      group,
      groups,
      month,
      gaps: overview?.gaps ?? [],
      leads: leads(reading, group),
    })
  })

  app.get<ByGroup>('/heatmap/:group', members, async (request, reply) => {
    const { groups, group, reading, paths } = await chosen(request)
    const { heatmap, round, rounds, sort } = await heatmapFor(request, group, { reading, paths })
    await noteViewing(context, request.viewer!, reading, 'opened', [{ roundId: round.id, ...heatmap.shown }])
    return reply.page(HeatmapPage, {
      group,
      groups,
      round,
      rounds,
      sort,
      heatmap,
      leads: leads(reading, group),
    })
  })

  const exported: Record<string, (request: FastifyRequest<ByGroup>) => Promise<Line[]>> = {
    'overview/:group/trends': async (request) => {
      const { group, reading, paths } = await chosen(request)
      const { overview } = await overviewFor(request, group, paths)
      await tell(request, group, reading, overview, 'exported')
      return overview ? trendLines(group, overview) : []
    },
    'gaps/:group/gaps': async (request) => {
      const { group, reading, paths } = await chosen(request)
      const { overview } = await overviewFor(request, group, paths)
      await tell(request, group, reading, overview, 'exported')
      return overview ? gapLines(group, overview.gaps, overview.latest.round.month) : []
    },
    'heatmap/:group/heatmap': async (request) => {
      const { group, reading, paths } = await chosen(request)
      const { heatmap, round } = await heatmapFor(request, group, { reading, paths })
      await noteViewing(context, request.viewer!, reading, 'exported', [
        { roundId: round.id, ...heatmap.shown },
      ])
      return heatmapLines(heatmap, round.month)
    },
  }
  for (const [path, lines] of Object.entries(exported)) {
    app.get<ByGroup>(`/${path}.json`, members, async (request, reply) =>
      reply.send({ figures: await lines(request) }),
    )
    app.get<ByGroup>(`/${path}.csv`, members, async (request, reply) =>
      sendCsv(reply, path.split('/').at(-1)!, await lines(request)),
    )
  }

  async function chosen(request: FastifyRequest<ByGroup>) {
    const { name } = (await organisationOf(read))!
    const readable = await groupsFor(read, request.viewer!, name)
    return { ...readable, group: groupById(readable.groups, request.params.group) }
  }

  async function overviewFor(request: FastifyRequest, { teamId }: Group, paths: Map<string, string[]>) {
    const choice = overviewQuery.parse(request.query)
    return { overview: await overviewOf(read, { teamId, paths }, choice), months: choice.months }
  }

  async function heatmapFor(
    request: FastifyRequest,
    { teamId }: Group,
    readable: { reading: Reading; paths: Map<string, string[]> },
  ) {
    const { sort, page, round: wanted } = heatmapQuery.parse(request.query)
    const rounds = await publishedRounds(read, mostRounds)
    const round = rounds.find(({ id }) => id === wanted) ?? rounds.at(-1)
    if (!round) throw new Refusal('nothingPublished')
    const heatmap = await heatmapOf(read, round, readable, { teamId, sort, page: page - 1 })
    return { heatmap, round, rounds, sort }
  }

  /** Whoever reads a team's figures from outside is named to the team, for every month that is shown. */
  async function tell(
    request: FastifyRequest,
    { teamId }: Group,
    reading: Reading,
    overview: Awaited<ReturnType<typeof overviewOf>>,
    what: 'opened' | 'exported',
  ) {
    const shown = shownOf(teamId, overview?.history ?? [])
    await noteViewing(context, request.viewer!, reading, what, shown)
  }
}

/** As far back as a map can be chosen. */
const mostRounds = 36

const leads = (reading: Reading, { teamId }: Group): boolean => teamId !== null && reading.leads(teamId)

const sendCsv = (reply: FastifyReply, name: string, lines: Line[]) =>
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(asCsv(lines))
