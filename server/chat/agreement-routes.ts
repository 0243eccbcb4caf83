import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ChannelAgreementPage } from '#views/chat/agreement.tsx'
import type { Viewer } from '../access/access.ts'
import type { Context } from '../context.ts'
import { pathIn, teamPaths } from '../people/people.ts'
import { Refusal } from '../refusal.ts'
import type { Reads } from '../storage/index.ts'
import { members, signedIn, type ById } from '../web/access-rules.ts'
import { findChannel, isTeamsOwn, setAgreed } from './channels.ts'

type Leads = (read: Reads, viewer: Viewer, teamId: string) => Promise<boolean>

/** Administrators set channels up; whoever leads a team says whether its signals and actions go there. */
export function agreementRoutes(app: FastifyInstance, context: Context, leads: Leads) {
  const { read } = context.store

  app.get<ById>('/chat/channels/:id/agreement', members, async (request, reply) => {
    const { id, name, host, kind, agreed, teamId, events } = await ledChannel(request)
    return reply.page(ChannelAgreementPage, {
      id,
      name,
      host,
      kind,
      agreed,
      events: events.filter((event) => isTeamsOwn({ teamId }, event)),
      team: pathIn(await teamPaths(read), teamId).join(' / '),
    })
  })

  app.post<ById>('/chat/channels/:id/agreement', members, async (request, reply) => {
    const { id } = await ledChannel(request)
    await setAgreed(context, id, true)
    return reply.done({ to: `/chat/channels/${id}/agreement`, notice: 'saved' })
  })

  app.post<ById>('/chat/channels/:id/agreement/removal', members, async (request, reply) => {
    const { id } = await ledChannel(request)
    await setAgreed(context, id, false)
    return reply.done({ to: `/chat/channels/${id}/agreement`, notice: 'saved' })
  })

  /** Refuses with notAllowed, whether there is such a channel or not. */
  async function ledChannel(request: FastifyRequest<ById>) {
    const channel = await findChannel(read, request.params.id)
    if (!channel?.teamId || !(await leads(read, signedIn(request), channel.teamId)))
      throw new Refusal('notAllowed')
    return { ...channel, teamId: channel.teamId }
  }
}
