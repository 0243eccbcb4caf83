import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DropActionPage } from '#views/retro/actions/drop.tsx'
import { EditActionPage } from '#views/retro/actions/edit.tsx'
import { ActionsPage } from '#views/retro/actions/list.tsx'
import { TeamActionsPage } from '#views/retro/actions/team.tsx'
import type { Context } from '../../context.ts'
import { teamPaths } from '../../people/people.ts'
import { readingOf } from '../../results/results.ts'
import { Refusal } from '../../refusal.ts'
import { readForm, wantsJson, type Typed } from '../../web/form.ts'
import { choicesFor, todayIn } from './choices.ts'
import { actionForm, dropForm, newActionForm } from './forms.ts'
import { actionProps } from './props.ts'
import {
  actionById,
  actionsOf,
  changeAction,
  completeAction,
  createAction,
  dropAction,
  openActionsOwnedBy,
  openActionsPerTeam,
  reopenAction,
  type Action,
} from './actions.ts'
import { leads } from '../leading.ts'

type ById = { Params: { id: string } }

/** What teams decided to do: read by whoever reads the team, written by whoever leads it. */
export function actionRoutes(app: FastifyInstance, context: Context) {
  const { read } = context.store
  const props = actionProps(context)
  const members = { config: { allow: 'members' as const } }

  app.get('/actions', members, async (request, reply) => {
    const viewer = request.viewer!
    const own = await openActionsOwnedBy(read, viewer.id)
    if (wantsJson(request)) return reply.send({ actions: own.map(asJson) })
    const { teams } = await readingOf(read, viewer)
    const paths = [...(await teamPaths(read))].map(([id, path]) => ({ id, path: path.join(' / ') }))
    const open = await openActionsPerTeam(read)
    return reply.page(ActionsPage, {
      own: own.map((action) => ({ ...action, team: paths.find(({ id }) => id === action.teamId)!.path })),
      teams: paths
        .filter(({ id }) => teams.has(id))
        .map((team) => ({ ...team, open: open.get(team.id) ?? 0 })),
      today: await todayIn(context),
    })
  })

  app.get<ById>('/teams/:id/actions', members, async (request, reply) => {
    const { id } = request.params
    const { teams } = await readingOf(read, request.viewer!)
    if (!teams.has(id)) throw new Refusal('notAllowed')
    if (wantsJson(request)) return reply.send({ actions: (await actionsOf(read, id)).map(asJson) })
    return reply.page(TeamActionsPage, await props.team(request.viewer!, id))
  })

  app.post('/actions', members, async (request, reply) => {
    const chosen = readForm(newActionForm, request.body)
    if (!chosen.ok || !(await leads(read, request.viewer!, chosen.values.team)))
      throw new Refusal('notAllowed')
    const { team: teamId, round: roundId } = chosen.values
    const form = readForm(actionForm(await choicesFor(context, teamId)), request.body)
    if (!form.ok)
      return reply.faulty(TeamActionsPage, {
        ...(await props.team(request.viewer!, teamId)),
        typed: form.typed,
        faults: form.faults,
      })
    const id = await createAction(context, request.viewer!, { ...form.values, teamId, roundId })
    if (wantsJson(request)) reply.code(201)
    return reply.done({ to: teamPage(teamId), notice: 'actionAdded', json: await jsonOf(id) })
  })

  app.get<ById>('/actions/:id/edit', members, async (request, reply) => {
    const action = await actionToLead(request)
    if (action.state !== 'open') throw new Refusal('actionEnded')
    return reply.page(EditActionPage, {
      action,
      ...(await props.form(action.teamId)),
      typed: asTyped(action),
      faults: {},
    })
  })

  app.post<ById>('/actions/:id', members, async (request, reply) => {
    const action = await actionToLead(request)
    const choices = await choicesFor(context, action.teamId, action.ownerId)
    const earliest = action.due < choices.earliest ? action.due : choices.earliest
    const form = readForm(actionForm({ ...choices, earliest }), request.body)
    if (!form.ok)
      return reply.faulty(EditActionPage, {
        action,
        ...(await props.form(action.teamId)),
        typed: form.typed,
        faults: form.faults,
      })
    await changeAction(context, request.viewer!, action.id, form.values)
    return reply.done({ to: teamPage(action.teamId), notice: 'saved', json: await jsonOf(action.id) })
  })

  app.post<ById>('/actions/:id/completion', members, async (request, reply) => {
    const { id } = request.params
    await completeAction(context, request.viewer!, id)
    const { teamId } = await actionById(read, id)
    const { teams } = await readingOf(read, request.viewer!)
    const to = teams.has(teamId) ? teamPage(teamId) : '/actions'
    return reply.done({ to, notice: 'actionDone', json: await jsonOf(id) })
  })

  app.get<ById>('/actions/:id/drop', members, async (request, reply) => {
    const action = await actionToLead(request)
    if (action.state !== 'open') throw new Refusal('actionEnded')
    return reply.page(DropActionPage, { action, typed: {}, faults: {} })
  })

  app.post<ById>('/actions/:id/drop', members, async (request, reply) => {
    const action = await actionToLead(request)
    const form = readForm(dropForm, request.body)
    if (!form.ok) return reply.faulty(DropActionPage, { action, typed: form.typed, faults: form.faults })
    await dropAction(context, request.viewer!, action.id, form.values.reason)
    return reply.done({ to: teamPage(action.teamId), notice: 'actionDropped', json: await jsonOf(action.id) })
  })

  app.post<ById>('/actions/:id/reopening', members, async (request, reply) => {
    const { id, teamId } = await actionToLead(request)
    await reopenAction(context, request.viewer!, id)
    return reply.done({ to: teamPage(teamId), notice: 'actionReopened', json: await jsonOf(id) })
  })

  async function actionToLead(request: FastifyRequest<ById>): Promise<Action> {
    const action = await actionById(read, request.params.id)
    if (!(await leads(read, request.viewer!, action.teamId))) throw new Refusal('notAllowed')
    return action
  }

  const jsonOf = async (id: string) => asJson(await actionById(read, id))
}

const teamPage = (teamId: string) => `/teams/${teamId}/actions`

const asTyped = ({ text, owner, due, questionId }: Action): Typed => ({
  text,
  owner: owner ?? '',
  due,
  question: questionId ?? '',
})

const asJson = ({ id, teamId, boardId, roundId, text, owner, due, questionId, state, reason }: Action) => ({
  id,
  team: teamId,
  board: boardId,
  round: roundId,
  text,
  owner,
  due,
  question: questionId,
  state,
  reason,
})
