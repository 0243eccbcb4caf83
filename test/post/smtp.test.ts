import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  drainOutbox,
  openPost,
  outboxState,
  queueLetters,
  retryFailing,
  type Letters,
} from '#server/post/post.ts'
import { outbox } from '#server/storage/schema/post.ts'
import { TestApp } from '../helpers/app.ts'
import { MailServer, refusal } from './mail-server.ts'

const minute = 60_000

let mail: MailServer
let safe: TestApp
beforeEach(async () => {
  mail = await MailServer.start()
  safe = await TestApp.start()
  usePost(20_000)
})
afterEach(async () => {
  safe.context.post.close()
  await safe.stop()
  await mail.stop().catch(() => {})
})

function usePost(patience: number) {
  safe.context.post.close()
  safe.context.post = openPost(
    { ...safe.context.config, SMTP_URL: mail.url },
    { connect: patience, answer: patience },
  )
}

const letter = async (_context: object, { addressee, kind }: { addressee: string; kind: string }) => {
  const to = `${addressee}@acme.example`
  return {
    to,
    from: 'Café · Safe to Say',
    subject: `${kind} for ${addressee}`,
    text: 'Grüße',
    html: '<p>Grüße</p>',
  }
}
const letters: Letters = {
  'sign-in': letter,
  'own-link': letter,
  invitation: letter,
  reminder: letter,
  cancellation: letter,
  'action-reminder': letter,
  board: letter,
  calendar: letter,
  results: letter,
  connector: letter,
}
const drain = () => drainOutbox(safe.context, letters)
const queue = (addressees: string[], kind: 'sign-in' | 'invitation' = 'invitation') =>
  safe.context.store.write((tx) =>
    queueLetters(
      tx,
      safe.clock.now(),
      addressees.map((addressee) => ({ kind, addressee, about: 'round' })),
    ),
  )
const many = (n: number) => Array.from({ length: n }, (_, i) => `p${i}`)
const rows = () => safe.context.store.read.select().from(outbox).orderBy(asc(outbox.addressee))
const messageId = (message: string) => /^Message-ID: (\S+)/im.exec(message)![1]

test('a letter reaches its addressee with sender, subject and both texts, and nothing of it stays behind', async () => {
  await queue(['ada'])
  await drain()
  expect(mail.recipients).toEqual(['ada@acme.example'])
  const { message } = mail.taken[0]!
  expect(message).toMatch(/^From: =\?UTF-8\?Q\?Caf=C3=A9_=C2=B7_Safe_to_Say\?= <safe-to-say@localhost>/m)
  expect(message).toMatch(/^Subject: invitation for ada/m)
  expect(message.match(/^Content-Type: text\/(plain|html)/gm)).toHaveLength(2)
  expect(message).toContain('Gr=C3=BC=C3=9Fe')
  expect(await rows()).toEqual([])
})

test('a logo is part of the letter, and the address that ends such mail stands in its head (RFC 8058)', async () => {
  await queue(['ada'])
  const logo = { type: 'image/png', content: Buffer.from('89504e470d0a1a0a', 'hex') }
  const oneClick = `https://pulse.acme.example/reminders/${'x'.repeat(65)}/reminders`
  const invitation = async () => ({
    ...(await letter({}, { addressee: 'ada', kind: 'invitation' })),
    logo,
    oneClick,
  })
  await drainOutbox(safe.context, { ...letters, invitation })
  const { message } = mail.taken[0]!
  expect(message).toMatch(/^Content-Type: image\/png; name=logo\.png/m)
  expect(message).toMatch(/^Content-ID: <logo>/im)
  expect(message).toMatch(/^Content-Disposition: inline/m)
  expect(message).toContain(logo.content.toString('base64'))
  const unfolded = message.replace(/\r?\n[ \t]+/g, ' ')
  expect(unfolded).toMatch(new RegExp(`^List-Unsubscribe: <${oneClick}>\\r?$`, 'm'))
  expect(unfolded).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m)
})

