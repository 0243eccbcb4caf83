import type { FastifyInstance, RouteHandler } from 'fastify'
import { QuestionPage } from '#views/questionnaire/question.tsx'
import { Warnings } from '#views/questionnaire/warnings.tsx'
import type { Context } from '../context.ts'
import type { Question } from '../storage/schema/questions.ts'
import { administrators, signedIn, type ById } from '../web/access-rules.ts'
import { asTyped as typedIn, readForm, type Typed } from '../web/form.ts'
import { bandingOf, changeForm, newForms } from './forms.ts'
import { addQuestion, bankEntry, changeQuestion } from './questionnaire.ts'
import { warningsOf, type Warning } from './warnings.ts'

/** How questions are worded. */
export function editorRoutes(app: FastifyInstance, context: Context) {
  app.get('/questions/new', administrators, beginQuestion)
  app.post('/questions/new/warnings', administrators, warn)
  app.post('/questions', administrators, addOne(context))
  app.get('/questions/:id', administrators, showQuestion(context))
  app.post('/questions/:id', administrators, changeOne(context))
}

const beginQuestion: RouteHandler = async (request, reply) => {
  const typed = { banding: 'rising', cut: 'unit' }
  const kind = kindIn(request.query)
  return reply.page(QuestionPage, withWarnings({ question: null, kind, typed, faults: {} }))
}

/** While somebody types. */
const warn: RouteHandler = (request, reply) =>
  reply.fragment(Warnings, withWarnings({ kind: kindIn(request.body), typed: typedIn(request.body) }))

const addOne =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const kind = kindIn(request.body)
    const form = readForm(newForms[kind], request.body)
    if (!form.ok) return reply.faulty(QuestionPage, withWarnings({ question: null, kind, ...form }))
    await addQuestion(context, signedIn(request).id, form.values)
    return reply.done({ to: afterSaving(form.values), notice: 'questionSaved' })
  }

const showQuestion =
  ({ store }: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { question } = await bankEntry(store.read, request.params.id)
    return reply.page(
      QuestionPage,
      withWarnings({ question, kind: question.kind, typed: asTyped(question), faults: {} }),
    )
  }

const changeOne =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { question } = await bankEntry(context.store.read, request.params.id)
    const form = readForm(changeForm(question), request.body)
    const { kind } = question
    if (!form.ok) return reply.faulty(QuestionPage, withWarnings({ question, kind, ...form }))
    await changeQuestion(context, signedIn(request).id, form.values)
    return reply.done({ to: afterSaving(form.values), notice: 'questionSaved' })
  }

/** What was saved may be worth another look; then its page says why. */
const afterSaving = (question: Question): string => {
  const { warnings } = withWarnings({ kind: question.kind, typed: asTyped(question) })
  return warnings.length > 0 ? `/questions/${question.id}` : '/questions'
}

function withWarnings<Of extends { kind: Question['kind']; typed: Typed }>(
  props: Of,
): Of & { warnings: Warning[] } {
  const { kind, typed } = props
  const question = [typed['question'] ?? ''].flat().join(' ')
  const levels = [typed['levels'] ?? []].flat()
  return { ...props, warnings: warningsOf({ kind, question, levels }) }
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
