import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { people, teamAliases, teams } from '#server/storage/schema/people.ts'
import { rosterUndoPeople, rosterUndos } from '#server/storage/schema/roster-undo.ts'
import { invitations, roundUnits } from '#server/storage/schema/rounds.ts'
import { administrator, roster, TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, before)
  safe.clock.advance(1000)
})
afterEach(() => safe.stop())

/** With a manager of everything, who is in Risk. */
const before = [
  roster({ 'Eng / Payments': 5, 'Eng / Risk': 4 }).replaceAll('\n', ',,\n').replace(',,', ',role,manages'),
  'mia@acme.example,Eng / Risk,Mia,manager,Eng',
].join(',,\n')

const whole = async () => ({
  people: (await dana.get('/people.csv')).body.split('\r\n').toSorted(),
  ids: (await safe.context.store.read.select().from(people)).map(({ id }) => id).toSorted(),
  teams: (await safe.context.store.read.select().from(teams)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})
const personAt = async (email: string) =>
  (await safe.context.store.read.select().from(people).where(eq(people.email, email)))[0]!
const undo = () => dana.postJson('/roster/undo', {})
const day = 24 * 60 * 60 * 1000

const wrong = [
  'email,team,name,role',
  'payments1@acme.example,Sales / North,Someone,admin',
  'payments2@acme.example,Eng / Payments,Person payments2,facilitator',
  'risk1@acme.example,Eng / Risk,Person risk1,',
  'new@acme.example,Sales / South / Lakes,New,manager',
].join('\n')

test('an import is undone: everybody is back, with team, roles and the identity they had', async () => {
  const was = await whole()
  await safe.importRoster(dana, wrong)
  expect(await whole()).not.toEqual(was)
  const page = (await dana.get('/roster/undo')).body
  expect(page).toContain('7 people come back')
  expect(page).toContain('1 person who joined with it leaves')
  expect(page).toContain('2 people get back')
  const posted = await dana.post('/roster/undo', {})
  expect(posted.headers.location).toBe('/teams')
  expect(await whole()).toEqual(was)
  expect((await dana.get('/audit')).body).toContain('roster import undone')
})

test('a team has its old name again, and its old path is no memory any more', async () => {
  const was = await whole()
  const renamed = before.replaceAll('Eng / Risk', 'Eng / Safety')
  const { id, report } = (await dana.postJson('/roster/imports', { roster: renamed })).json()
  const renames = report.renames.map(({ teamId }: { teamId: string }) => teamId)
  await dana.postJson(`/roster/imports/${id}/application`, { renames })
  expect(await safe.context.store.read.$count(teamAliases)).toBe(1)
  await undo()
  expect(await whole()).toEqual(was)
  expect(await safe.context.store.read.$count(teamAliases)).toBe(0)
})

test('a team that came with the import stays where something has come to be about it', async () => {
  await safe.importRoster(dana, wrong)
  const south = (await whole()).teams.find(({ name }) => name === 'South')!
  await dana.post('/people', { email: 'eve@acme.example', name: 'Eve', teamId: south.id, answers: 'yes' })
  await undo()
  const names = (await whole()).teams.map(({ name }) => name).toSorted()
  expect(names).toEqual(['Eng', 'Payments', 'Risk', 'Sales', 'South'])
})

test('what somebody changed by hand since stays, and is told', async () => {
  await safe.importRoster(dana, wrong)
  const { id, teamId } = await personAt('payments2@acme.example')
  await dana.post(`/people/${id}`, {
    email: 'payments2@acme.example',
    name: 'By hand',
    teamId: teamId!,
    answers: 'yes',
  })
  await dana.post('/people', {
    email: 'payments3@acme.example',
    name: 'Added anew',
    teamId: teamId!,
    answers: 'yes',
  })
  expect((await dana.get('/roster/undo')).body).toContain('2 people were changed or removed since')
  expect((await undo()).json()).toMatchObject({ returning: 6, leaving: 1, changing: 1, since: 2 })
  expect(await personAt('payments2@acme.example')).toMatchObject({ name: 'By hand' })
  expect(await personAt('payments3@acme.example')).toMatchObject({ name: 'Added anew' })
  expect(await personAt('payments4@acme.example')).toBeDefined()
})

test('whoever was removed on request comes back by no undo, under whatever id', async () => {
  const remove = async (email: string) => dana.post(`/people/${(await personAt(email)).id}/removal`, {})
  await safe.importRoster(dana, wrong)
  await remove('payments2@acme.example')
  const { teamId } = await personAt('risk1@acme.example')
  await dana.post('/people', { email: 'payments3@acme.example', name: '', teamId: teamId!, answers: 'yes' })
  await remove('payments3@acme.example')
  const kept = await safe.context.store.read.select().from(rosterUndoPeople)
  expect(JSON.stringify(kept)).not.toMatch(/payments[23]@/)
  await undo()
  expect(await personAt('payments2@acme.example')).toBeUndefined()
  expect(await personAt('payments3@acme.example')).toBeUndefined()
  expect(await personAt('payments4@acme.example')).toBeDefined()
})

test('imports are undone one after another, the last one first', async () => {
  const was = await whole()
  await safe.importRoster(dana, wrong)
  const between = await whole()
  safe.clock.advance(1000)
  await safe.importRoster(dana, roster({ 'Eng / Payments': 2 }))
  await undo()
  expect(await whole()).toEqual(between)
  await undo()
  expect(await whole()).toEqual(was)
})

test('an import that changed nothing leaves what can be undone as it was', async () => {
  const was = await whole()
  await safe.importRoster(dana, wrong)
  safe.clock.advance(1000)
  await safe.importRoster(dana, wrong)
  await undo()
  expect(await whole()).toEqual(was)
})

test('what is kept is gone after a week, or as soon as somebody says so; the page tells until when', async () => {
  const { store } = safe.context
  await safe.importRoster(dana, wrong)
  expect((await dana.get('/teams')).body).toContain('href="/roster/undo"')
  safe.clock.advance(6.9 * day)
  await safe.minute()
  expect(await store.read.$count(rosterUndoPeople)).toBeGreaterThan(0)
  safe.clock.advance(0.2 * day)
  await safe.minute()
  expect([await store.read.$count(rosterUndos), await store.read.$count(rosterUndoPeople)]).toEqual([0, 0])
  dana = await safe.signIn(administrator)
  expect((await undo()).json().error).toBe('nothingToUndo')
  expect((await dana.get('/teams')).body).not.toContain('href="/roster/undo"')

  await safe.importRoster(dana, before)
  expect((await dana.post('/roster/undo/removal', {})).headers.location).toBe('/teams')
  expect(await store.read.$count(rosterUndoPeople)).toBe(0)
  expect((await undo()).statusCode).toBe(409)
})

test('nobody is left without an administrator by an undo', async () => {
  await safe.importRoster(dana, wrong)
  const dana1 = await personAt(administrator)
  const payments1 = await safe.signIn('payments1@acme.example')
  await payments1.post(`/people/${dana1.id}/removal`, {})
  const refused = await payments1.postJson('/roster/undo', {})
  expect([refused.statusCode, refused.json().error]).toEqual([409, 'lastAdministrator'])
  expect(await personAt('new@acme.example')).toBeDefined()
})

test('an undo during a round changes nothing of it: who lost an invitation is asked in the next one', async () => {
  const { id } = (await dana.postJson('/rounds', {})).json()
  await dana.postJson(`/rounds/${id}/opening`, {})
  await safe.minute()
  const invited = safe.letters.length
  await safe.importRoster(dana, wrong)
  await safe.minute()
  const frozen = async () => {
    const { read } = safe.context.store
    return JSON.stringify([
      (await read.select().from(invitations)).toSorted((a, b) => (a.personId < b.personId ? -1 : 1)),
      await read.select().from(roundUnits).orderBy(roundUnits.id),
    ])
  }
  const during = await frozen()
  await undo()
  await safe.minute()
  expect(await frozen()).toBe(during)
  expect(safe.letters).toHaveLength(invited)
})
