import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ImportPage, ImportProgress } from '#views/people/import.tsx'
import { NewImportPage } from '#views/people/new-import.tsx'
import type { Context } from '../context.ts'
import { waitedFor } from '../under-way.ts'
import { partsOf, upload } from '../web/bodies.ts'
import { patienceOf, readForm, wantsJson } from '../web/form.ts'
import { applyForm, pasteForm } from './forms.ts'
import { applyImport, importById, importProgress, startImport } from './people.ts'
import { type ById, administrators, signedIn } from '../web/access-rules.ts'

export function rosterRoutes(app: FastifyInstance, context: Context) {
  app.get('/roster/imports/new', administrators, async (_request, reply) =>
    reply.page(NewImportPage, { typed: {}, faults: {} }),
  )

  app.post('/roster/imports', upload, async (request, reply) => {
    const given = request.isMultipart() ? await uploaded(request) : request.body
    const form = Buffer.isBuffer(given) ? null : readForm(pasteForm, given)
    if (form && !form.ok) return reply.faulty(NewImportPage, { typed: form.typed, faults: form.faults })
    const pasted = form ? form.values.roster : null
    const { id, done } = await startImport(
      context,
      pasted === null ? (given as Buffer) : Buffer.from(pasted),
      pasted,
    )
    await waitedFor(done, patienceOf(request))
    return reply.done({ to: `/roster/imports/${id}`, json: await importById(context, id) })
  })

  app.get<ById>('/roster/imports/:id', administrators, async (request, reply) => {
    const found = await importById(context, request.params.id)
    if (wantsJson(request)) return reply.send(found)
    return reply.page(ImportPage, { ...found, progress: importProgress(found.id) })
  })

  app.get<ById>('/roster/imports/:id/progress', administrators, async (request, reply) => {
    const found = await importById(context, request.params.id)
    const progress = importProgress(found.id)
    // Once it is done there is a different page to see.
    if (!progress) reply.header('HX-Refresh', 'true')
    return reply.fragment(ImportProgress, { id: found.id, progress })
  })

  app.post<ById>('/roster/imports/:id/application', administrators, async (request, reply) => {
    const form = readForm(applyForm, request.body)
    const renames = form.ok ? form.values.renames : []
    const { id } = request.params
    const { done } = await applyImport(context, signedIn(request).id, id, renames)
    await waitedFor(done, patienceOf(request))
    return reply.done({ to: `/roster/imports/${id}`, json: await importById(context, id) })
  })
}

/** The file of the form; or, where none was chosen, what was pasted into it. */
async function uploaded(request: FastifyRequest): Promise<Buffer | Record<string, string>> {
  const pasted: Record<string, string> = {}
  let file: Buffer = Buffer.alloc(0)
  for await (const part of partsOf(request)) {
    if (part.type === 'file') file = await part.toBuffer()
    else pasted[part.fieldname] = String(part.value)
  }
  return file.length > 0 ? file : pasted
}
