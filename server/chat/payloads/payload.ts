import type { Announcement, Channel, Delivery } from '../announcement.ts'
import type { Message } from '../sending.ts'
import { slackBody } from './slack.ts'
import { teamsBody } from './teams.ts'
import { signatureOf, webhookBody } from './webhook.ts'

/**
 * An announcement as the channel's service documents it.
 * @param signing the secret of a plain webhook
 */
export function messageFor(
  { kind }: Channel,
  delivery: Delivery,
  announcement: Announcement,
  { signing, at }: { signing: string | null; at: Date },
): Message {
  const headers = { 'content-type': 'application/json' }
  if (kind === 'slack') return { headers, body: JSON.stringify(slackBody(announcement)) }
  if (kind === 'teams') return { headers, body: JSON.stringify(teamsBody(announcement)) }
  const body = JSON.stringify(webhookBody(delivery, announcement))
  if (!signing) throw new Error('A webhook has a signing secret.')
  const signed = { id: delivery.id, timestamp: Math.floor(at.getTime() / 1000), body }
  return {
    headers: {
      ...headers,
      'webhook-id': signed.id,
      'webhook-timestamp': String(signed.timestamp),
      'webhook-signature': signatureOf(signing, signed),
    },
    body,
  }
}
