import { createHmac, timingSafeEqual } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Channel, Delivery } from '#server/chat/announcement.ts'
import { messageFor } from '#server/chat/payloads/payload.ts'
import { newSigningSecret, signatureOf } from '#server/chat/payloads/webhook.ts'

const announcement = {
  title: 'Acme asks, anonymously: <November> & @channel',
  lines: ['Do <!channel> | *it* ![x](https://evil.example/x.png) @all', 'Second line'],
  link: { text: 'See > it', href: 'https://pulse.acme.example/sign-in' },
  data: { round: 'r1' },
}
const at = new Date('2026-11-02T09:00:00Z')
const delivery: Delivery = {
  id: 'd-1',
  channelId: 'c-1',
  event: 'opened',
  about: 'r1',
  state: 'waiting',
  attempts: 1,
  queuedAt: new Date('2026-11-02T08:59:00Z'),
  notBefore: at,
  failure: null,
}
const written = (kind: Channel['kind'], signing: string | null = null) => {
  const { headers, body } = messageFor({ kind } as Channel, delivery, announcement, { signing, at })
  expect(headers['content-type']).toBe('application/json')
  return { headers, body, json: JSON.parse(body) }
}

test('Slack is told in blocks, Mattermost by the text beside them, with the same words', () => {
  const { json } = written('slack')
  expect(Object.keys(json)).toEqual(['text', 'blocks'])
  expect(
    json.blocks.map(({ type, text }: { type: string; text: { type: string } }) => [type, text.type]),
  ).toEqual([
    ['header', 'plain_text'],
    ['section', 'mrkdwn'],
    ['section', 'mrkdwn'],
  ])
  expect(json.blocks[0].text.text).toBe(announcement.title)
  expect(json.blocks[2].text.text).toBe('<https://pulse.acme.example/sign-in|See &gt; it>')
  expect(json.text).toContain('Second line\n<https://pulse.acme.example/sign-in|See &gt; it>')
})

test('what somebody typed calls nobody in a channel, leads nowhere and shows no picture', () => {
  const { json } = written('slack')
  for (const text of [json.text, json.blocks[1].text.text]) {
    expect(text).toContain('&lt;!channel&gt;')
    expect(text).not.toContain('<!channel>')
    expect(text).not.toMatch(/@(channel|all)/)
    expect(text).not.toContain('](')
    expect(text).not.toContain('https://evil')
  }
  const teams = written('teams').body
  expect(teams).not.toContain('"TextBlock"')
  expect(teams).toContain('![x](https://evil.example/x.png)')
})

test('texts that are too long for Slack are shortened, and the link stays', () => {
  const long = { ...announcement, title: 't'.repeat(400), lines: Array(40).fill('l'.repeat(200)) }
  const { body } = messageFor({ kind: 'slack' } as Channel, delivery, long, { signing: null, at })
  const { blocks } = JSON.parse(body)
  expect(blocks[0].text.text).toHaveLength(150)
  expect(blocks[1].text.text.length).toBeLessThanOrEqual(3000)
  expect(blocks[2].text.text).toContain('https://pulse.acme.example/sign-in')
})

test('Teams is sent a message with one Adaptive Card, whose texts are shown as they are', () => {
  const { json } = written('teams')
  expect(json).toMatchObject({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null }],
  })
  const card = json.attachments[0].content
  expect(card).toMatchObject({
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    actions: [{ type: 'Action.OpenUrl', title: 'See > it', url: 'https://pulse.acme.example/sign-in' }],
  })
  expect(card.body.map(({ inlines }: { inlines: { text: string }[] }) => inlines[0]!.text)).toEqual([
    announcement.title,
    ...announcement.lines,
  ])
})

test('a webhook is signed as Standard Webhooks describe, over id, time and the very bytes of the body', () => {
  const secret = newSigningSecret()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  const { headers, body, json } = written('webhook', secret)
  expect(json).toEqual({
    type: 'round.opened',
    timestamp: '2026-11-02T08:59:00.000Z',
    data: { round: 'r1', title: announcement.title, lines: announcement.lines, link: announcement.link.href },
  })
  expect(headers).toMatchObject({ 'webhook-id': 'd-1', 'webhook-timestamp': String(at.getTime() / 1000) })
  // As a receiver does it.
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const expected = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
    .update(signed)
    .digest()
  const [version, given] = headers['webhook-signature']!.split(',')
  expect(version).toBe('v1')
  expect(timingSafeEqual(Buffer.from(given!, 'base64'), expected)).toBe(true)
  expect(written('slack').headers).toEqual({ 'content-type': 'application/json' })
})

test('a signature is the one that the library of Standard Webhooks makes', () => {
  // The vector of its own tests.
  const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' }
  expect(signatureOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', signed)).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  )
})
