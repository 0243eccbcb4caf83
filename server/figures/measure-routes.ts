import type { FastifyInstance, FastifyRequest, RouteHandler } from 'fastify'
import { MeasuresPage } from '#views/figures/measures.tsx'
import { MeasurePage } from '#views/figures/measure.tsx'
import type { Context } from '../context.ts'
import { administrators, signedIn, type ById } from '../web/access-rules.ts'
import { readForm, type FormFaults, type Typed } from '../web/form.ts'
import { measureForm } from './forms.ts'
import { readyMade } from './measures.ts'
import { addMeasure, changeMeasure, measureFaults, ownMeasureById } from './own-measures.ts'
import { ownMeasures } from './register.ts'

/** What can be measured: what is ready-made, and an organisation's own. */
export function measureRoutes(app: FastifyInstance, context: Context) {
  app.get('/figures/measures', administrators, listMeasures(context))
  app.post('/figures/measures', administrators, add(context))
  app.get('/figures/measures/:id', administrators, edit(context))
  app.post('/figures/measures/:id', administrators, change(context))
}

const proposed: Typed = { unit: 'count', better: 'neither', level: 'team' }

const listMeasures =
  ({ store }: Context): RouteHandler =>
  async (_request, reply) =>
    reply.page(MeasuresPage, { readyMade, own: await ownMeasures(store.read), typed: proposed, faults: {} })

const add =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const form = await checked(context, request, null)
    if (!form.ok) {
      const own = await ownMeasures(context.store.read)
      return reply.faulty(MeasuresPage, { readyMade, own, typed: form.typed, faults: form.faults })
    }
    await addMeasure(context, signedIn(request).id, form.values)
    return reply.done({ to: '/figures/measures', notice: 'saved' })
  }

const edit =
  ({ store }: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id, retired, ...measure } = await ownMeasureById(store.read, request.params.id)
    const typed = { ...measure, ...(retired && { retired: 'yes' }) }
    return reply.page(MeasurePage, { id, typed, faults: {} })
  }

const change =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id } = await ownMeasureById(context.store.read, request.params.id)
    const form = await checked(context, request, id)
    if (!form.ok) return reply.faulty(MeasurePage, { id, typed: form.typed, faults: form.faults })
    await changeMeasure(context, signedIn(request).id, id, form.values)
    return reply.done({ to: '/figures/measures', notice: 'saved' })
  }

async function checked({ store }: Context, request: FastifyRequest, id: string | null) {
  const form = readForm(measureForm, request.body)
  if (!form.ok) return form
  const faults: FormFaults = await measureFaults(store.read, form.values, id)
  const typed = request.body as Typed
  return Object.keys(faults).length > 0 ? { ok: false as const, typed, faults } : form
}
