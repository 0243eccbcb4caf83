import { asc, desc, eq } from 'drizzle-orm'
import { teamPaths } from '../people/people.ts'
import { Refusal } from '../refusal.ts'
import type { Reads } from '../storage/index.ts'
import { chatDeliveries } from '../storage/schema/chat.ts'
import type { Channel, Delivery } from './announcement.ts'
import { allChannels, channelById, isTeamsOwn } from './channels.ts'

export interface Listed extends Pick<Channel, 'id' | 'kind' | 'name' | 'host' | 'events' | 'agreed'> {
  /** Null for the organisation. */
  team: string | null
  /** Whether somebody who leads the team still has to want it. */
  waitsForTeam: boolean
  deliveries: Pick<Delivery, 'id' | 'event' | 'state' | 'queuedAt' | 'notBefore' | 'failure'>[]
}

const shown = 5

/**
 * Every channel, with what became of the latest it was told. That there was something for a team's readers alone is
 * no administrator's to know.
 */
export async function listChannels(read: Reads): Promise<Listed[]> {
  const paths = await teamPaths(read)
  const deliveries = await deliveriesByChannel(read)
  return (await allChannels(read)).map((channel) => ({
    ...listed(channel),
    team: channel.teamId && (paths.get(channel.teamId)?.join(' / ') ?? null),
    waitsForTeam: !channel.agreed && channel.events.some((event) => isTeamsOwn(channel, event)),
    deliveries: (deliveries.get(channel.id) ?? [])
      .filter(({ event }) => !isTeamsOwn(channel, event))
      .slice(0, shown)
      .map(({ id, event, state, queuedAt, notBefore, failure }) => ({
        id,
        event,
        state,
        queuedAt,
        notBefore,
        failure,
      })),
  }))
}

/** Without what is sealed. */
const listed = ({ id, kind, name, host, events, agreed }: Channel) => ({
  id,
  kind,
  name,
  host,
  events,
  agreed,
})

/** The newest first. */
async function deliveriesByChannel(read: Reads): Promise<Map<string, Delivery[]>> {
  const byChannel = new Map<string, Delivery[]>()
  const rows = await read
    .select()
    .from(chatDeliveries)
    .orderBy(desc(chatDeliveries.queuedAt), asc(chatDeliveries.id))
  for (const row of rows) byChannel.set(row.channelId, [...(byChannel.get(row.channelId) ?? []), row])
  return byChannel
}

/** With its channel. Refuses with notFound. */
export async function deliveryById(
  read: Reads,
  id: string,
): Promise<{ delivery: Delivery; channel: Channel }> {
  const [delivery] = await read.select().from(chatDeliveries).where(eq(chatDeliveries.id, id))
  if (!delivery) throw new Refusal('notFound')
  return { delivery, channel: await channelById(read, delivery.channelId) }
}
