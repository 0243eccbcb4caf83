import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { eq, getTableName, isTable, type Table } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sessions } from '#server/storage/schema/access.ts'
import { people, teams } from '#server/storage/schema/people.ts'
import { administrator, roster, TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ 'Eng / Payments': 5, 'Eng / Risk': 4 }))
})
afterEach(() => safe.stop())

const personAt = async (email: string) =>
  (await safe.context.store.read.select().from(people).where(eq(people.email, email)))[0]
const teamId = async (name: string) =>
  (await safe.context.store.read.select().from(teams).where(eq(teams.name, name)))[0]!.id
const ada = async () => ({
  email: 'ada@acme.example',
  name: 'Ada',
  teamId: await teamId('Risk'),
  answers: 'yes',
})
const found = async (sought: string) => {
  const page = (await dana.get(`/people?q=${encodeURIComponent(sought)}`)).body
  return [...page.matchAll(/<td>([^<]+@[^<]+)<\/td>/g)].map(([, email]) => email)
}

test('a person added by hand is in the roster, with team and roles, and can sign in', async () => {
  const response = await dana.post('/people', {
    ...(await ada()),
    manages: 'eng /  payments\n\nEng',
    facilitates: 'Eng / Risk',
  })
  expect(response.statusCode).toBe(303)
  const page = (await dana.get(response.headers.location!)).body
  expect(page).toContain('value="ada@acme.example"')
  expect(page).toContain('>Eng\nEng / Payments</textarea>')
  expect((await dana.get('/people.csv')).body).toContain(
    'ada@acme.example,Ada,Eng / Risk,manager; facilitator,Eng; Eng / Payments,Eng / Risk,yes',
  )
  expect((await (await safe.signIn('ada@acme.example')).get('/')).statusCode).toBe(200)
})

test('a changed person is found under the new name and address, no longer under the old', async () => {
  const { id } = (await personAt('risk1@acme.example'))!
  await dana.post(`/people/${id}`, { ...(await ada()), administrator: 'yes' })
  expect(await personAt('ada@acme.example')).toMatchObject({
    id,
    name: 'Ada',
    answers: true,
    administrator: true,
  })
  expect(await found('ada')).toEqual(['ada@acme.example'])
  expect(await found('risk1')).toEqual([])
})

test('who is no longer ticked to answer is not invited', async () => {
  const { id, email, teamId: team } = (await personAt('risk1@acme.example'))!
  await dana.post(`/people/${id}`, { email, teamId: team! })
  const round = (await dana.postJson('/rounds', {})).json().id
  await dana.postJson(`/rounds/${round}/opening`, {})
  await safe.minute()
  expect(safe.letters.map(({ to }) => to)).not.toContain(email)
  expect(safe.letters).toHaveLength(8)
})

test('an address that is taken is refused for somebody new and for somebody else, whatever its case', async () => {
  const risk1 = (await personAt('risk1@acme.example'))!
  const taken = { ...(await ada()), email: ' Payments1@ACME.example ' }
  for (const url of ['/people', `/people/${risk1.id}`]) {
    const response = await dana.postJson(url, taken)
    expect([response.statusCode, response.json().error]).toEqual([409, 'addressTaken'])
  }
  expect(await safe.context.store.read.$count(people)).toBe(10)
  expect(await personAt('risk1@acme.example')).toEqual(risk1)
})

test('the last administrator can neither be removed nor give the role up', async () => {
  const { id } = (await personAt(administrator))!
  const demoted = await dana.postJson(`/people/${id}`, { ...(await ada()), email: administrator })
  const removed = await dana.postJson(`/people/${id}/removal`, {})
  expect([demoted, removed].map((response) => response.json().error)).toEqual([
    'lastAdministrator',
    'lastAdministrator',
  ])
  expect(await personAt(administrator)).toMatchObject({ administrator: true })
  await dana.post('/people', { ...(await ada()), administrator: 'yes' })
  expect((await dana.post(`/people/${id}/removal`, {})).statusCode).toBe(303)
  expect((await dana.get('/people')).headers.location).toBe('/sign-in')
})

test('an unknown team is told at its field, what was typed is kept, and nothing is saved', async () => {
  const typed = {
    email: 'ada@acme.example',
    name: 'Ada <3',
    teamId: 'gone',
    answers: 'yes',
    manages: 'Eng / Nowhere',
  }
  const page = await dana.post('/people', typed)
  expect(page.statusCode).toBe(422)
  expect(page.body).toContain('value="Ada &lt;3"')
  expect(page.body).toContain('>Eng / Nowhere</textarea>')
  const told = await dana.postJson('/people', typed)
  const text = 'This team is not in the tree. Please choose one from the list.'
  expect(told.json().fields).toEqual({ teamId: text, manages: text })
  expect(await personAt('ada@acme.example')).toBeUndefined()
})

