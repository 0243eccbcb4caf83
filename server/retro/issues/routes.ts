import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandler } from 'fastify'
import { dayOf } from '#views/speech.ts'
import { TrackerPage } from '#views/retro/issues/tracker.tsx'
import { allowedHosts } from '../../chat/chat.ts'
import type { Context } from '../../context.ts'
import { teamPaths } from '../../people/people.ts'
import { Refusal } from '../../refusal.ts'
import { members, signedIn, type ById } from '../../web/access-rules.ts'
import { asTyped, readForm, wantsJson } from '../../web/form.ts'
import { actionById } from '../actions/actions.ts'
import { leads } from '../leading.ts'
import { trackerForm } from './forms.ts'
import { askTracker, makeIssue, removeTracker, setTracker, trackerOf, tryTracker } from './issues.ts'

/** Where the actions of a team become issues: set by whoever leads it. */
export function issueRoutes(app: FastifyInstance, context: Context) {
  app.get('/teams/:id/tracker', members, show(context))
  app.post('/teams/:id/tracker', members, set(context))
  app.post('/teams/:id/tracker/test', members, test(context))
  app.post('/teams/:id/tracker/visit', members, visit(context))
  app.post('/teams/:id/tracker/removal', members, remove(context))
  app.post('/actions/:id/issue', members, make(context))
}

const show =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const team = await teamToLead(context, request, request.params.id)
    const tracker = await trackerOf(context.store.read, team.id)
    return reply.page(TrackerPage, {
      ...shown(team, tracker),
      typed: { ...(tracker?.settings ?? { service: 'github', address: '', project: '', user: '' }) },
      faults: {},
    })
  }

const shown = (team: { id: string; path: string }, tracker: Awaited<ReturnType<typeof trackerOf>>) => ({
  team,
  connected: tracker && { fault: tracker.fault, triedAt: tracker.triedAt },
  tried: null,
})

const set =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const team = await teamToLead(context, request, request.params.id)
    const { read } = context.store
    const kept = await trackerOf(read, team.id)
    const form = readForm(trackerForm(await allowedHosts(read)), request.body)
    // What was typed as a token is given back to nobody.
    const { token: _token, ...typed } = asTyped(request.body)
    if (!form.ok) return reply.faulty(TrackerPage, { ...shown(team, kept), typed, faults: form.faults })
    const { token, ...settings } = form.values
    // A token that is kept goes to the host it was given for, and to no other.
    if (token === '' && kept?.settings.address !== settings.address)
      return reply.faulty(TrackerPage, {
        ...shown(team, kept),
        typed,
        faults: { token: 'required' as const },
      })
    await setTracker(context, signedIn(request), team.id, { settings, token: token || null })
    return reply.done({ to: `/teams/${team.id}/tracker`, notice: 'saved', json: {} })
  }

const test =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const team = await teamToLead(context, request, request.params.id)
    return told(context, team, reply, await tryTracker(context, team.id))
  }

const visit =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const team = await teamToLead(context, request, request.params.id)
    return told(context, team, reply, await askTracker(context, team.id))
  }

const remove =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id } = await teamToLead(context, request, request.params.id)
    await removeTracker(context, signedIn(request), id)
    return reply.done({ to: `/teams/${id}/tracker`, notice: 'saved', json: {} })
  }

const make =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const action = await actionById(context.store.read, request.params.id)
    const team = await teamToLead(context, request, action.teamId)
    const speech = await reply.speech()
    const link = `${context.config.PUBLIC_URL}/teams/${team.id}/actions`
    const body = speech.t.issues.body(action.owner, dayOf(action.due, speech), link)
    const reason = await makeIssue(context, signedIn(request), action.id, { title: action.text, body })
    if (reason !== null) return told(context, team, reply.code(502), reason)
    return reply.done({ to: `/teams/${team.id}/actions`, notice: 'issueMade', json: {} })
  }

/** What the service said, beside how it is connected. */
async function told(
  context: Context,
  team: { id: string; path: string },
  reply: FastifyReply,
  reason: string | null,
) {
  if (wantsJson(reply.request)) return reply.send({ works: reason === null, reason })
  const tracker = await trackerOf(context.store.read, team.id)
  if (!tracker) throw new Refusal('notFound')
  const page = { ...shown(team, tracker), tried: { reason } }
  return reply.page(TrackerPage, { ...page, typed: { ...tracker.settings }, faults: {} })
}

/** Refuses with notAllowed whoever does not lead the team. */
async function teamToLead({ store }: Context, { viewer }: FastifyRequest, id: string) {
  if (!(await leads(store.read, viewer, id))) throw new Refusal('notAllowed')
  return { id, path: (await teamPaths(store.read)).get(id)?.join(' / ') ?? '' }
}
