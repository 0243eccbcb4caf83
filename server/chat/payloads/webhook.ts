import { createHmac, randomBytes } from 'node:crypto'
import type { Announcement, Delivery } from '../announcement.ts'

/** What scripts know events by. */
const types: Record<Delivery['event'], string> = {
  opened: 'round.opened',
  closing: 'round.closing',
  results: 'round.results',
  signal: 'team.signal',
  digest: 'actions.digest',
  test: 'test',
}

/** The shape that Standard Webhooks recommend: what, when, and of what. */
export const webhookBody = (
  { event, queuedAt }: Delivery,
  { title, lines, link, data }: Announcement,
): object => ({
  type: types[event],
  timestamp: queuedAt.toISOString(),
  data: { ...data, title, lines, link: link.href },
})

const prefix = 'whsec_'

export const newSigningSecret = (): string => prefix + randomBytes(32).toString('base64')

/** By Standard Webhooks, version 1: HMAC-SHA256 of id, time in seconds and body. */
export function signatureOf(
  secret: string,
  { id, timestamp, body }: { id: string; timestamp: number; body: string },
): string {
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
