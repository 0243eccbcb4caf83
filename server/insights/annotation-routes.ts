import type { FastifyInstance, FastifyRequest, RouteHandler } from 'fastify'
import { AnnotationPage } from '#views/insights/annotation.tsx'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { listPublished } from '../results/results.ts'
import { members, signedIn } from '../web/access-rules.ts'
import { readForm } from '../web/form.ts'
import { annotationForm } from './forms.ts'
import { chosenGroup, type Group } from './groups.ts'
import { addAnnotation, annotationById, changeAnnotation, mayAnnotate, removeAnnotation } from './insights.ts'

type ByGroup = { Params: { group: string } }
type ByAnnotation = { Params: { group: string; annotation: string } }

/** What happened in a month, written on the charts by whoever answers for the group. */
export function annotationRoutes(app: FastifyInstance, context: Context) {
  app.post('/overview/:group/annotations', members, add(context))
  app.get('/overview/:group/annotations/:annotation', members, edit(context))
  app.post('/overview/:group/annotations/:annotation', members, change(context))
  app.post('/overview/:group/annotations/:annotation/removal', members, remove(context))
}

const add =
  (context: Context): RouteHandler<ByGroup> =>
  async (request, reply) => {
    const group = await groupAnnotated(context, request)
    const months = await monthsShown(context)
    const form = readForm(annotationForm(months), request.body)
    if (!form.ok) return reply.faulty(AnnotationPage, { group, months, annotation: null, ...form })
    await addAnnotation(context, signedIn(request).id, group, form.values)
    return reply.done({ to: `/overview/${group.id}`, notice: 'annotated' })
  }

const edit =
  (context: Context): RouteHandler<ByAnnotation> =>
  async (request, reply) => {
    const group = await groupAnnotated(context, request)
    const { id, month, text } = await annotationById(context.store.read, group, request.params.annotation)
    const months = await monthsShown(context)
    return reply.page(AnnotationPage, { group, months, annotation: id, typed: { month, text }, faults: {} })
  }

const change =
  (context: Context): RouteHandler<ByAnnotation> =>
  async (request, reply) => {
    const group = await groupAnnotated(context, request)
    const { id } = await annotationById(context.store.read, group, request.params.annotation)
    const months = await monthsShown(context)
    const form = readForm(annotationForm(months), request.body)
    if (!form.ok) return reply.faulty(AnnotationPage, { group, months, annotation: id, ...form })
    await changeAnnotation(context, signedIn(request).id, { group, id }, form.values)
    return reply.done({ to: `/overview/${group.id}`, notice: 'annotated' })
  }

const remove =
  (context: Context): RouteHandler<ByAnnotation> =>
  async (request, reply) => {
    const group = await groupAnnotated(context, request)
    await removeAnnotation(context, signedIn(request).id, { group, id: request.params.annotation })
    return reply.done({ to: `/overview/${group.id}`, notice: 'annotationRemoved' })
  }

/** Refuses with notAllowed, whether there is such a group or not. */
async function groupAnnotated({ store }: Context, request: FastifyRequest<ByGroup>): Promise<Group> {
  const viewer = signedIn(request)
  const { group, reading } = await chosenGroup(store.read, viewer, request.params.group)
  if (!mayAnnotate(viewer, reading)(group.teamId)) throw new Refusal('notAllowed')
  return group
}

/** As far back as an overview can be asked to show. */
const mostMonths = 37

/** The newest first. */
async function monthsShown({ store }: Context): Promise<string[]> {
  const published = await listPublished(store.read, mostMonths)
  return [...new Set(published.map(({ month }) => month))]
}
