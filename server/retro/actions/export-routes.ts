import type { FastifyInstance, RouteHandler } from 'fastify'
import { dayOf } from '#views/speech.ts'
import type { Context } from '../../context.ts'
import { teamPaths } from '../../people/people.ts'
import { Refusal } from '../../refusal.ts'
import { readingOf } from '../../results/results.ts'
import { dayIn, theOrganisation, todayIn } from '../../settings/settings.ts'
import { members, signedIn, type ById } from '../../web/access-rules.ts'
import { sendFile } from '../../web/download.ts'
import { asCsv, asMarkdown, type Exported } from './exports.ts'
import { actionsOf, issuesOf } from './queries.ts'

/** What a team decided, as files, for whoever reads the team. */
export function actionExportRoutes(app: FastifyInstance, context: Context) {
  app.get('/teams/:id/actions.csv', members, sendCsv(context))
  app.get('/teams/:id/actions.md', members, sendMarkdown(context))
}

const sendCsv =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { team, actions, name } = await exported(context, request)
    return sendFile(reply, 'text/csv', name, 'csv', asCsv(team, actions))
  }

const sendMarkdown =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { team, actions, name } = await exported(context, request)
    const speech = await reply.speech()
    const { teamActions, board } = speech.t
    const markdown = asMarkdown(actions, {
      title: teamActions.team.title(team),
      states: board.decide.states,
      by: (owner, due) => board.decide.by(owner, dayOf(due, speech)),
    })
    return sendFile(reply, 'text/markdown', name, 'md', markdown)
  }

/** Refuses with notAllowed whoever does not read the team. */
async function exported(context: Context, request: Parameters<RouteHandler<ById>>[0]) {
  const { read } = context.store
  const { id } = request.params
  const { teams } = await readingOf(read, signedIn(request))
  if (!teams.has(id)) throw new Refusal('notAllowed')
  const { timeZone } = await theOrganisation(read)
  const { byAction } = await issuesOf(read, id)
  const actions = (await actionsOf(read, id)).map((action): Exported => ({
    ...action,
    endedOn: action.endedAt && dayIn(action.endedAt, timeZone),
    issue: byAction.get(action.id)?.link ?? null,
  }))
  const team = (await teamPaths(read)).get(id)?.join(' / ') ?? ''
  return { team, actions, name: ['actions', team, await todayIn(context)] }
}
