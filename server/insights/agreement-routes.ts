import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AcknowledgementPage } from '#views/insights/acknowledgement.tsx'
import { AgreementPage } from '#views/insights/agreement.tsx'
import { AgreementFormPage } from '#views/insights/agreement-form.tsx'
import type { Context } from '../context.ts'
import { noteViewing, shownOf, type Reading } from '../results/results.ts'
import { Refusal } from '../refusal.ts'
import { organisationOf } from '../settings/settings.ts'
import { readForm, wantsJson, type Typed } from '../web/form.ts'
import { acknowledgementForm, agreementForm } from './forms.ts'
import { groupById, groupsFor } from './groups.ts'
import {
  acknowledge,
  agreementsOf,
  overviewOf,
  publishAgreement,
  suggestedColour,
  workShares,
  type Agreement,
} from './insights.ts'

type ByTeam = { Params: { team: string } }

/** What a team makes of its figures: a working agreement, and what whoever leads it says to a signal. */
export function agreementRoutes(app: FastifyInstance, context: Context) {
  const { read } = context.store
  const members = { config: { allow: 'members' as const } }

  app.get<ByTeam>('/teams/:team/agreement', members, async (request, reply) => {
    const { group, groups, leads } = await team(request)
    return reply.page(AgreementPage, { group, groups, leads, versions: await agreementsOf(read, group.id) })
  })

  app.get<ByTeam>('/teams/:team/agreement/new', members, async (request, reply) => {
    const { group, paths, reading } = await teamLed(request)
    const [current] = await agreementsOf(read, group.id)
    return reply.page(AgreementFormPage, {
      team: group,
      basedOn: current?.version ?? 0,
      works: await worksOf(request, group.id, { paths, reading }),
      typed: asTyped(current),
      faults: {},
    })
  })

  app.post<ByTeam & { Body: Typed }>('/teams/:team/agreements', members, async (request, reply) => {
    const { group, paths, reading } = await teamLed(request)
    const works = await worksOf(request, group.id, { paths, reading })
    const form = readForm(agreementForm(works.map(({ work }) => work)), request.body)
    if (!form.ok) {
      const { typed, faults } = form
      return reply.faulty(AgreementFormPage, { team: group, basedOn: 0, works, typed, faults })
    }
    const { basedOn, entries } = form.values
    const labels = new Map(works.map(({ work, label }) => [work, label]))
    const labelled = entries.map((entry) => ({ ...entry, label: labels.get(entry.work)! }))
    const agreement = { teamId: group.id, basedOn, entries: labelled }
    if (await publishAgreement(context, request.viewer!.id, agreement))
      return reply.done({ to: `/teams/${group.id}/agreement`, notice: 'agreementPublished' })
    if (wantsJson(request)) throw new Refusal('agreementChanged')
    const [meanwhile] = await agreementsOf(read, group.id)
    const typed = { ...request.body, basedOn: String(meanwhile!.version) }
    return reply.code(409).page(AgreementFormPage, { team: group, meanwhile, works, typed, faults: {} })
  })

  app.post<ByTeam>('/teams/:team/acknowledgements', members, async (request, reply) => {
    const { group, paths } = await teamLed(request)
    const form = readForm(acknowledgementForm, request.body)
    if (!form.ok)
      return reply.faulty(AcknowledgementPage, { team: group, typed: form.typed, faults: form.faults })
    const { round: roundId, signal, note } = form.values
    const overview = await overviewOf(read, { teamId: group.id, paths }, { months: 12, measure: null })
    const known = overview?.signals.some((one) => one.key === signal && one.roundId === roundId)
    if (!known) throw new Refusal('notFound')
    await acknowledge(context, request.viewer!.id, { teamId: group.id, roundId, signal, note })
    return reply.done({ to: `/overview/${group.id}`, notice: 'acknowledged' })
  })

  async function team(request: FastifyRequest<ByTeam>) {
    const { name } = (await organisationOf(read))!
    const { groups, reading, paths } = await groupsFor(read, request.viewer!, name)
    const group = groupById(
      groups.filter(({ teamId }) => teamId !== null),
      request.params.team,
    )
    return { group, groups, paths, reading, leads: reading.leads(group.id) }
  }

  async function teamLed(request: FastifyRequest<ByTeam>) {
    const found = await team(request)
    if (!found.leads) throw new Refusal('notAllowed')
    return found
  }

  /** The kinds of work the latest round asked about, with what its answers suggest. */
  async function worksOf(
    request: FastifyRequest,
    teamId: string,
    { paths, reading }: { paths: Map<string, string[]>; reading: Reading },
  ) {
    const overview = await overviewOf(read, { teamId, paths }, { months: 12, measure: null })
    await noteViewing(context, request.viewer!, reading, 'opened', shownOf(teamId, overview?.history ?? []))
    const rows = overview?.series.filter(({ row }) => row !== null) ?? []
    if (rows.length === 0) throw new Refusal('nothingPublished')
    const shares = new Map(workShares(rows).map((share) => [share.row, share]))
    return rows.map(({ row, question }) => {
      const share = shares.get(row!)
      const label = question.kind === 'grid' ? (question.text.en.rows[row!] ?? row!) : row!
      const suggested = share && { colour: suggestedColour(share), helped: share.helped, hurt: share.hurt }
      return { work: row!, label, suggested: suggested ?? null }
    })
  }
}

const asTyped = (agreement: Agreement | undefined): Typed =>
  Object.fromEntries(
    (agreement?.entries ?? []).flatMap(({ work, colour, note }) => [
      [`colour.${work}`, colour],
      [`note.${work}`, note],
    ]),
  )
