import type { FastifyInstance, FastifyRequest, RouteHandler } from 'fastify'
import { AcknowledgementPage } from '#views/insights/acknowledgement.tsx'
import { AgreementPage } from '#views/insights/agreement.tsx'
import { AgreementFormPage } from '#views/insights/agreement-form.tsx'
import { wordingOf, type Speech } from '#views/speech.ts'
import type { Context } from '../context.ts'
import { noteViewing, shownOf } from '../results/results.ts'
import { Refusal } from '../refusal.ts'
import { todayIn } from '../settings/settings.ts'
import { members, signedIn } from '../web/access-rules.ts'
import { readForm, wantsJson, type Typed } from '../web/form.ts'
import { agreementForm } from './agreement-forms.ts'
import { acknowledgementForm } from './forms.ts'
import { chosenGroup, everybody } from './groups.ts'
import {
  acknowledge,
  agreementsOf,
  overviewOf,
  publishAgreement,
  suggestedColour,
  isHelp,
  usesOf,
  workShares,
  type Agreement,
} from './insights.ts'

type ByTeam = { Params: { team: string } }

/** What a team makes of its figures: a working agreement, and what whoever leads it says to a signal. */
export function agreementRoutes(app: FastifyInstance, context: Context) {
  app.get('/teams/:team/agreement', members, showAgreement(context))
  app.get('/teams/:team/agreement/new', members, beginAgreement(context))
  app.post('/teams/:team/agreements', members, publish(context))
  app.post('/teams/:team/acknowledgements', members, answerSignal(context))
}

const showAgreement =
  (context: Context): RouteHandler<ByTeam> =>
  async (request, reply) => {
    const { group, groups, leads } = await team(context, request)
    const versions = await agreementsOf(context.store.read, group.id)
    return reply.page(AgreementPage, { group, groups, leads, versions, today: await todayIn(context) })
  }

const beginAgreement =
  (context: Context): RouteHandler<ByTeam> =>
  async (request, reply) => {
    const led = await teamLed(context, request)
    const [current] = await agreementsOf(context.store.read, led.group.id)
    return reply.page(AgreementFormPage, {
      team: led.group,
      basedOn: current?.version ?? 0,
      works: await worksOf(context, request, led, await reply.speech()),
      typed: asTyped(current),
      faults: {},
    })
  }

const publish =
  (context: Context): RouteHandler<ByTeam & { Body: Typed }> =>
  async (request, reply) => {
    const led = await teamLed(context, request)
    const { group } = led
    const works = await worksOf(context, request, led, await reply.speech())
    const form = readForm(
      agreementForm(
        works.map(({ work }) => work),
        await todayIn(context),
      ),
      request.body,
    )
    if (!form.ok) return reply.faulty(AgreementFormPage, { team: group, basedOn: 0, works, ...form })
    const { basedOn, entries, lines } = form.values
    const labels = new Map(works.map(({ work, label }) => [work, label]))
    const labelled = entries.map((entry) => ({ ...entry, label: labels.get(entry.work) ?? entry.work }))
    const agreement = { teamId: group.id, basedOn, entries: labelled, lines }
    if (await publishAgreement(context, signedIn(request).id, agreement))
      return reply.done({ to: `/teams/${group.id}/agreement`, notice: 'agreementPublished' })
    if (wantsJson(request)) throw new Refusal('agreementChanged')
    const [meanwhile] = await agreementsOf(context.store.read, group.id)
    const typed = { ...request.body, basedOn: String(meanwhile?.version ?? 0) }
    return reply.code(409).page(AgreementFormPage, { team: group, meanwhile, works, typed, faults: {} })
  }

const answerSignal =
  (context: Context): RouteHandler<ByTeam> =>
  async (request, reply) => {
    const { group, paths } = await teamLed(context, request)
    const form = readForm(acknowledgementForm, request.body)
    if (!form.ok) return reply.faulty(AcknowledgementPage, { team: group, ...form })
    const { round: roundId, signal, note } = form.values
    const overview = await overviewOf(context.store.read, { teamId: group.id, paths }, lookedBack)
    const known = overview?.signals.some((one) => one.key === signal && one.roundId === roundId)
    if (!known) throw new Refusal('notFound')
    await acknowledge(context, signedIn(request).id, { teamId: group.id, roundId, signal, note })
    return reply.done({ to: `/overview/${group.id}`, notice: 'acknowledged' })
  }

const lookedBack = { months: 12, measure: null }

/** Refuses with notAllowed; the organisation agrees nothing with itself. */
async function team({ store }: Context, request: FastifyRequest<ByTeam>) {
  if (request.params.team === everybody) throw new Refusal('notAllowed')
  const chosen = await chosenGroup(store.read, signedIn(request), request.params.team)
  return { ...chosen, leads: chosen.reading.leads(chosen.group.id) }
}

type Led = Awaited<ReturnType<typeof team>>

async function teamLed(context: Context, request: FastifyRequest<ByTeam>): Promise<Led> {
  const found = await team(context, request)
  if (!found.leads) throw new Refusal('notAllowed')
  return found
}

/** The kinds of work the latest round asked about, with what its answers suggest. */
async function worksOf(
  context: Context,
  request: FastifyRequest,
  { group, paths, reading }: Led,
  speech: Speech,
) {
  const overview = await overviewOf(context.store.read, { teamId: group.id, paths }, lookedBack)
  const shown = shownOf(group.id, overview?.history ?? [])
  await noteViewing(context, signedIn(request), reading, 'opened', shown)
  const rows = overview?.series.filter(({ row }) => row !== null) ?? []
  if (rows.length === 0) throw new Refusal('nothingPublished')
  const shares = new Map(workShares(rows).map((share) => [share.row, share]))
  const uses = usesOf(rows)
  return rows.filter(isHelp).map(({ row, question }) => {
    const work = row ?? ''
    const share = shares.get(work)
    const label = question.kind === 'grid' ? (wordingOf(question.text, speech).rows[work] ?? work) : work
    const suggested = share && { colour: suggestedColour(share), helped: share.helped, hurt: share.hurt }
    return { work, label, suggested: suggested ?? null, used: uses.get(work) ?? null }
  })
}

const asTyped = (agreement: Agreement | undefined): Typed =>
  Object.fromEntries([
    ...(agreement?.entries ?? []).flatMap(({ work, colour, note }) => [
      [`colour.${work}`, colour],
      [`note.${work}`, note],
    ]),
    ...(agreement?.lines ?? []).flatMap(({ text, ...line }, n) => [
      [`line.${n}`, text],
      ...Object.entries(line).map(([field, value]) => [`${field}.${n}`, value]),
    ]),
  ]) as Typed
