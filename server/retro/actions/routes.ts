import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandler } from 'fastify'
import { DropActionPage } from '#views/retro/actions/drop.tsx'
import { EditActionPage } from '#views/retro/actions/edit.tsx'
import { ActionsPage } from '#views/retro/actions/list.tsx'
import { TeamActionsPage } from '#views/retro/actions/team.tsx'
import type { Context } from '../../context.ts'
import { findTeams, teamPaths } from '../../people/people.ts'
import { readingOf } from '../../results/results.ts'
import { Refusal } from '../../refusal.ts'
import { members, signedIn, type ById } from '../../web/access-rules.ts'
import { listQuery, readForm, wantsJson, type Typed } from '../../web/form.ts'
import { todayIn } from '../../settings/settings.ts'
import { choicesFor } from './choices.ts'
import { actionForm, dropForm, newActionForm } from './forms.ts'
import { formProps, teamProps } from './props.ts'
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

/** What teams decided to do: read by whoever reads the team, written by whoever leads it. */
export function actionRoutes(app: FastifyInstance, context: Context) {
  app.get('/actions', members, listActions(context))
  app.get('/teams/:id/actions', members, showTeam(context))
  app.post('/actions', members, addOne(context))
  app.get('/actions/:id/edit', members, edit(context))
  app.post('/actions/:id', members, change(context))
  app.post('/actions/:id/completion', members, complete(context))
  app.get('/actions/:id/drop', members, askToDrop(context))
  app.post('/actions/:id/drop', members, drop(context))
  app.post('/actions/:id/reopening', members, reopen(context))
}

const listActions =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const { read } = context.store
    const viewer = signedIn(request)
    const own = await openActionsOwnedBy(read, viewer.id)
    if (wantsJson(request)) return reply.send({ actions: own.map(asJson) })
    const { teams } = await readingOf(read, viewer)
    const paths = await teamPaths(read)
    const found = findTeams(paths, teams, listQuery.parse(request.query).q)
    const open = await openActionsPerTeam(read, found.teams)
    return reply.page(ActionsPage, {
      own: own.map((action) => ({ ...action, team: paths.get(action.teamId)?.join(' / ') ?? '' })),
      found: { ...found, teams: found.teams.map((team) => ({ ...team, open: open.get(team.id) ?? 0 })) },
      today: await todayIn(context),
    })
  }

const showTeam =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { read } = context.store
    const { id } = request.params
    const viewer = signedIn(request)
    const { teams } = await readingOf(read, viewer)
    if (!teams.has(id)) throw new Refusal('notAllowed')
    if (wantsJson(request)) return reply.send({ actions: (await actionsOf(read, id)).map(asJson) })
    return reply.page(TeamActionsPage, await teamProps(context, viewer, id))
  }

const addOne =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const viewer = signedIn(request)
    const chosen = readForm(newActionForm, request.body)
    if (!chosen.ok || !(await leads(context.store.read, viewer, chosen.values.team)))
      throw new Refusal('notAllowed')
    const { team: teamId, round: roundId } = chosen.values
    const form = readForm(actionForm(await choicesFor(context, teamId)), request.body)
    if (!form.ok)
      return reply.faulty(TeamActionsPage, { ...(await teamProps(context, viewer, teamId)), ...form })
    const id = await createAction(context, viewer, { ...form.values, teamId, roundId })
    if (wantsJson(request)) reply.code(201)
    return reply.done({ to: teamPage(teamId), notice: 'actionAdded', json: await jsonOf(context, id) })
  }

const edit =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const action = await actionToLead(context, request)
    if (action.state !== 'open') throw new Refusal('actionEnded')
    const form = await formProps(context, action.teamId)
    return reply.page(EditActionPage, { action, ...form, typed: asTyped(action), faults: {} })
  }

const change =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const action = await actionToLead(context, request)
    const choices = await choicesFor(context, action.teamId, action.ownerId)
    const earliest = action.due < choices.earliest ? action.due : choices.earliest
    const form = readForm(actionForm({ ...choices, earliest }), request.body)
    if (!form.ok)
      return reply.faulty(EditActionPage, { action, ...(await formProps(context, action.teamId)), ...form })
    await changeAction(context, signedIn(request), action.id, form.values)
    return changed(context, reply, action, 'saved')
  }

const complete =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { read } = context.store
    const { id } = request.params
    const viewer = signedIn(request)
    await completeAction(context, viewer, id)
    const { teamId } = await actionById(read, id)
    const { teams } = await readingOf(read, viewer)
    const to = teams.has(teamId) ? teamPage(teamId) : '/actions'
    return reply.done({ to, notice: 'actionDone', json: await jsonOf(context, id) })
  }

const askToDrop =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const action = await actionToLead(context, request)
    if (action.state !== 'open') throw new Refusal('actionEnded')
    return reply.page(DropActionPage, { action, typed: {}, faults: {} })
  }

const drop =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const action = await actionToLead(context, request)
    const form = readForm(dropForm, request.body)
    if (!form.ok) return reply.faulty(DropActionPage, { action, ...form })
    await dropAction(context, signedIn(request), action.id, form.values.reason)
    return changed(context, reply, action, 'actionDropped')
  }

const reopen =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const action = await actionToLead(context, request)
    await reopenAction(context, signedIn(request), action.id)
    return changed(context, reply, action, 'actionReopened')
  }

async function actionToLead({ store }: Context, request: FastifyRequest<ById>): Promise<Action> {
  const action = await actionById(store.read, request.params.id)
  if (!(await leads(store.read, request.viewer, action.teamId))) throw new Refusal('notAllowed')
  return action
}

const changed = async (
  context: Context,
  reply: FastifyReply,
  { id, teamId }: Action,
  notice: 'saved' | 'actionDropped' | 'actionReopened',
) => reply.done({ to: teamPage(teamId), notice, json: await jsonOf(context, id) })

const jsonOf = async ({ store }: Context, id: string) => asJson(await actionById(store.read, id))

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