test('only an administrator may be without a team, and is then not invited', async () => {
  const without = { email: 'ada@acme.example', teamId: '', answers: 'yes' }
  expect((await dana.postJson('/people', without)).json().fields).toEqual({ teamId: 'Please fill this in.' })
  await dana.postJson('/people', { ...without, administrator: true })
  expect(await personAt('ada@acme.example')).toMatchObject({ teamId: null, answers: false, name: null })
})

test('people are found by a part of name, address or team', async () => {
  expect(await found('PAYMENTS3@')).toEqual(['payments3@acme.example'])
  expect(await found('person risk2')).toEqual(['risk2@acme.example'])
  expect(await found('eng / risk')).toHaveLength(4)
  expect(await found('')).toHaveLength(10)
  expect(await found('nobody')).toEqual([])
})

test('what a database takes for a wildcard is a letter like any other', async () => {
  await dana.post('/people', { ...(await ada()), email: 'a_b@acme.example', name: '100 %' })
  expect(await found('a_b')).toEqual(['a_b@acme.example'])
  expect(await found('%')).toEqual(['a_b@acme.example'])
  expect(await found('_')).toEqual(['a_b@acme.example'])
  for (const wild of ['ris_1', 'r%1', '\\', '!', "'"]) expect(await found(wild)).toEqual([])
})

test('who is not in the next roster is signed out', async () => {
  const risk1 = await safe.signIn('risk1@acme.example')
  expect((await risk1.get('/')).statusCode).toBe(200)
  await safe.importRoster(dana, roster({ 'Eng / Payments': 5 }))
  expect((await risk1.get('/')).headers.location).toBe('/sign-in')
  expect(await safe.context.store.read.$count(sessions)).toBe(1)
})

const schema = fileURLToPath(new URL('../../server/storage/schema', import.meta.url))

/** The names of all tables that hold the text anywhere. */
async function tablesHolding(text: string): Promise<string[]> {
  const modules = await Promise.all(
    readdirSync(schema).map((file) => import(`${schema}/${file}`) as Promise<object>),
  )
  const tables = modules
    .flatMap((module) => Object.values(module))
    .filter((one): one is Table => isTable(one))
  const holding: string[] = []
  for (const table of tables)
    if (JSON.stringify(await safe.context.store.read.select().from(table as typeof people)).includes(text))
      holding.push(getTableName(table))
  return [...new Set(holding)]
}

async function remove(email: string) {
  const { id } = (await personAt(email))!
  expect((await dana.get(`/people/${id}/removal`)).body).toContain('erased')
  await dana.post(`/people/${id}/removal`, {})
  await safe.minute()
}

test('a minute after the removal no table holds the name or the address', async () => {
  await safe.signIn('risk1@acme.example')
  const { id } = (await dana.postJson('/roster/imports', { roster: roster({ Eng: 1 }) })).json()
  await dana.postJson('/roster/imports', { roster: 'email,team\nrisk1@acme.example,' })
  safe.context.post.send = () => Promise.reject(Object.assign(new Error(), { code: 'EENVELOPE' }))
  await safe.visitor().post('/sign-in', { email: 'risk1@acme.example' })
  await safe.deliver()
  expect(await tablesHolding('risk1')).toEqual(expect.arrayContaining(['people', 'roster_imports', 'outbox']))
  await remove('risk1@acme.example')
  expect(await tablesHolding('risk1')).toEqual([])
  expect((await dana.get('/audit')).body).not.toContain('risk1')
  expect((await dana.postJson(`/roster/imports/${id}/application`, {})).json().error).toBe('rosterChanged')
})

test('an open round, too, keeps neither name nor address of who was removed', async () => {
  const round = (await dana.postJson('/rounds', {})).json().id
  await dana.postJson(`/rounds/${round}/opening`, {})
  expect(await tablesHolding('risk1')).toContain('invitations')
  await remove('risk1@acme.example')
  expect(await tablesHolding('risk1')).toEqual([])
  expect(safe.letters.map(({ to }) => to)).not.toContain('risk1@acme.example')
  expect(safe.letters).toHaveLength(8)
})
