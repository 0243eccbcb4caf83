import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { FiguresImportPage, FiguresProgress } from '#views/figures/import.tsx'
import { NewFiguresPage, OwnProgress } from '#views/figures/new-import.tsx'
import type { Speech } from '#views/speech.ts'
import type { Context } from '../context.ts'
import { partsOf, upload } from '../web/bodies.ts'
import { type ById, administrators, signedIn } from '../web/access-rules.ts'
import { readForm, wantsJson } from '../web/form.ts'
import { acceptTokens } from '../access/access.ts'
import {
  applyFigures,
  dropImport,
  figuresImportById,
  figuresProgress,
  importFigures,
  ownProgress,
  type FiguresImport,
  type Part,
} from './figures.ts'
import { importForm, sourceName } from './forms.ts'

/** A file of figures on its way in: sent, read, shown, applied. */
export async function figureImportRoutes(app: FastifyInstance, context: Context) {
  app.get('/figures/imports/new', administrators, async (_request, reply) =>
    reply.page(NewFiguresPage, { typed: {}, faults: {} }),
  )

  app.get('/figures/imports/progress', administrators, async (request, reply) =>
    reply.fragment(OwnProgress, { progress: await ownProgress(context, signedIn(request).id) }),
  )

  // In a scope of its own: nowhere else is a body handed on unread.
  await app.register(async (scope) => {
    passStreamsOn(scope)
    const byToken = { ...upload, onRequest: acceptTokens(app, context) }
    scope.post('/figures/imports', byToken, async (request, reply) => {
      const asked = readForm(importForm, request.query)
      if (!asked.ok) return reply.faulty(NewFiguresPage, { typed: asked.typed, faults: asked.faults })
      const parts = new Parts(request, asked.values.source)
      const total = Number(request.headers['content-length'] ?? 0)
      const id = await importFigures(context, signedIn(request).id, parts.read(), total)
      if (parts.fault) {
        if (id) await dropImport(context, id)
        return reply.faulty(NewFiguresPage, { typed: {}, faults: parts.fault })
      }
      if (!id) return reply.faulty(NewFiguresPage, { typed: {}, faults: { file: 'required' } })
      const found = await figuresImportById(context, id)
      if (asked.values.apply === 'yes' && found.state === 'ready')
        await applyFigures(context, signedIn(request).id, id)
      return answer(request, reply, await figuresImportById(context, id))
    })
  })

  app.get<ById>('/figures/imports/:id', administrators, async (request, reply) => {
    const found = await figuresImportById(context, request.params.id)
    if (wantsJson(request)) return reply.send(asJson(found, await reply.speech()))
    return reply.page(FiguresImportPage, { ...found, progress: await figuresProgress(context, found.id) })
  })

  app.get<ById>('/figures/imports/:id/progress', administrators, async (request, reply) => {
    const { id } = await figuresImportById(context, request.params.id)
    const progress = await figuresProgress(context, id)
    // Once it is done there is a different page to see.
    if (!progress) reply.header('HX-Refresh', 'true')
    return reply.fragment(FiguresProgress, { id, progress })
  })

  app.post<ById>('/figures/imports/:id/application', administrators, async (request, reply) => {
    const { id } = request.params
    await applyFigures(context, signedIn(request).id, id)
    const json = asJson(await figuresImportById(context, id), await reply.speech())
    return reply.done({ to: '/figures', notice: 'figuresImported', json })
  })

  app.post<ById>('/figures/imports/:id/removal', administrators, async (request, reply) => {
    const { id } = await figuresImportById(context, request.params.id)
    await dropImport(context, id)
    return reply.done({ to: '/figures/imports/new' })
  })
}

/** Bodies that are figures themselves are read while they arrive, not before. */
function passStreamsOn(scope: FastifyInstance) {
  scope.removeContentTypeParser(['application/json', 'text/plain'])
  const types = ['json', 'x-ndjson', 'ndjson', 'jsonl', 'octet-stream'].map((type) => `application/${type}`)
  scope.addContentTypeParser([...types, 'text/csv', 'text/plain'], (_request, body, done) => done(null, body))
}

/** What a request brings: the body itself, or the parts of a form. */
class Parts {
  fault: { source: 'sourceName' } | null = null

  constructor(
    private readonly request: FastifyRequest,
    private readonly source: string,
  ) {}

  async *read(): AsyncGenerator<Part> {
    if (this.source) yield { what: 'source', text: this.source }
    if (this.request.isMultipart()) yield* this.#ofForm()
    else if (isStream(this.request.body)) yield { what: 'figures', stream: this.request.body }
  }

  async *#ofForm(): AsyncGenerator<Part> {
    const limits = { files: 2, fileSize: 600 * 1024 * 1024, fields: 10 }
    for await (const part of partsOf(this.request, limits)) {
      if (part.type === 'file') {
        // A script may call its file anything.
        const what = part.fieldname === 'mapping' ? 'mapping' : 'figures'
        if (part.filename) yield { what, stream: part.file }
        else part.file.resume()
      } else if (part.fieldname === 'source') {
        const given = sourceName.safeParse(part.value)
        if (!given.success) this.fault = { source: 'sourceName' }
        else if (given.data) yield { what: 'source', text: given.data }
      }
    }
  }
}

const isStream = (body: unknown): body is Readable =>
  typeof (body as Readable | undefined)?.pipe === 'function'

async function answer(request: FastifyRequest, reply: FastifyReply, found: FiguresImport) {
  if (!wantsJson(request)) return reply.redirect(`/figures/imports/${found.id}`, 303)
  return reply.code(found.state === 'faulty' ? 422 : 200).send(asJson(found, await reply.speech()))
}

/** A script has no catalogue: each fault comes with its sentence. */
function asJson({ id, state, report }: FiguresImport, { t }: Speech) {
  const faults = report.faults.map((one) => ({
    ...one,
    message: t.figures.faults[one.fault](one.value ?? ''),
  }))
  return { id, state, report: { ...report, faults } }
}
