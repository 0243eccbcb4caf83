import { teamPaths } from '../people/people.ts'
import type { Reads } from '../storage/index.ts'
import type { Channel, Delivery } from './announcement.ts'
import { allChannels, isTeamsOwn } from './channels.ts'
import { deliveriesByChannel } from './queue.ts'

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
