import type { FastifyInstance, FastifyRequest, RouteHandler } from 'fastify'
import { ChooseGroupPage } from '#views/insights/choose.tsx'
import { GapsPage } from '#views/insights/gaps.tsx'
import { HeatmapPage } from '#views/insights/heatmap.tsx'
import { OverviewPage } from '#views/insights/overview.tsx'
import type { Context } from '../context.ts'
import { registerOf } from '../figures/figures.ts'
import { noteViewing, listPublished, publishedRoundById, shownOf, type Reading } from '../results/results.ts'
import { Refusal } from '../refusal.ts'
import { members, signedIn } from '../web/access-rules.ts'
import { sendFile } from '../web/download.ts'
import { wantsParts } from '../web/form.ts'
import { asCsv, gapLines, heatmapLines, trendLines, type Line } from './exports.ts'
import { groupQuery, heatmapQuery, overviewQuery } from './forms.ts'
import { chosenGroup, firstGroupOf, groupsFor, groupWritten, type Group } from './groups.ts'
import { aboveOf, heatmapOf, mayAnnotate, overviewOf } from './insights.ts'

type ByGroup = { Params: { group: string } }
type Page = 'overview' | 'heatmap' | 'gaps'
type Looked = 'opened' | 'exported'

/** What changed, for whoever may read a group's results: the same codes as on the results pages, told over time. */
export function insightRoutes(app: FastifyInstance, context: Context) {
  for (const page of ['overview', 'heatmap', 'gaps'] as const)
    app.get(`/${page}`, members, chooseGroup(context, page))
  app.get('/overview/:group', members, showOverview(context))
  app.get('/gaps/:group', members, showGaps(context))
  app.get('/heatmap/:group', members, showHeatmap(context))
  for (const [path, lines] of [
    ['/overview/:group/trends', trends],
    ['/gaps/:group/gaps', gaps],
    ['/heatmap/:group/heatmap', shades],
  ] as const) {
    app.get(`${path}.json`, members, exportJson(context, lines))
    app.get(`${path}.csv`, members, exportCsv(context, lines))
  }
}

const chooseGroup =
  ({ store }: Context, page: Page): RouteHandler =>
  async (request, reply) => {
    const { group: _group, listed, ...others } = request.query as Record<string, string>
    const viewer = signedIn(request)
    const { group: written = firstGroupOf(viewer) } = groupQuery.parse(request.query)
    const readable = await groupsFor(store.read, viewer, written)
    const chosen = groupWritten(readable, written)
    // Where somebody types, what is found so far is listed; what was chosen from a list is gone to.
    if (!chosen || (wantsParts(request) && !listed))
      return reply.page(ChooseGroupPage, { page, groups: readable.groups })
    const query = new URLSearchParams(others).toString()
    const to = `/${page}/${encodeURIComponent(chosen)}${query && `?${query}`}`
    return wantsParts(request) ? reply.header('HX-Redirect', to).send() : reply.redirect(to, 303)
  }

const showOverview =
  (context: Context): RouteHandler<ByGroup> =>
  async (request, reply) => {
    const { overview, choice, above, group, groups, reading } = await overviewFor(context, request, 'opened')
    const may = mayAnnotate(signedIn(request), reading)
    return reply.page(OverviewPage, {
      group,
      groups,
      chosen: choice,
      open: choice.open,
      above,
      measures: (await registerOf(context.store.read)).all,
      overview,
      around: await roundsAround(context, overview?.latest.round.id),
      leads: leads(reading, group),
      annotates: may(group.teamId),
      annotated: (overview?.annotations ?? []).map((one) => ({ ...one, changes: may(one.teamId) })),
    })
  }

const showGaps =
  (context: Context): RouteHandler<ByGroup> =>
  async (request, reply) => {
    const { overview, group, groups, reading } = await overviewFor(context, request, 'opened')
    return reply.page(GapsPage, {
      group,
      groups,
      month: overview?.latest.round.month ?? null,
      gaps: overview?.gaps ?? [],
      leads: leads(reading, group),
    })
  }

