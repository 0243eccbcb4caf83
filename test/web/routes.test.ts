import { afterAll, beforeAll, expect, test } from 'vitest'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'

/** Who may call which route, and gets which answer, is tried in test/attacks/doors.test.ts. */
let safe: TestApp
let member: Visitor
beforeAll(async () => {
  safe = await TestApp.start()
  await safe.importRoster(await safe.setUp(), roster({ Payments: 8 }))
  member = await safe.signIn('payments1@acme.example')
})
afterAll(() => safe.stop())

test('a route that does not say who may call it stops the start', async () => {
  const fresh = await TestApp.start()
  const nobodyAsked = () => fresh.app.get('/forgotten', async () => 'open to all')
  expect(nobodyAsked).toThrow('GET /forgotten does not say who may call it')
  await fresh.stop()
})

test('a refusal tells a person what it means, and a script its code', async () => {
  const page = await member.get('/people')
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.body).toContain('This is not yours to see')
  const json = await member.get('/people', { accept: 'application/json' })
  expect(json.json()).toEqual({ error: 'notAllowed', message: expect.stringContaining('administrator') })
})
