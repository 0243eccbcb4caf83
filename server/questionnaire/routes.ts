import type { FastifyInstance } from 'fastify'
import { QuestionPage } from '#views/questionnaire/question.tsx'
import { QuestionsPage } from '#views/questionnaire/questions.tsx'
import type { Context } from '../context.ts'
import { readForm, type Typed } from '../web/form.ts'
import { bandingOf, changeForm, newForms } from './forms.ts'
import type { Question } from '../storage/schema/questions.ts'
import {
  addQuestion,
  bankEntry,
  changeQuestion,
  moveQuestion,
  questionBank,
  setRetired,
} from './questionnaire.ts'

type ById = { Params: { id: string } }

export function questionRoutes(app: FastifyInstance, context: Context) {
  const { read } = context.store
  const administrators = { config: { allow: 'administrators' as const } }

  app.get('/questions', administrators, async (_request, reply) =>
    reply.page(QuestionsPage, { bank: await questionBank(read) }),
  )

  app.get('/questions/new', administrators, async (request, reply) =>
    reply.page(QuestionPage, {
      question: null,
      kind: kindIn(request.query),
      typed: { banding: 'rising', cut: 'unit' },
      faults: {},
    }),
  )

  app.post('/questions', administrators, async (request, reply) => {
    const kind = kindIn(request.body)
    const form = readForm(newForms[kind], request.body)
    if (!form.ok)
      return reply.faulty(QuestionPage, { question: null, kind, typed: form.typed, faults: form.faults })
    await addQuestion(context, request.viewer!.id, form.values)
    return reply.done({ to: '/questions', notice: 'questionSaved' })
  })

  app.get<ById>('/questions/:id', administrators, async (request, reply) => {
    const { question } = await bankEntry(read, request.params.id)
    return reply.page(QuestionPage, { question, kind: question.kind, typed: asTyped(question), faults: {} })
  })

  app.post<ById>('/questions/:id', administrators, async (request, reply) => {
    const { question } = await bankEntry(read, request.params.id)
    const form = readForm(changeForm(question), request.body)
    if (!form.ok)
      return reply.faulty(QuestionPage, {
        question,
        kind: question.kind,
        typed: form.typed,
        faults: form.faults,
      })
    await changeQuestion(context, request.viewer!.id, form.values)
    return reply.done({ to: '/questions', notice: 'questionSaved' })
  })

  app.post<ById>('/questions/:id/retirement', administrators, async (request, reply) => {
    await setRetired(context, request.viewer!.id, request.params.id, true)
    return reply.done({ to: '/questions', notice: 'saved' })
  })

  app.post<ById>('/questions/:id/restoration', administrators, async (request, reply) => {
    await setRetired(context, request.viewer!.id, request.params.id, false)
    return reply.done({ to: '/questions', notice: 'saved' })
  })

  app.post<{ Params: { id: string; direction: string } }>(
    '/questions/:id/moves/:direction',
    administrators,
    async (request, reply) => {
      await moveQuestion(
        context,
        request.viewer!.id,
        request.params.id,
        request.params.direction === 'up' ? 'up' : 'down',
      )
      return reply.done({ to: `/questions#${request.params.id}` })
    },
  )
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
      levels: question.text.en.levels,
      banding: bandingOf(question.bands),
      cut: question.cut,
    }
  return 'cut' in question ? { ...texts, cut: question.cut } : texts
}