test('an address that is refused is tried again after growing pauses, and all others get their letters', async () => {
  mail.refuses = (address) => (address === 'p3@acme.example' ? refusal(550, 'No p3@acme.example here') : null)
  await queue(many(8))
  await drain()
  expect(mail.recipients).toHaveLength(7)
  const pauses: number[] = []
  for (let attempt = 1; attempt < 12; attempt++) {
    const [row] = await rows()
    expect(row).toMatchObject({ addressee: 'p3', attempts: attempt, failure: 'EENVELOPE' })
    const pause = row!.notBefore.getTime() - safe.clock.now().getTime()
    pauses.push(pause / minute)
    safe.clock.advance(pause - 1)
    await drain()
    expect((await rows())[0]!.attempts).toBe(attempt)
    safe.clock.advance(1)
    await drain()
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360])
  expect(JSON.stringify(await rows())).not.toContain('@')
})

test('after twelve attempts a letter rests until an administrator has failing letters tried again', async () => {
  mail.refuses = () => refusal(550, 'No')
  await queue(['ada'])
  for (let attempt = 1; attempt <= 12; attempt++) {
    await drain()
    safe.clock.advance(360 * minute)
  }
  mail.refuses = () => null
  safe.clock.advance(30 * 24 * 60 * minute)
  await drain()
  expect(mail.taken).toEqual([])
  expect(await outboxState(safe.context)).toEqual({
    waiting: 1,
    failing: [{ failure: 'EENVELOPE', letters: 1 }],
  })
  let woken = 0
  safe.context.wake = () => (woken += 1)
  await retryFailing(safe.context)
  expect(woken).toBe(1)
  await drain()
  expect(mail.recipients).toEqual(['ada@acme.example'])
  expect(await outboxState(safe.context)).toEqual({ waiting: 0, failing: [] })
})

test('a server that cannot be reached is not tried for every letter; when it is back, all go', async () => {
  await mail.stop()
  await queue(many(30))
  await drain()
  const tried = (await rows()).filter(({ attempts }) => attempts > 0)
  expect(tried.length).toBeGreaterThan(0)
  expect(tried.length).toBeLessThanOrEqual(5)
  expect(new Set(tried.map(({ failure }) => failure))).toEqual(new Set(['ESOCKET']))
  mail = await MailServer.start()
  usePost(20_000)
  safe.clock.advance(minute)
  await drain()
  expect(mail.recipients.toSorted()).toEqual(
    many(30)
      .map((one) => `${one}@acme.example`)
      .toSorted(),
  )
})

test('a server that says nothing is given up on in time', async () => {
  usePost(500)
  mail.mute = true
  await queue(many(12))
  const began = Date.now()
  await drain()
  expect(Date.now() - began).toBeLessThan(5000)
  expect((await rows()).filter(({ failure }) => failure === 'ETIMEDOUT')).toHaveLength(5)
  mail.mute = false
  usePost(20_000)
  safe.clock.advance(minute)
  await drain()
  expect(mail.taken).toHaveLength(12)
})

test('one letter that a server never answers for does not keep the others from going', async () => {
  mail.handles = ({ to }) => (to === 'p0@acme.example' ? 'hang' : 'take')
  usePost(500)
  await queue(many(12))
  for (let minutes = 0; minutes < 4; minutes++) {
    await drain()
    safe.clock.advance(minute)
  }
  expect(new Set(mail.recipients).size).toBe(11)
  expect(await rows()).toMatchObject([{ addressee: 'p0', failure: 'ETIMEDOUT' }])
})

test('a letter whose connection broke after it was read comes again under the same Message-ID', async () => {
  const seen: string[] = []
  mail.handles = ({ message }) => (seen.push(messageId(message)!) === 1 ? 'drop' : 'take')
  await queue(['ada'])
  await drain()
  expect(await rows()).toMatchObject([{ attempts: 1 }])
  safe.clock.advance(minute)
  await drain()
  expect(seen).toHaveLength(2)
  expect(seen[1]).toBe(seen[0])
  expect(seen[0]).toMatch(/^<[\w-]{22}@localhost>$/)
  expect(await rows()).toEqual([])
})
