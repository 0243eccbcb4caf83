import type { FastifyInstance, RouteHandler } from 'fastify'
import { PlanPage } from '#views/rounds/plan.tsx'
import { monthOf, type Speech } from '#views/speech.ts'
import type { Context } from '../context.ts'
import { findTeams, teamPaths, teamReader } from '../people/people.ts'
import { lastAsked, nextTurn, questionBank } from '../questionnaire/questionnaire.ts'
import { Refusal } from '../refusal.ts'
import { theOrganisation } from '../settings/settings.ts'
import { administrators, signedIn, type ById } from '../web/access-rules.ts'
import { longForm } from '../web/bodies.ts'
import { readForm, wantsJson } from '../web/form.ts'
import { planForm } from './forms.ts'
import { changePlan, createRound, plannedDefaults, roundById, type Round } from './rounds.ts'
import { typedPlan } from './plan-typed.ts'
import { asJson } from './told.ts'

/** What a round will be, until it opens. */
export function planRoutes(app: FastifyInstance, context: Context) {
  app.get('/rounds/new', administrators, planNewRound(context))
  app.post('/rounds', { ...administrators, ...longForm }, addRound(context))
  app.get('/rounds/:id/edit', administrators, editPlan(context))
  app.post('/rounds/:id', { ...administrators, ...longForm }, changeRound(context))
}

const planNewRound =
  (context: Context): RouteHandler =>
  async (_request, reply) => {
    const { defaults, ...choices } = await planChoices(context, await reply.speech())
    const typed = typedPlan(defaults, choices)
    return reply.page(PlanPage, { ...choices, action: '/rounds', isNew: true, typed, faults: {} })
  }

const addRound =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const choices = await planChoices(context, await reply.speech())
    const form = readForm(planForm(choices), request.body)
    if (!form.ok) return reply.faulty(PlanPage, { ...choices, action: '/rounds', isNew: true, ...form })
    const id = await createRound(context, signedIn(request).id, form.values)
    if (wantsJson(request)) reply.code(201)
    const json = asJson(await roundById(context.store.read, id))
    return reply.done({ to: `/rounds/${id}`, notice: 'roundCreated', json })
  }

const editPlan =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const round = await plannedRound(context, request.params.id)
    const { defaults: _defaults, ...choices } = await planChoices(context, await reply.speech())
    const typed = typedPlan(round, choices)
    return reply.page(PlanPage, {
      ...choices,
      action: `/rounds/${round.id}`,
      isNew: false,
      typed,
      faults: {},
    })
  }

const changeRound =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const round = await plannedRound(context, request.params.id)
    const choices = await planChoices(context, await reply.speech())
    const form = readForm(planForm({ ...choices, defaults: round }), request.body)
    const action = `/rounds/${round.id}`
    if (!form.ok) return reply.faulty(PlanPage, { ...choices, action, isNew: false, ...form })
    await changePlan(context, signedIn(request).id, round.id, form.values)
    const json = asJson(await roundById(context.store.read, round.id))
    return reply.done({ to: action, notice: 'saved', json })
  }

async function plannedRound({ store: { read } }: Context, id: string): Promise<Round> {
  const round = await roundById(read, id)
  if (round.state !== 'scheduled') throw new Refusal('roundAlreadyOpened')
  return round
}

async function planChoices({ store: { read }, clock }: Context, speech: Speech) {
  const { timeZone } = await theOrganisation(read)
  const bank = (await questionBank(read)).filter((entry) => !entry.retired)
  const paths = await teamPaths(read)
  const now = clock.now()
  const turn = nextTurn(bank, await lastAsked(read))
  const plan = plannedDefaults(now, timeZone, bank, { turn, quarterly: false })
  const questions = bank.map(({ question }) => question).filter(({ kind }) => kind !== 'attribute')
  return {
    defaults: { ...plan, name: monthOf(plan.month, speech) },
    timeZone,
    now,
    bank,
    paths,
    teams: findTeams(paths, paths),
    readTeam: teamReader(paths),
    knownQuestions: new Set(questions.map(({ id }) => id)),
  }
}
