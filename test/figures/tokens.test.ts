import { afterEach, expect, test } from 'vitest'
import { everythingKept, nothingOf } from '../helpers/attacks.ts'
import { figureSources } from '#server/figures/figures.ts'
import { adoptionOf, company, push, type Company } from './company.ts'

const sizes = { Payments: 8 }
let acme: Company
afterEach(() => acme.safe.stop())

const file = adoptionOf(sizes, {})

test('a token pushes figures and opens nothing else', async () => {
  acme = await company(sizes)
  expect((await push(acme, file)).json().state).toBe('ready')
  const headers = { authorization: `Bearer ${acme.token}`, accept: 'application/json' }
  for (const url of ['/figures', '/people', '/settings', '/tokens'])
    expect((await acme.safe.app.inject({ url, headers })).statusCode).toBe(401)
  const made = { method: 'POST', url: '/tokens', headers, payload: { name: 'more' } } as const
  expect((await acme.safe.app.inject(made)).statusCode).toBe(401)
})

test('only its hash is kept, it is shown once, and its page says on which day it was last used', async () => {
  acme = await company(sizes)
  const page = await acme.dana.post('/tokens', { name: 'by night' })
  const token = /sts_[\w-]{43}/.exec(page.body)![0]
  const before = (await acme.dana.get('/tokens')).body
  expect(before).not.toContain(token)
  expect(before.match(/<td>never<\/td>/g)).toHaveLength(2)
  await push(acme, file, { token })
  expect((await acme.dana.get('/tokens')).body).toContain('<td>2027-01-16</td>')
  nothingOf([token, acme.token], await everythingKept(acme.safe))
  expect((await acme.dana.post('/tokens', { name: ' ' })).statusCode).toBe(422)
})

test('a revoked token, an unknown one, and one whose owner is no administrator any more are refused', async () => {
  acme = await company(sizes)
  const { safe, dana } = acme
  expect((await push(acme, file, { token: 'sts_nothing' })).json().error).toBe('tokenUnknown')
  expect((await push(acme, file, { token: null })).statusCode).toBe(401)
  const [, id] = /\/tokens\/([\w-]+)\/revocation/.exec((await dana.get('/tokens')).body)!
  await dana.post(`/tokens/${id}/revocation`, {})
  expect((await push(acme, file)).statusCode).toBe(401)

  const people = (await dana.get('/people?q=payments1')).body
  const person = `/people/${/\/people\/([\w-]{20,})/.exec(people)![1]}`
  const profile = { email: 'payments1@acme.example', teamId: acme.teams.get('Payments')!, answers: 'yes' }
  await dana.post(person, { ...profile, administrator: 'yes' })
  const other = await safe.signIn('payments1@acme.example')
  const { token } = (await other.postJson('/tokens', { name: 'theirs' })).json()
  expect((await push(acme, file, { token })).statusCode).toBe(200)
  await dana.post(person, profile)
  expect((await push(acme, file, { token })).json().error).toBe('notAllowed')
  await dana.post(`${person}/removal`, {})
  expect((await push(acme, file, { token })).json().error).toBe('tokenUnknown')
  expect(await figureSources(safe.context.store.read)).toEqual([])
})

test('guessing tokens is limited, and the right one still works', async () => {
  acme = await company(sizes)
  const statuses = new Set<number>()
  for (let n = 0; n < 62; n += 1) statuses.add((await push(acme, file, { token: `sts_${n}` })).statusCode)
  expect([...statuses]).toEqual([401, 429])
  expect((await push(acme, file)).statusCode).toBe(200)
})

test('a session is not taken for a script from another site', async () => {
  acme = await company(sizes)
  const headers = { 'content-type': 'text/csv', origin: 'https://elsewhere.example' }
  const answer = await acme.dana.request({ method: 'POST', url: '/figures/imports', headers, payload: file })
  expect(answer.statusCode).toBe(403)
})

test('another kind of authorization, as a proxy may send it, changes nothing for a session', async () => {
  acme = await company(sizes)
  const headers = { 'content-type': 'text/csv', authorization: 'Basic cHJveHk6cHJveHk=' }
  const answer = await acme.dana.request({ method: 'POST', url: '/figures/imports', headers, payload: file })
  expect([answer.statusCode, answer.headers.location]).toEqual([
    303,
    expect.stringContaining('/figures/imports/'),
  ])
})
