import { afterAll, beforeAll, expect, test } from 'vitest'
import { teamIds } from '../../helpers/pages.ts'
import { TestApp, type Visitor } from '../../helpers/app.ts'

let safe: TestApp
let fay: Visitor
let max: Visitor
let ada: Visitor
let dana: Visitor
let team: string
beforeAll(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(
    dana,
    [
      'email,team,role,facilitates',
      'dana@acme.example,Office,admin,',
      'ada@acme.example,Payments,member,',
      'fay@acme.example,Ledger,facilitator,Payments',
      'max@acme.example,Ledger,manager,',
    ].join('\n'),
  )
  team = (await teamIds(safe)).get('Payments')!
  ada = await safe.signIn('ada@acme.example')
  fay = await safe.signIn('fay@acme.example')
  max = await safe.signIn('max@acme.example')
})
afterAll(() => safe.stop())

const words = 'Two people read what an agent wrote, and incidents went away.'
const share = (by: Visitor, text = words) => by.post(`/teams/${team}/learnt`, { text })

test('whoever leads a team shares what it learnt, and everybody reads it in the name of the team', async () => {
  expect((await share(fay)).statusCode).toBe(303)
  for (const reader of [ada, max, dana]) {
    const { body } = await reader.get('/learnt')
    expect(body).toContain(words)
    expect(body).toContain('Payments')
    expect(body).not.toMatch(/fay/i)
  }
  const { learnt } = (await ada.get('/learnt', { accept: 'application/json' })).json()
  expect(Object.keys(learnt[0]).sort()).toEqual(['id', 'sharedOn', 'team', 'text'])
})

test('nobody else shares in its name, and what is empty or too long is given back', async () => {
  for (const other of [ada, max, dana]) expect((await share(other)).statusCode).toBe(403)
  expect((await share(fay, '')).statusCode).toBe(422)
  const long = await share(fay, 'x'.repeat(281))
  expect([long.statusCode, long.body.includes('x'.repeat(281))]).toEqual([422, true])
})

test('it is taken back by whoever leads the team or administers, and by nobody else', async () => {
  const idOf = async () => /\/learnt\/([\w-]+)\/removal/.exec((await fay.get('/learnt')).body)![1]!
  const id = await idOf()
  for (const other of [ada, max]) expect((await other.post(`/learnt/${id}/removal`, {})).statusCode).toBe(403)
  expect((await ada.get('/learnt')).body).not.toContain('/removal')
  expect((await fay.post(`/learnt/${id}/removal`, {})).statusCode).toBe(303)
  expect((await ada.get('/learnt')).body).toContain('No team has shared anything yet')
  await share(fay)
  expect((await dana.post(`/learnt/${await idOf()}/removal`, {})).statusCode).toBe(303)
})

test('an action that was done offers to share what came of it, in its own words', async () => {
  const { id } = (
    await fay.postJson('/actions', { team, text: 'Read twice', owner: 'Ada', due: '2026-12-01' })
  ).json()
  await fay.postJson(`/actions/${id}/completion`, {})
  const offered = /href="(\/teams\/[^"]+\/learnt\/new\?text=Read\+twice)"/.exec(
    (await fay.get(`/teams/${team}/actions`)).body,
  )![1]!
  expect((await fay.get(offered)).body).toMatch(/<textarea[^>]*>Read twice</)
  expect((await ada.get(`/teams/${team}/actions`)).body).not.toContain('/learnt/new')
})
