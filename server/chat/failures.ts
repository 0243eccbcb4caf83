import { desc, eq } from 'drizzle-orm'
import type { Reads } from '../storage/index.ts'
import { chatChannels, chatDeliveries } from '../storage/schema/chat.ts'
import { isTeamsOwn } from './channels.ts'

/** Names of the channels that the latest message did not reach so far; what is for a team's readers alone does not count. */
export async function failingChannels(read: Reads): Promise<string[]> {
  const { id, name, teamId } = chatChannels
  const { event, failure } = chatDeliveries
  const told = await read
    .select({ id, name, teamId, event, failure })
    .from(chatDeliveries)
    .innerJoin(chatChannels, eq(id, chatDeliveries.channelId))
    .orderBy(desc(chatDeliveries.queuedAt))
  const latest = new Map<string, (typeof told)[number]>()
  for (const one of told) if (!isTeamsOwn(one, one.event) && !latest.has(one.id)) latest.set(one.id, one)
  return [...latest.values()].filter((one) => one.failure !== null).map((one) => one.name)
}
