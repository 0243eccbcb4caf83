import { asc, eq } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { seal, unseal } from '../secrets.ts'
import { newId } from '../storage/identifier.ts'
import type { Reads } from '../storage/index.ts'
import { chatChannels, type ChannelEvent, type ChannelKind } from '../storage/schema/chat.ts'
import { teams } from '../storage/schema/people.ts'
import type { Channel } from './announcement.ts'
import { newSigningSecret } from './payloads/webhook.ts'

export interface NewChannel {
  kind: ChannelKind
  name: string
  address: URL
  teamId: string | null
  events: ChannelEvent[]
}

/** What is kept sealed of a channel. */
interface Secrets {
  address: string
  signing: string | null
}

const placeOf = (id: string): string => `chat channel ${id}`

/**
 * Returns the signing secret of a plain webhook, which is shown this once; null for the others. Refuses with notFound
 * where the team has gone meanwhile.
 */
export async function addChannel(
  context: Context,
  by: string,
  { address, ...channel }: NewChannel,
): Promise<string | null> {
  const id = newId()
  const signing = channel.kind === 'webhook' ? newSigningSecret() : null
  const secrets: Secrets = { address: address.href, signing }
  const sealed = await seal(context.keys, placeOf(id), JSON.stringify(secrets))
  const { teamId } = channel
  await context.store.write(async (tx) => {
    if (teamId && !(await tx.$count(teams, eq(teams.id, teamId)))) throw new Refusal('notFound')
    await tx.insert(chatChannels).values({ ...channel, id, host: address.host, sealed })
    await record(tx, context, by, 'chat channel added', { channel: channel.name, host: address.host })
  })
  return signing
}

/** Null where it was sealed under a key that is gone. */
export async function secretsOf({ keys }: Context, { id, sealed }: Channel): Promise<Secrets | null> {
  const text = await unseal(keys, placeOf(id), sealed)
  return text === null ? null : (JSON.parse(text) as Secrets)
}

export async function allChannels(read: Reads): Promise<Channel[]> {
  return read.select().from(chatChannels).orderBy(asc(chatChannels.name), asc(chatChannels.id))
}

export async function findChannel(read: Reads, id: string): Promise<Channel | null> {
  const [channel] = await read.select().from(chatChannels).where(eq(chatChannels.id, id))
  return channel ?? null
}

/** Refuses with notFound. */
export async function channelById(read: Reads, id: string): Promise<Channel> {
  const channel = await findChannel(read, id)
  if (!channel) throw new Refusal('notFound')
  return channel
}

/** With its address, and all that it was to be told. */
export async function removeChannel(context: Context, by: string, id: string): Promise<void> {
  await context.store.write(async (tx) => {
    const { name, host } = await channelById(tx, id)
    await tx.delete(chatChannels).where(eq(chatChannels.id, id))
    await record(tx, context, by, 'chat channel removed', { channel: name, host })
  })
}

/** What only readers of a team may read goes out once somebody who leads it wants that. */
export async function setAgreed({ store }: Context, id: string, agreed: boolean): Promise<void> {
  await store.write((tx) => tx.update(chatChannels).set({ agreed }).where(eq(chatChannels.id, id)))
}

/** Whether it is for the team's readers alone, and no administrator's to see or to send. */
export const isTeamsOwn = ({ teamId }: Pick<Channel, 'teamId'>, event: string): boolean =>
  teamId !== null && (event === 'signal' || event === 'digest')

/** A channel that was agreed to no more hears nothing of what was queued before, either. */
export const hears = (channel: Channel, event: ChannelEvent): boolean =>
  channel.events.includes(event) && (channel.agreed || !isTeamsOwn(channel, event))