const showHeatmap =
  (context: Context): RouteHandler<ByGroup> =>
  async (request, reply) => {
    const { reading, ...shown } = await heatmapFor(context, request, 'opened')
    return reply.page(HeatmapPage, { ...shown, leads: leads(reading, shown.group) })
  }

/** What a page shows as lines, and what their file is called. */
interface Export {
  name: string[]
  lines: Line[]
}

type Lines = (context: Context, request: FastifyRequest<ByGroup>) => Promise<Export>

const trends: Lines = async (context, request) => {
  const { overview, group } = await overviewFor(context, request, 'exported')
  const month = overview?.latest.round.month ?? ''
  return { name: ['trends', group.name, month], lines: overview ? trendLines(group, overview) : [] }
}

const gaps: Lines = async (context, request) => {
  const { overview, group } = await overviewFor(context, request, 'exported')
  const month = overview?.latest.round.month ?? ''
  return { name: ['gaps', group.name, month], lines: overview ? gapLines(group, overview.gaps, month) : [] }
}

const shades: Lines = async (context, request) => {
  const { heatmap, round, show, group } = await heatmapFor(context, request, 'exported')
  return { name: ['heatmap', group.name, round.month], lines: heatmapLines(heatmap, round.month, show) }
}

const exportJson =
  (context: Context, lines: Lines): RouteHandler<ByGroup> =>
  async (request, reply) =>
    reply.send({ figures: (await lines(context, request)).lines })

const exportCsv =
  (context: Context, lines: Lines): RouteHandler<ByGroup> =>
  async (request, reply) => {
    const exported = await lines(context, request)
    return sendFile(reply, 'text/csv', exported.name, 'csv', asCsv(exported.lines))
  }

/** Whoever reads a team's figures from outside is named to the team, for every month that is shown. */
async function overviewFor(context: Context, request: FastifyRequest<ByGroup>, what: Looked) {
  const { read } = context.store
  const viewer = signedIn(request)
  const chosen = await chosenGroup(read, viewer, request.params.group)
  const { teamId } = chosen.group
  const choice = overviewQuery.parse(request.query)
  const overview = await overviewOf(
    read,
    { teamId, paths: chosen.paths },
    { ...choice, roundId: choice.round },
  )
  const readers = { teamId, reading: chosen.reading, paths: chosen.paths }
  const above = overview && choice.open ? await aboveOf(read, overview.latest.round, readers) : null
  const shown = [...shownOf(teamId, overview?.history ?? []), ...(above?.shown ?? [])]
  await noteViewing(context, viewer, chosen.reading, what, shown)
  return { ...chosen, overview, above, choice }
}

/** The published rounds before and after one. */
async function roundsAround({ store }: Context, id: string | undefined) {
  const listed = await listPublished(store.read)
  const place = listed.findIndex((one) => one.id === id)
  return { earlier: listed[place + 1] ?? null, later: place > 0 ? (listed[place - 1] ?? null) : null }
}

async function heatmapFor(context: Context, request: FastifyRequest<ByGroup>, what: Looked) {
  const { read } = context.store
  const viewer = signedIn(request)
  const { group, groups, reading, paths } = await chosenGroup(read, viewer, request.params.group)
  const { show, sort, page, round: wanted } = heatmapQuery.parse(request.query)
  const published = await listPublished(read)
  const rounds = published.slice(0, mostRounds)
  const place = rounds.findIndex(({ id }) => id === wanted)
  const [asked, earlier] = published.slice(Math.max(0, place))
  if (!asked) throw new Refusal('nothingPublished')
  const round = await publishedRoundById(read, asked.id)
  const before = show === 'change' && earlier ? await publishedRoundById(read, earlier.id) : null
  const choice = { teamId: group.teamId, sort, page: page - 1 }
  const heatmap = await heatmapOf(read, { round, before }, { reading, paths }, choice)
  await noteViewing(context, viewer, reading, what, heatmap.shown)
  return { group, groups, reading, heatmap, round, before, rounds, show, sort }
}

/** As far back as a map can be chosen. */
const mostRounds = 36

const leads = (reading: Reading, { teamId }: Group): boolean => teamId !== null && reading.leads(teamId)
