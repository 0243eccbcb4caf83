import { afterEach, beforeEach, expect, test } from 'vitest'
import { outbox } from '#server/storage/schema/post.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'
import { closeRound, openRound, rated, respondents } from '../helpers/attacks.ts'
import { everythingStored } from '../helpers/stored.ts'

const ada = 'payments1@acme.example'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: 8 }))
})
afterEach(() => safe.stop())

async function ask(email: string) {
  const page = await safe.visitor().post('/own-link', { email })
  await safe.deliver()
  return page
}

test('who asks for their own link is sent it again, the same as before, and nobody else is', async () => {
  await openRound(safe, dana)
  const [first] = safe.letters.filter(({ to }) => to === ada)
  safe.letters.splice(0)
  await ask(` ${ada.toUpperCase()} `)
  expect(safe.letters).toEqual([first])
})

test('the link is the same after answering, and asking leaves nothing behind', async () => {
  await openRound(safe, dana)
  const [first] = safe.letters.filter(({ to }) => to === ada)
  await (await respondents(safe, [ada])).get(ada)!.answer(rated(4))
  const before = await everythingStored(safe.context.store)
  safe.letters.splice(0)
  await ask(ada)
  expect(safe.letters).toEqual([first])
  expect(await everythingStored(safe.context.store)).toBe(before)
})

test('the reply is the same, byte for byte, for an address that is invited and one that is not', async () => {
  await openRound(safe, dana)
  const stranger = 'payments9@acme.example'
  const [invited, other] = [await ask(ada), await ask(stranger)]
  expect([invited.statusCode, other.statusCode]).toEqual([200, 200])
  expect(other.body.replaceAll(stranger, ada)).toBe(invited.body)
})

test('an address is queued without looking whose it is; a stranger’s is sent nothing and not kept', async () => {
  await openRound(safe, dana)
  safe.letters.splice(0)
  await safe.visitor().post('/own-link', { email: 'nina@elsewhere.example' })
  expect(await safe.context.store.read.select().from(outbox)).toMatchObject([
    { kind: 'own-link', addressee: 'nina@elsewhere.example', about: '' },
  ])
  await safe.deliver()
  expect(safe.letters).toEqual([])
  expect(await everythingStored(safe.context.store)).not.toContain('nina@elsewhere.example')
})

test('where no round is open, nothing is sent', async () => {
  await ask(ada)
  const id = await openRound(safe, dana)
  await closeRound(dana, id)
  await safe.deliver()
  safe.letters.splice(0)
  await ask(ada)
  expect(safe.letters).toEqual([])
})

test('an address is sent its link five times in an hour at most, no matter who asks', async () => {
  await openRound(safe, dana)
  safe.letters.splice(0)
  for (let n = 0; n < 8; n++) await ask(ada)
  expect(safe.letters).toHaveLength(5)
})

test('a faulty address is said to be one', async () => {
  const refused = await safe.visitor().post('/own-link', { email: 'ada at acme' })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('value="ada at acme"')
})
