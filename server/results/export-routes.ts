import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest, RouteHandler } from 'fastify'
import { PrivacyPage } from '#views/results/privacy.tsx'
import type { Context } from '../context.ts'
import { members, signedIn, type ById } from '../web/access-rules.ts'
import { sendFile } from '../web/download.ts'
import { asset } from '../web/assets.ts'
import { listQuery, pageOf } from '../web/form.ts'
import { classesSeen, noteViewing, publishedCells, publishedRoundById, readingOf } from './results.ts'
import { asJson, asCsv } from './cell-files.ts'

/** Everything a reader may see of a round, for programs, and what stands behind it. */
export function cellRoutes(app: FastifyInstance, context: Context) {
  app.get('/rounds/:id/cells.json', members, exportJson(context))
  app.get('/rounds/:id/cells.csv', members, exportCsv(context))
  app.get('/rounds/:id/privacy', members, showClasses(context))
}

const exportJson =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { round, reading, seen } = await seenBy(context, request, 'exported')
    const cells = publishedCells(context.store.read, round, reading)
    return reply
      .type('application/json; charset=utf-8')
      .send(Readable.from(asJson(round, cells, seen), { objectMode: false }))
  }

const exportCsv =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { round, reading } = await seenBy(context, request, 'exported')
    const cells = publishedCells(context.store.read, round, reading)
    const lines = Readable.from(asCsv(cells), { objectMode: false })
    return sendFile(reply, 'text/csv', ['cells', round.name], 'csv', lines)
  }

const classesAtOnce = 100

const showClasses =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { round, seen } = await seenBy(context, request, 'opened')
    const smallest = seen.reduce((least, one) => Math.min(least, one.ballots), Infinity)
    const { some: classes, ...place } = pageOf(seen, listQuery.parse(request.query).page, classesAtOnce)
    return reply.page(PrivacyPage, { round, smallest, classes, ...place, script: asset('receipt.js') })
  }

/** It takes along everything its reader may see of the round, so all whose that is are told. */
async function seenBy(context: Context, request: FastifyRequest<ById>, what: 'opened' | 'exported') {
  const { read } = context.store
  const viewer = signedIn(request)
  const round = await publishedRoundById(read, request.params.id)
  const reading = await readingOf(read, viewer)
  const { seen, shown } = classesSeen(round, reading)
  await noteViewing(context, viewer, reading, what, [shown])
  return { round, reading, seen }
}
