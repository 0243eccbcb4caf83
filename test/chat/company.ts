import { announcements } from '#server/jobs.ts'
import { sendDueDeliveries } from '#server/chat/chat.ts'
import { usualWays } from '#server/outside/outside.ts'
import type { Context } from '#server/context.ts'
import type { Visitor } from '../helpers/app.ts'
import type { ChatServer } from './chat-server.ts'

/** Sends what is due to the test's own service, which is given less time than a real one. */
export const sendDue = (context: Context, patience = 500) =>
  sendDueDeliveries(context, announcements, { ...usualWays, patience })

/** Allows the test's service as one of the own network. */
export const allow = (dana: Visitor, { host }: ChatServer) =>
  dana.post('/chat/hosts', { host, internal: 'yes' })

/** Adds a channel there; returns its id. */
export async function addChannel(
  { dana, chat }: { dana: Visitor; chat: ChatServer },
  {
    kind = 'slack',
    name = '#engineering',
    team = '',
    events = ['opened', 'closing', 'results', 'digest'],
    path = '/hooks/SECRET?sig=SIGNATURE',
  } = {},
): Promise<string> {
  const address = chat.url(path).href
  const added = await dana.post('/chat/channels', { kind, name, address, teamId: team, events })
  if (added.statusCode >= 400) throw new Error(`The channel was not added: ${added.body}`)
  const { channels } = (await dana.get('/chat', { accept: 'application/json' })).json()
  return channels.find((one: { name: string }) => one.name === name).id
}

/** What a channel was told, the newest first, as an administrator sees it. */
export async function deliveriesOf(dana: Visitor, id: string) {
  const { channels } = (await dana.get('/chat', { accept: 'application/json' })).json()
  return channels.find((one: { id: string }) => one.id === id).deliveries
}
