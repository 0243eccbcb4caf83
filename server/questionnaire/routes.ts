import type { FastifyInstance, RouteHandler } from 'fastify'
import { QuestionPage } from '#views/questionnaire/question.tsx'
import { QuestionsPage } from '#views/questionnaire/questions.tsx'
import type { Context } from '../context.ts'
import { administrators, signedIn, type ById } from '../web/access-rules.ts'
import { readForm, type Typed } from '../web/form.ts'
import { Refusal } from '../refusal.ts'
import { bandingOf, changeForm, newForms, placeForm } from './forms.ts'
import type { Question } from '../storage/schema/questions.ts'
import {
  addQuestion,
  bankEntry,
  changeQuestion,
  lastAsked,
  moveQuestion,
  nextTurn,
  placeQuestion,
  questionBank,
  setRetired,
} from './questionnaire.ts'

export function questionRoutes(app: FastifyInstance, context: Context) {
  app.get('/questions', administrators, listQuestions(context))
  app.get('/questions/new', administrators, beginQuestion)
  app.post('/questions', administrators, addOne(context))
  app.get('/questions/:id', administrators, showQuestion(context))
  app.post('/questions/:id', administrators, changeOne(context))
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

const beginQuestion: RouteHandler = async (request, reply) => {
  const typed = { banding: 'rising', cut: 'unit' }
  return reply.page(QuestionPage, { question: null, kind: kindIn(request.query), typed, faults: {} })
}

const addOne =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const kind = kindIn(request.body)
    const form = readForm(newForms[kind], request.body)
    if (!form.ok) return reply.faulty(QuestionPage, { question: null, kind, ...form })
    await addQuestion(context, signedIn(request).id, form.values)
    return reply.done({ to: '/questions', notice: 'questionSaved' })
  }

const showQuestion =
  ({ store }: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { question } = await bankEntry(store.read, request.params.id)
    return reply.page(QuestionPage, { question, kind: question.kind, typed: asTyped(question), faults: {} })
  }

const changeOne =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { question } = await bankEntry(context.store.read, request.params.id)
    const form = readForm(changeForm(question), request.body)
    if (!form.ok) return reply.faulty(QuestionPage, { question, kind: question.kind, ...form })
    await changeQuestion(context, signedIn(request).id, form.values)
    return reply.done({ to: '/questions', notice: 'questionSaved' })
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

/** What kind of question is being added; five levels unless it says otherwise. */
const kindIn = (given: unknown): keyof typeof newForms =>
  (given as { kind?: string } | undefined)?.kind === 'remark' ? 'remark' : 'scale'

function asTyped(question: Question): Typed {
  const { question: wording, hint = '' } = question.text.en
  const texts = { question: wording, hint, construct: question.construct }
  if (question.kind === 'scale')
    return {
      ...texts,
      name: question.text.en.name,
      levels: question.text.en.levels,
      banding: bandingOf(question.bands),
      cut: question.cut,
    }
  return 'cut' in question ? { ...texts, cut: question.cut } : texts
}
