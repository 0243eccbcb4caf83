import { afterEach, beforeEach, expect, test } from 'vitest'
import { people } from '#server/storage/schema/people.ts'
import { setupToken, TestApp } from '../helpers/app.ts'
import { everythingStored } from '../helpers/stored.ts'

let safe: TestApp
beforeEach(async () => {
  safe = await TestApp.start()
})
afterEach(() => safe.stop())

const form = {
  token: setupToken,
  organisation: 'Acme',
  timeZone: 'Europe/Berlin',
  name: 'Dana',
  email: 'Dana@Acme.example',
}
const everybody = () => safe.context.store.read.select().from(people)

test('whoever holds the set-up link becomes the first administrator, signed in at once', async () => {
  const dana = safe.visitor()
  const response = await dana.post('/setup', form)
  expect(response.statusCode).toBe(303)
  expect((await dana.get('/people')).statusCode).toBe(200)
  expect(await everybody()).toMatchObject([
    { email: 'dana@acme.example', name: 'Dana', administrator: true, teamId: null },
  ])
})

test('the first administrator is not invited to answer', async () => {
  await safe.visitor().post('/setup', form)
  expect(await everybody()).toMatchObject([{ answers: false }])
})

test('a wrong token sets nothing up', async () => {
  const response = await safe.visitor().post('/setup', { ...form, token: 'guessed' })
  expect(response.statusCode).toBe(403)
  expect(await everybody()).toEqual([])
})

test('the link works once: whoever comes second is refused and gets no session', async () => {
  await safe.setUp()
  const second = safe.visitor()
  const response = await second.post('/setup', { ...form, email: 'mallory@acme.example' })
  expect(response.statusCode).toBe(409)
  expect(second.cookie('session')).toBeUndefined()
  expect(await everybody()).toHaveLength(1)
})

test('of two who open the link at the same time, one becomes administrator', async () => {
  const attempts = ['ada@acme.example', 'bea@acme.example'].map((email) =>
    safe.visitor().post('/setup', { ...form, email }),
  )
  const statuses = (await Promise.all(attempts)).map(({ statusCode }) => statusCode)
  expect(new Set(statuses)).toEqual(new Set([303, 409]))
  expect(await everybody()).toHaveLength(1)
})

test('a faulty field keeps everything that was typed', async () => {
  const response = await safe
    .visitor()
    .post('/setup', { ...form, organisation: 'Acme & Söhne', email: 'dana at acme' })
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain('value="Acme &amp; Söhne"')
  expect(response.body).toContain('value="dana at acme"')
  expect(response.body).toContain(`value="${setupToken}"`)
  expect(response.body).toMatch(/<option value="Europe\/Berlin" selected/)
  expect(response.body).toContain('This is not a whole mail address')
  expect(await everybody()).toEqual([])
})

test('what was typed comes back as text, never as markup', async () => {
  const response = await safe
    .visitor()
    .post('/setup', { ...form, organisation: '"><script>alert(1)</script>', email: '' })
  expect(response.body).not.toContain('<script>alert')
})

test('a script is told every fault, and of its success, in JSON', async () => {
  const script = safe.visitor()
  const faulty = await script.postJson('/setup', { ...form, timeZone: 'Mars/Olympus', email: undefined })
  expect(faulty.statusCode).toBe(422)
  expect(faulty.json()).toEqual({
    error: 'invalid',
    fields: {
      timeZone: expect.stringContaining('time zone'),
      email: expect.stringContaining('fill this in'),
    },
  })
  const wrong = await script.postJson('/setup', { ...form, token: 'guessed' })
  expect([wrong.statusCode, wrong.json().error]).toEqual([403, 'setupTokenWrong'])
  expect((await script.postJson('/setup', form)).json()).toEqual({ at: '/' })
  const again = await script.postJson('/setup', form)
  expect([again.statusCode, again.json().error]).toEqual([409, 'alreadySetUp'])
})

test('the token of the set-up link is stored nowhere', async () => {
  await safe.setUp()
  expect(await everythingStored(safe.context.store)).not.toContain(setupToken)
})

test('before the set-up every page leads to it; afterwards it leads to the sign-in', async () => {
  const visitor = safe.visitor()
  expect((await visitor.get('/sign-in')).headers.location).toBe('/setup')
  expect((await visitor.get('/setup')).statusCode).toBe(200)
  await safe.setUp()
  expect((await visitor.get('/setup')).headers.location).toBe('/sign-in')
  expect((await visitor.get('/sign-in')).statusCode).toBe(200)
})
