import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandler } from 'fastify'
import { ChatPage } from '#views/chat/chat.tsx'
import { RemoveChannelPage } from '#views/chat/remove.tsx'
import type { Context } from '../context.ts'
import { teamPaths } from '../people/people.ts'
import { Refusal } from '../refusal.ts'
import { makeSealingKey } from '../secrets.ts'
import { administrators, signedIn, type ById } from '../web/access-rules.ts'
import { readForm, wantsJson } from '../web/form.ts'
import type { Announcements } from './announcement.ts'
import { addChannel, channelById, isTeamsOwn, removeChannel } from './channels.ts'
import { sendAgain, sendTest, type Sent } from './at-once.ts'
import { channelForm, hostForm } from './forms.ts'
import { allowedHosts, allowHost, refuseHost } from './hosts.ts'
import { deliveryById, listChannels } from './listing.ts'
import { chatProps } from './props.ts'

/** Where the organisation is told what happens: channels, the hosts they may be at, and what became of each message. */
export async function chatRoutes(app: FastifyInstance, context: Context, announcements: Announcements) {
  await makeSealingKey(context.keys)
  app.get('/chat', administrators, show(context))
  app.post('/chat/channels', administrators, add(context))
  app.post('/chat/channels/:id/test', administrators, test(context, announcements))
  app.get('/chat/channels/:id/removal', administrators, askToRemove(context))
  app.post('/chat/channels/:id/removal', administrators, remove(context))
  app.post('/chat/deliveries/:id/repetition', administrators, repeat(context, announcements))
  app.post('/chat/hosts', administrators, allow(context))
  app.post('/chat/hosts/:id/removal', administrators, refuse(context))
}

const show =
  (context: Context): RouteHandler<{ Querystring: { teamId?: string } }> =>
  async (request, reply) => {
    if (wantsJson(request)) return reply.send({ channels: await listChannels(context.store.read) })
    const typed = { teamId: String(request.query.teamId ?? '') }
    return reply.page(ChatPage, await chatProps(context, { typed, faults: {} }))
  }

const add =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const { read } = context.store
    const form = readForm(channelForm(await teamPaths(read), await allowedHosts(read)), request.body)
    if (!form.ok) return reply.faulty(ChatPage, await chatProps(context, form))
    const signing = await addChannel(context, signedIn(request).id, form.values)
    if (!signing) return reply.done({ to: '/chat', notice: 'channelAdded' })
    if (wantsJson(request)) return reply.send({ at: '/chat', secret: signing })
    // Not on to another page: this is the only one that ever shows it.
    return reply.page(ChatPage, await chatProps(context, { typed: {}, faults: {}, made: signing }))
  }

const test =
  (context: Context, announcements: Announcements): RouteHandler<ById> =>
  async (request, reply) => {
    return sentAs(reply, await sendTest(context, announcements, request.params.id))
  }

const askToRemove =
  ({ store }: Context): RouteHandler<ById> =>
  async (request, reply) => {
    const { id, name } = await channelById(store.read, request.params.id)
    return reply.page(RemoveChannelPage, { id, name })
  }

const remove =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    await removeChannel(context, signedIn(request).id, request.params.id)
    return reply.done({ to: '/chat', notice: 'channelRemoved' })
  }

const repeat =
  (context: Context, announcements: Announcements): RouteHandler<ById> =>
  async (request, reply) => {
    const id = await ofAdministrators(context, request)
    return sentAs(reply, await sendAgain(context, announcements, id))
  }

/** Why something was not taken stands in the list. */
function sentAs(reply: FastifyReply, { failure, over }: Sent) {
  const notice = over ? 'chatOver' : 'chatSent'
  return reply.done({ to: '/chat', ...(failure ? {} : { notice }), json: { failure, over } })
}

/** Refuses with notFound what is for a team's readers alone, whether there is such a delivery or not. */
async function ofAdministrators({ store }: Context, { params }: FastifyRequest<ById>): Promise<string> {
  const { delivery, channel } = await deliveryById(store.read, params.id)
  if (isTeamsOwn(channel, delivery.event)) throw new Refusal('notFound')
  return delivery.id
}

const allow =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const form = readForm(hostForm, request.body)
    if (!form.ok) return reply.faulty(ChatPage, await chatProps(context, form))
    await allowHost(context, signedIn(request).id, form.values)
    return reply.done({ to: '/chat', notice: 'hostAllowed' })
  }

const refuse =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    await refuseHost(context, signedIn(request).id, request.params.id)
    return reply.done({ to: '/chat', notice: 'hostRefused' })
  }
