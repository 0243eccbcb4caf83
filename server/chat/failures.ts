import { eq, isNotNull } from 'drizzle-orm'
import type { Reads } from '../storage/index.ts'
import { chatChannels, chatDeliveries } from '../storage/schema/chat.ts'
import { isTeamsOwn } from './channels.ts'

/** Names of the channels that something did not reach so far; what is for a team's readers alone does not count. */
export async function failingChannels(read: Reads): Promise<string[]> {
  const { name, teamId } = chatChannels
  const failed = await read
    .select({ name, teamId, event: chatDeliveries.event })
    .from(chatDeliveries)
    .innerJoin(chatChannels, eq(chatChannels.id, chatDeliveries.channelId))
    .where(isNotNull(chatDeliveries.failure))
  return [...new Set(failed.filter((one) => !isTeamsOwn(one, one.event)).map((one) => one.name))]
}
