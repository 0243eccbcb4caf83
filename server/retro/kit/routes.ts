import type { FastifyInstance, FastifyRequest } from 'fastify'
import { KitPage } from '#views/retro/kit/kit.tsx'
import type { Viewer } from '../../access/access.ts'
import type { Context } from '../../context.ts'
import { teamPaths } from '../../people/people.ts'
import {
  isPublished,
  noteViewing,
  ownAnswersOf,
  readingOf,
  resultsOf,
  shownOf,
} from '../../results/results.ts'
import { Refusal } from '../../refusal.ts'
import { allRounds, questionIdOf, roundById } from '../../rounds/rounds.ts'
import { readForm, wantsJson } from '../../web/form.ts'
import { asDecision, boardById, startBoard } from '../board/boards.ts'
import { kitForm } from './forms.ts'
import { broughtAlong, topicsFor } from './kit.ts'
import { leads } from '../leading.ts'

type ByTeam = { Params: { team: string }; Querystring: { round?: string } }

/** What whoever leads a team prepares its retro with. */
export function kitRoutes(app: FastifyInstance, context: Context) {
  const { read } = context.store
  const members = { config: { allow: 'members' as const } }

  app.get<ByTeam>('/teams/:team/kit', members, async (request, reply) => {
    const teamId = await teamToLead(request)
    const kit = await kitFor(request.viewer!, teamId, request.query.round ?? null)
    if (wantsJson(request)) return reply.send({ round: kit.round, topics: kit.topics })
    return reply.page(KitPage, { ...kit, typed: {}, faults: {} })
  })

  app.post<ByTeam>('/teams/:team/kit', members, async (request, reply) => {
    const teamId = await teamToLead(request)
    const form = readForm(kitForm(new Set((await offered()).map(({ id }) => id))), request.body)
    if (!form.ok) {
      const { round } = form.typed
      const kit = await kitFor(request.viewer!, teamId, typeof round === 'string' ? round : null)
      return reply.faulty(KitPage, { ...kit, typed: form.typed, faults: form.faults })
    }
    const id = await startBoard(context, request.viewer!, { teamId, ...form.values })
    if (wantsJson(request)) reply.code(201)
    const { code } = await boardById(read, id)
    const join = `${context.config.PUBLIC_URL}/join/${code}`
    return reply.done({ to: `/boards/${id}`, json: { id, code, join } })
  })

  async function teamToLead({ params, viewer }: FastifyRequest<ByTeam>): Promise<string> {
    if (!(await leads(read, viewer, params.team))) throw new Refusal('notAllowed')
    return params.team
  }

  const offered = async () => (await allRounds(read)).filter(isPublished).slice(0, 12)

  async function kitFor(viewer: Viewer, teamId: string, wanted: string | null) {
    const paths = await teamPaths(read)
    const rounds = (await offered()).map(({ id, name }) => ({ id, name }))
    const roundId = rounds.some(({ id }) => id === wanted) ? wanted : null
    const found = await topicsFor(read, viewer, { teamId, paths, roundId })
    const round = found && { id: found.overview.latest.round.id, name: found.overview.latest.round.name }
    if (found) await tell(viewer, teamId, found)
    return {
      team: { id: teamId, path: paths.get(teamId)!.join(' / ') },
      round,
      rounds,
      topics: found?.topics ?? [],
      around: found?.around?.teamId ? paths.get(found.around.teamId)!.at(-1)! : null,
      before: await actionsBefore(teamId, round?.id ?? null),
      remarks: round ? await remarksOf(round.id, teamId) : [],
    }
  }

  /** Whoever reads figures from outside is named to their teams, here as on every page. */
  async function tell(
    viewer: Viewer,
    teamId: string,
    { overview, around }: NonNullable<Awaited<ReturnType<typeof topicsFor>>>,
  ) {
    const shown = [
      ...shownOf(teamId, overview.history),
      ...shownOf(around?.teamId ?? null, around?.history ?? []),
    ]
    await noteViewing(context, viewer, await readingOf(read, viewer), 'opened', shown)
  }

  async function actionsBefore(teamId: string, roundId: string | null) {
    const answers = (await ownAnswersOf(read, teamId)).flatMap(({ round, items }) =>
      items.map((item) => ({ round, item })),
    )
    const inRound = answers.filter(({ round }) => round.id === roundId).map(({ item }) => item.key)
    const all = await broughtAlong(read, teamId, inRound)
    return all.map((action) => ({
      ...asDecision(action),
      answers: answers.filter(({ item }) => item.key === questionIdOf(action.id)),
    }))
  }

  async function remarksOf(roundId: string, teamId: string) {
    const round = await roundById(read, roundId)
    const { remarks } = await resultsOf(read, round, teamId)
    return (round.questions ?? []).flatMap(({ id, text }) => {
      const texts = remarks.filter(({ question }) => question === id).map((remark) => remark.text)
      return texts.length > 0 ? [{ id, question: text.en.question, texts }] : []
    })
  }
}
