import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance, FastifyRequest, RouteHandler } from 'fastify'
import { PrivacyPage } from '#views/results/privacy.tsx'
import type { Context } from '../context.ts'
import { members, signedIn, type ById } from '../web/access-rules.ts'
import { asset } from '../web/assets.ts'
import { noteViewing, publishedCells, publishedRoundById, readingOf, type Cells } from './results.ts'

/** Everything a reader may see of a round, for programs, and what stands behind it. */
export function cellRoutes(app: FastifyInstance, context: Context) {
  app.get('/rounds/:id/cells.json', members, exportJson(context))
  app.get('/rounds/:id/cells.csv', members, exportCsv(context))
  app.get('/rounds/:id/privacy', members, showClasses(context))
}

const exportJson =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) =>
    reply.send(await seenBy(context, request, 'exported'))

const exportCsv =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="cells.csv"')
      .send(asCsv(await seenBy(context, request, 'exported')))

const showClasses =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const round = await publishedRoundById(context.store.read, request.params.id)
    const { classes } = await seenBy(context, request, 'opened')
    return reply.page(PrivacyPage, { round, classes, script: asset('receipt.js') })
  }

/** It takes along everything its reader may see of the round, so all whose that is are told. */
async function seenBy(
  context: Context,
  request: FastifyRequest<ById>,
  what: 'opened' | 'exported',
): Promise<Cells> {
  const { read } = context.store
  const viewer = signedIn(request)
  const round = await publishedRoundById(read, request.params.id)
  const reading = await readingOf(read, viewer)
  const { cells, shown } = await publishedCells(read, round, reading)
  await noteViewing(context, viewer, reading, what, [shown])
  return cells
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
