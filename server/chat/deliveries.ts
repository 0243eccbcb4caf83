import type { Context } from '../context.ts'
import { NotTaken, usualWays, type Ways } from '../outside/outside.ts'
import type { Announcements, Channel, Delivery } from './announcement.ts'
import { hears, secretsOf } from './channels.ts'
import { allowedHosts } from './hosts.ts'
import { messageFor } from './payloads/payload.ts'
import { dueDeliveries, forget, settle, takeDelivery } from './taking.ts'
import { send } from './sending.ts'

const atOnce = 5
const minute = 60_000
const longestPause = 2 * 60 * minute
const patience = 24 * 60 * minute

/** Sends what is due, until nothing is. */
export async function sendDueDeliveries(
  context: Context,
  announcements: Announcements,
  ways = usualWays,
): Promise<void> {
  for (let due = await dueDeliveries(context); due.length > 0; due = await dueDeliveries(context))
    for (let start = 0; start < due.length; start += atOnce)
      await Promise.all(
        due.slice(start, start + atOnce).map((id) => deliver(context, announcements, id, ways)),
      )
}

export async function deliver(context: Context, announcements: Announcements, id: string, ways: Ways) {
  const taken = await takeDelivery(context, id)
  if (!taken) return
  const { delivery, channel } = taken
  try {
    const sent = await tell(context, announcements, channel, delivery, ways)
    if (sent) await settle(context, delivery, { state: 'sent', failure: null })
    else await forget(context, id)
  } catch (error) {
    await putOff(context, delivery, error)
  }
}

/** False when there is nothing to say any more. */
async function tell(
  context: Context,
  announcements: Announcements,
  channel: Channel,
  delivery: Delivery,
  ways: Ways,
): Promise<boolean> {
  if (delivery.event !== 'test' && !hears(channel, delivery.event)) return false
  const announcement = await announcements[delivery.event](context, delivery.about, channel)
  if (!announcement) return false
  const secrets = await secretsOf(context, channel)
  if (!secrets) throw new NotTaken('sealed')
  const { signing, address } = secrets
  const message = messageFor(channel, delivery, announcement, { signing, at: context.clock.now() })
  await send(new URL(address), message, await allowedHosts(context.store.read), ways)
  return true
}

/** Later, each time twice as late, until a day has passed; a test, and what is gone, not at all. */
async function putOff(context: Context, delivery: Delivery, error: unknown) {
  const { reason, wait } = error instanceof NotTaken ? error : new NotTaken('ours')
  const now = context.clock.now().getTime()
  const end = delivery.queuedAt.getTime() + patience
  if (delivery.event === 'test' || reason === '410' || now >= end)
    return settle(context, delivery, { state: 'given up', failure: reason })
  const pause = Math.min(minute * 2 ** (delivery.attempts - 1), longestPause)
  const notBefore = new Date(Math.min(now + Math.max(pause, wait), end))
  return settle(context, delivery, { failure: reason, notBefore })
}
