import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ImportPage, ImportProgress } from '#views/people/import.tsx'
import { NewImportPage } from '#views/people/new-import.tsx'
import type { Context } from '../context.ts'
import { waitedFor } from '../under-way.ts'
import { partsOf, upload } from '../web/bodies.ts'
import { sendFile } from '../web/download.ts'
import { patienceOf, readForm, wantsJson } from '../web/form.ts'
import { exampleCsv } from './export.ts'
import { applyForm, rosterForm } from './forms.ts'
import { applyImport, importById, importProgress, lastUndo, startImport } from './people.ts'
import { type ById, administrators, signedIn } from '../web/access-rules.ts'

export function rosterRoutes(app: FastifyInstance, context: Context) {
  app.get('/roster/imports/new', administrators, async (_request, reply) =>
    reply.page(NewImportPage, { typed: {}, faults: {} }),
  )

  app.get('/roster/example.csv', administrators, async (_request, reply) =>
    sendFile(reply, 'text/csv', ['roster', 'example'], 'csv', exampleCsv()),
  )

  app.post('/roster/imports', upload, async (request, reply) => {
    const { file, fields } = await received(request)
    const form = readForm(rosterForm, fields)
    if (!form.ok) return reply.faulty(NewImportPage, form)
    const { roster, columns } = form.values
    const isPasted = file.length === 0
    if (isPasted && roster.trim() === '')
      return reply.faulty(NewImportPage, { typed: {}, faults: { roster: 'required' } })
    const source = isPasted ? Buffer.from(roster) : file
    const { id, done } = await startImport(context, source, isPasted ? roster : null, columns)
    await waitedFor(done, patienceOf(request))
    return reply.done({ to: `/roster/imports/${id}`, json: await importById(context, id) })
  })

  app.get<ById>('/roster/imports/:id', administrators, async (request, reply) => {
    const found = await importById(context, request.params.id)
    if (wantsJson(request)) return reply.send(found)
    const canBeUndone = (await lastUndo(context.store.read))?.importId === found.id
    return reply.page(ImportPage, {
      ...found,
      canBeUndone,
      progress: await importProgress(context, found.id),
      typed: {},
      faults: {},
    })
  })

  app.get<ById>('/roster/imports/:id/progress', administrators, async (request, reply) => {
    const found = await importById(context, request.params.id)
    const progress = await importProgress(context, found.id)
    // Once it is done there is a different page to see.
    if (!progress) reply.header('HX-Refresh', 'true')
    return reply.fragment(ImportProgress, { id: found.id, progress })
  })

  app.post<ById>('/roster/imports/:id/application', administrators, async (request, reply) => {
    const { id } = request.params
    const found = await importById(context, id)
    const form = readForm(applyForm(found), request.body)
    if (!form.ok) return reply.faulty(ImportPage, { ...found, canBeUndone: false, progress: null, ...form })
    const { done } = await applyImport(context, signedIn(request).id, id, form.values.renames)
    await waitedFor(done, patienceOf(request))
    return reply.done({ to: `/roster/imports/${id}`, json: await importById(context, id) })
  })
}

/** A heading each may be assigned. */
const mostFields = 300

/** The file of a form, empty where there is none, and its fields. */
async function received(request: FastifyRequest): Promise<{ file: Buffer; fields: unknown }> {
  let file: Buffer = Buffer.alloc(0)
  if (!request.isMultipart()) return { file, fields: request.body }
  const fields: Record<string, string | string[]> = {}
  for await (const part of partsOf(request, { fields: mostFields, parts: mostFields + 1 })) {
    if (part.type === 'file') file = await part.toBuffer()
    else fields[part.fieldname] = [...[fields[part.fieldname] ?? []].flat(), String(part.value)]
  }
  return { file, fields: { ...fields, roster: String(fields['roster'] ?? '') } }
}
