import { afterEach, beforeEach, expect, test } from 'vitest'
import { drainOutbox, queueLetters, type Letters } from '#server/post/post.ts'
import type { Letter } from '#server/context.ts'
import { outbox } from '#server/storage/schema/post.ts'
import { TestApp } from '../helpers/app.ts'

let safe: TestApp
let sent: { to: string; id: string }[]
/** What happens while a letter is on its way, before it is taken. */
let onTheWay: (letter: Letter) => Promise<void>
beforeEach(async () => {
  safe = await TestApp.start()
  sent = []
  onTheWay = async () => {}
  safe.context.post.send = async (letter, { id }) => {
    await onTheWay(letter)
    sent.push({ to: letter.to, id })
  }
})
afterEach(() => safe.stop())

const letter = async (_context: object, { addressee }: { addressee: string }) => ({
  to: addressee,
  from: '',
  subject: '',
  text: '',
  html: '',
})
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
const queue = (addressees: string[], kind: 'sign-in' | 'invitation' = 'invitation', about = 'round') =>
  safe.context.store.write((tx) =>
    queueLetters(
      tx,
      safe.clock.now(),
      addressees.map((addressee) => ({ kind, addressee, about })),
    ),
  )
const many = (n: number) => Array.from({ length: n }, (_, i) => `p${i}`)
const refuse = () => Promise.reject(Object.assign(new Error('550 No'), { code: 'EENVELOPE' }))

test('a letter is queued once for each addressee, kind and round', async () => {
  await queue(['ada', 'bob'])
  await queue(['ada'])
  await queue(['ada'], 'sign-in')
  await queue(['ada'], 'invitation', 'another')
  const rows = await safe.context.store.read.select().from(outbox)
  expect(rows.map(({ kind, addressee, about }) => `${kind} ${addressee} ${about}`).toSorted()).toEqual([
    'invitation ada another',
    'invitation ada round',
    'invitation bob round',
    'sign-in ada round',
  ])
})

test('whoever wants to sign in does not wait for a round’s invitations', async () => {
  await queue(many(200))
  await queue(['first'], 'sign-in')
  onTheWay = async () => {
    if (sent.length === 20) await queue(['late'], 'sign-in')
  }
  await drain()
  const order = sent.map(({ to }) => to)
  expect(order.indexOf('first')).toBeLessThan(5)
  expect(order.indexOf('late')).toBeLessThan(60)
  expect(order).toHaveLength(202)
  expect(await safe.context.store.read.$count(outbox)).toBe(0)
})

test('a letter that failed and is asked for again goes at once, and only once', async () => {
  onTheWay = refuse
  await queue(['ada'])
  for (let attempt = 1; attempt <= 12; attempt++) {
    await drain()
    safe.clock.advance(360 * 60_000)
  }
  onTheWay = async () => {}
  await queue(['ada'])
  await queue(['ada'])
  await drain()
  expect(sent.map(({ to }) => to)).toEqual(['ada'])
})

test('a letter asked for again while it is being sent is sent again: its link may have changed', async () => {
  onTheWay = async () => {
    if (sent.length === 0) await queue(['ada'])
  }
  await queue(['ada'])
  await drain()
  expect(sent.map(({ to }) => to)).toEqual(['ada', 'ada'])
  expect(new Set(sent.map(({ id }) => id)).size).toBe(2)
})

test('a letter there is nobody to write to any more goes from the queue without being sent', async () => {
  await queue(['ada'])
  await drainOutbox(safe.context, { ...letters, invitation: async () => null })
  expect(sent).toEqual([])
  expect(await safe.context.store.read.$count(outbox)).toBe(0)
})
