import type { FastifyInstance, RouteHandler } from 'fastify'
import { QuestionsPage } from '#views/questionnaire/questions.tsx'
import type { Context } from '../context.ts'
import { administrators, signedIn, type ById } from '../web/access-rules.ts'
import { readForm } from '../web/form.ts'
import { Refusal } from '../refusal.ts'
import { editorRoutes } from './editor-routes.ts'
import { placeForm } from './forms.ts'
import {
  lastAsked,
  moveQuestion,
  nextTurn,
  placeQuestion,
  questionBank,
  setRetired,
} from './questionnaire.ts'

/** What is asked, when, and in which order. */
export function questionRoutes(app: FastifyInstance, context: Context) {
  editorRoutes(app, context)
  app.get('/questions', administrators, listQuestions(context))
  app.post('/questions/:id/retirement', administrators, retire(context, true))
  app.post('/questions/:id/restoration', administrators, retire(context, false))
  app.post('/questions/:id/place', administrators, place(context))
  app.post('/questions/:id/moves/:direction', administrators, move(context))
}

const listQuestions =
  ({ store }: Context): RouteHandler =>
  async (_request, reply) => {
    const bank = await questionBank(store.read)
    return reply.page(QuestionsPage, { bank, next: nextTurn(bank, await lastAsked(store.read)) })
  }

const retire =
  (context: Context, retired: boolean): RouteHandler<ById> =>
  async (request, reply) => {
    await setRetired(context, signedIn(request).id, request.params.id, retired)
    return reply.done({ to: '/questions', notice: 'saved' })
  }

const place =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const form = readForm(placeForm, request.body)
    if (!form.ok) throw new Refusal('notUnderstood')
    await placeQuestion(context, signedIn(request).id, request.params.id, form.values.place)
    return reply.done({ to: `/questions#${request.params.id}`, notice: 'saved' })
  }

const move =
  (context: Context): RouteHandler<{ Params: { id: string; direction: string } }> =>
  async (request, reply) => {
    const { id, direction } = request.params
    await moveQuestion(context, signedIn(request).id, id, direction === 'up' ? 'up' : 'down')
    return reply.done({ to: `/questions#${id}` })
  }
