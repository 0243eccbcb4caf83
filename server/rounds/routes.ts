import type { FastifyInstance } from 'fastify'
import { PlanPage } from '#views/rounds/plan.tsx'
import { RoundPage, RoundProgress } from '#views/rounds/round.tsx'
import { RoundsPage } from '#views/rounds/rounds.tsx'
import type { Context } from '../context.ts'
import { questionBank } from '../questionnaire/questionnaire.ts'
import { teamPaths } from '../people/people.ts'
import { Refusal } from '../refusal.ts'
import { organisationOf } from '../settings/settings.ts'
import { longForm } from '../web/bodies.ts'
import { waitedFor } from '../under-way.ts'
import { patienceOf, readForm, wantsJson } from '../web/form.ts'
import { localInstant, planForm } from './forms.ts'
import {
  allRounds,
  beginOpening,
  changePlan,
  createRound,
  keyFault,
  plannedDefaults,
  previewUnits,
  roundById,
  roundOverview,
  type Plan,
  type Round,
} from './rounds.ts'

type ById = { Params: { id: string } }

export function roundRoutes(app: FastifyInstance, context: Context) {
  const { read } = context.store
  const administrators = { config: { allow: 'administrators' as const } }
  const anyone = { config: { allow: 'anyone' as const } }

  app.get('/rounds', administrators, async (_request, reply) =>
    reply.page(RoundsPage, { rounds: await allRounds(read) }),
  )

  app.get('/rounds/new', administrators, async (_request, reply) => {
    const { defaults, ...choices } = await planChoices()
    return reply.page(PlanPage, {
      ...choices,
      action: '/rounds',
      isNew: true,
      typed: asTyped(defaults, choices.timeZone),
      faults: {},
    })
  })

  app.post('/rounds', { ...administrators, ...longForm }, async (request, reply) => {
    const choices = await planChoices()
    const form = readForm(planForm(choices), request.body)
    if (!form.ok)
      return reply.faulty(PlanPage, {
        ...choices,
        action: '/rounds',
        isNew: true,
        typed: form.typed,
        faults: form.faults,
      })
    const id = await createRound(context, request.viewer!.id, form.values)
    if (wantsJson(request)) reply.code(201)
    return reply.done({
      to: `/rounds/${id}`,
      notice: 'roundCreated',
      json: asJson(await roundById(read, id)),
    })
  })

  app.get<ById>('/rounds/:id', administrators, async (request, reply) => {
    const round = await roundById(read, request.params.id)
    if (wantsJson(request)) return reply.send(asJson(round))
    return reply.page(RoundPage, await roundProps(round))
  })

  app.get<ById & { Querystring: { was?: string } }>(
    '/rounds/:id/progress',
    administrators,
    async (request, reply) => {
      const round = await roundById(read, request.params.id)
      // Once its state has changed there is more to see than progress.
      if (request.query.was !== round.state) reply.header('HX-Refresh', 'true')
      return reply.fragment(RoundProgress, await roundProps(round))
    },
  )

  app.get<ById>('/rounds/:id/edit', administrators, async (request, reply) => {
    const round = await plannedRound(request.params.id)
    const { defaults: _defaults, ...choices } = await planChoices()
    const typed = asTyped(round, choices.timeZone)
    return reply.page(PlanPage, {
      ...choices,
      action: `/rounds/${round.id}`,
      isNew: false,
      typed,
      faults: {},
    })
  })

  app.post<ById>('/rounds/:id', { ...administrators, ...longForm }, async (request, reply) => {
    const round = await plannedRound(request.params.id)
    const choices = await planChoices()
    const form = readForm(planForm({ ...choices, defaults: round }), request.body)
    const action = `/rounds/${round.id}`
    if (!form.ok)
      return reply.faulty(PlanPage, {
        ...choices,
        action,
        isNew: false,
        typed: form.typed,
        faults: form.faults,
      })
    await changePlan(context, request.viewer!.id, round.id, form.values)
    return reply.done({ to: action, notice: 'saved', json: asJson(await roundById(read, round.id)) })
  })

  app.post<ById>('/rounds/:id/opening', administrators, async (request, reply) => {
    const { id } = request.params
    const { done } = await beginOpening(context, request.viewer!.id, id)
    // A failure of the opening itself is met again, and reported, by the minute tick that resumes it.
    await waitedFor(
      done.catch(() => {}),
      patienceOf(request),
    )
    return reply.done({ to: `/rounds/${id}`, json: asJson(await roundById(read, id)) })
  })

  app.get<ById>('/rounds/:id/manifest.json', anyone, async (request, reply) => {
    const { manifest } = await roundById(read, request.params.id)
    if (!manifest) throw new Refusal('notFound')
    return reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(manifest)
  })

  async function plannedRound(id: string): Promise<Round> {
    const round = await roundById(read, id)
    if (round.state !== 'scheduled') throw new Refusal('roundAlreadyOpened')
    return round
  }

  async function planChoices() {
    const { timeZone } = (await organisationOf(read))!
    const bank = (await questionBank(read)).filter((entry) => !entry.retired)
    const teams = [...(await teamPaths(read))].map(([id, path]) => ({ id, path: path.join(' / ') }))
    const now = context.clock.now()
    const defaults = plannedDefaults(now, timeZone, bank)
    return {
      defaults,
      timeZone,
      now,
      bank,
      teams,
      knownTeams: new Set(teams.map((team) => team.id)),
      knownQuestions: new Set(
        bank.filter(({ question }) => question.kind !== 'attribute').map(({ question }) => question.id),
      ),
    }
  }

  async function roundProps(round: Round) {
    const planned = round.state === 'scheduled'
    const bank = new Map((await questionBank(read)).map(({ question }) => [question.id, question]))
    const asked =
      round.questions ??
      round.selection.flatMap(({ id, cut }) => (bank.has(id) ? [{ ...bank.get(id)!, cut }] : []))
    const paths = await teamPaths(read)
    return {
      round,
      asked: asked.map((one) => ({
        id: one.id,
        text: one.text.en.question,
        kind: one.kind,
        cut: 'cut' in one ? one.cut : undefined,
      })),
      who: round.teamIds?.map((id) => paths.get(id)?.join(' / ') ?? id) ?? null,
      preview: planned ? await previewUnits(read, round) : null,
      overview: planned ? null : await roundOverview(context, round),
      keyFault: round.state === 'open' ? await keyFault(context, round) : null,
    }
  }
}

function asTyped(plan: Plan | Round, timeZone: string) {
  const cuts = plan.selection.flatMap(({ id, cut }) => (cut ? [[`cuts.${id}`, cut]] : []))
  return {
    name: plan.name,
    month: plan.month,
    opensAt: localInstant(plan.opensAt, timeZone),
    closesAt: localInstant(plan.closesAt, timeZone),
    remindsAt: plan.remindsAt ? localInstant(plan.remindsAt, timeZone) : '',
    threshold: String(plan.threshold),
    questions: plan.selection.map(({ id }) => id),
    teams: plan.teamIds ?? [],
    ...(Object.fromEntries(cuts) as Record<string, string>),
  }
}

const asJson = ({ id, name, month, opensAt, closesAt, remindsAt, threshold, state, fingerprint }: Round) => ({
  id,
  name,
  month,
  opensAt,
  closesAt,
  remindsAt,
  threshold,
  state,
  fingerprint,
})
