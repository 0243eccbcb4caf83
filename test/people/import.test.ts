import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nothingYet } from '#server/people/report.ts'
import { type ImportReport, rosterImports } from '#server/storage/schema/roster-imports.ts'
import { newId } from '#server/storage/identifier.ts'
import type { Writes } from '#server/storage/index.ts'
import { people, teams } from '#server/storage/schema/people.ts'
import { administrator, roster, TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
beforeEach(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ 'Eng / Payments': 4, 'Eng / Risk': 3 }))
})
afterEach(() => safe.stop())

interface Preview {
  id: string
  state: string
  report: ImportReport
}
const preview = async (csv: string): Promise<Preview> =>
  (await dana.postJson('/roster/imports', { roster: csv })).json()
const apply = (id: string, renames: string[] = []) =>
  dana.postJson(`/roster/imports/${id}/application`, { renames })
const whole = async () => (await dana.get('/people.csv')).body.split('\r\n').toSorted().join('\n')
const teamIds = async () =>
  new Map((await safe.context.store.read.select().from(teams)).map(({ id, name }) => [name, id]))
const teamOf = async (email: string) =>
  (await safe.context.store.read.select().from(people).where(eq(people.email, email)))[0]!.teamId

const reorganised = [
  'email,team,name,role,manages',
  'payments1@acme.example,Eng / Payments,Person payments1,manager,Eng',
  'payments2@acme.example,Eng / Payments,Person payments2,admin,',
  'payments3@acme.example,Eng / Ledger,Person payments3,,',
  'risk1@acme.example,Eng / Payments,Someone else,,',
  'new1@acme.example,Eng / Ledger / Core,,facilitator,',
  'new2@acme.example,Eng / Payments,,,',
].join('\n')

test('a preview tells every kind of change with its count, and changes nothing', async () => {
  const before = await whole()
  const posted = await dana.post('/roster/imports', { roster: reorganised })
  expect(posted.statusCode).toBe(303)
  const page = await dana.get(posted.headers.location!)
  const headings = [...page.body.matchAll(/<h2>([^<]*: \d+)<\/h2>/g)].map(([, heading]) => heading)
  const changes = ['Join: 2', 'Move: 2', 'Leave: 3', 'Roles change: 2', 'Other details change: 1']
  expect(headings).toEqual([...changes, 'Teams made: 2', 'Teams left empty: 1'])
  expect(page.body).toContain('risk1@acme.example: Eng / Risk → Eng / Payments')
  expect(page.body).toContain('payments1@acme.example: – → manager Eng')
  expect(page.body).toContain('Nothing has been applied yet')
  expect(await whole()).toBe(before)
})

test('an import that is applied makes the roster what the file says, once', async () => {
  const { id } = await preview(reorganised)
  expect((await apply(id)).json().state).toBe('applied')
  expect(await whole()).toBe(
    [
      '',
      'email,name,team,role,manages,facilitates,answers',
      'new1@acme.example,,Eng / Ledger / Core,facilitator,,Eng / Ledger / Core,yes',
      'new2@acme.example,,Eng / Payments,member,,,yes',
      'payments1@acme.example,Person payments1,Eng / Payments,manager,Eng,,yes',
      'payments2@acme.example,Person payments2,Eng / Payments,admin,,,yes',
      'payments3@acme.example,Person payments3,Eng / Ledger,member,,,yes',
      'risk1@acme.example,Someone else,Eng / Payments,member,,,yes',
    ].join('\n'),
  )
  expect((await dana.get(`/roster/imports/${id}`)).body).toContain('This roster was applied')
  expect((await apply(id)).json().error).toBe('rosterNotReady')
})

test('an import that breaks off at its last step has changed nothing and can be applied again', async () => {
  const before = await whole()
  const { id } = await preview(reorganised)
  const { store } = safe.context
  const { write } = store
  store.write = (work) => write((tx) => work(breakingAt(tx)))
  expect((await apply(id)).statusCode).toBe(500)
  store.write = write
  expect(await whole()).toBe(before)
  expect((await apply(id)).json().state).toBe('applied')
})

const breakingAt = (tx: Writes): Writes =>
  new Proxy(tx, {
    get(target, name, all) {
      if (name !== 'update') return Reflect.get(target, name, all)
      return (table: typeof rosterImports) => {
        if (table === rosterImports) throw new Error('power cut')
        return target.update(table)
      }
    },
  })

test('a file at fault is told line by line, keeps the pasted text and cannot be applied', async () => {
  const before = await whole()
  const pasted = ' \r\nemail,team\r\nada@acme.example,Eng\r\nnobody,Eng\r\nbob@acme.example,'
  const { location } = (await dana.post('/roster/imports', { roster: pasted })).headers
  const page = (await dana.get(location!)).body
  const told = page.matchAll(/<td class="number">(\d+)<\/td><td>(.*?)<\/td>/g)
  expect([...told].map(([, line, why]) => `${line}: ${why}`)).toEqual([
    '4: &quot;nobody&quot; is not a whole mail address.',
    '5: The team is missing.',
  ])
  expect(/<textarea[^>]*>([^<]*)/.exec(page)![1]).toBe(pasted)
  expect((await dana.post(`${location}/application`, {})).statusCode).toBe(409)
  expect((await dana.post('/roster/imports', { roster: ' \n' })).statusCode).toBe(422)
  expect(await whole()).toBe(before)
})

const upload = async (file: string, pasted: string) => {
  const form = new FormData()
  form.append('file', new Blob([file], { type: 'text/csv' }), file ? 'roster.csv' : '')
  form.append('roster', pasted)
  const request = new Request('http://localhost:3000/', { method: 'POST', body: form })
  const headers = { 'content-type': request.headers.get('content-type')! }
  const payload = Buffer.from(await request.arrayBuffer())
  const { location } = (await dana.request({ method: 'POST', url: '/roster/imports', headers, payload }))
    .headers
  return (await dana.get(location!, { accept: 'application/json' })).json()
}

test('a file may be uploaded; without one, the pasted text beside it counts', async () => {
  const uploaded = await upload(reorganised, 'not this')
  expect(uploaded).toMatchObject({ state: 'ready', pasted: null, report: { joins: { count: 2 } } })
  const pasted = await upload('', roster({ New: 9 }))
  expect(pasted).toMatchObject({ state: 'ready', report: { joins: { count: 9 } } })
})

test('what another administrator changed since the preview is not overwritten', async () => {
  const { id } = await preview(reorganised)
  const teamId = (await teamIds()).get('Risk')!
  await dana.post('/people', { email: 'mia@acme.example', teamId, answers: 'yes' })
  const meanwhile = await whole()
  expect(meanwhile).toContain('mia@acme.example')
  const response = await apply(id)
  expect([response.statusCode, response.json().error]).toEqual([409, 'rosterChanged'])
  expect(await whole()).toBe(meanwhile)
  expect((await dana.get(`/roster/imports/${id}`)).body).toContain('it can no longer be applied')
})

test('nor is what another administrator changes while an import is being applied', async () => {
  const { id } = await preview(reorganised)
  const { store } = safe.context
  const { write } = store
  store.write = async (work) => {
    store.write = write
    await dana.post('/people', {
      email: 'mia@acme.example',
      teamId: (await teamIds()).get('Risk')!,
      answers: 'yes',
    })
    return write(work)
  }
  expect((await apply(id)).json().error).toBe('rosterChanged')
  expect(await whole()).toContain('mia@acme.example')
  expect(await whole()).not.toContain('new1@acme.example')
})

const renamed = roster({ 'Eng / Payments': 4, 'Eng / Risk': 3 }).replaceAll('Eng / Risk', 'Eng / Safety')

test('a team that is kept under its new name is the same team, found by its old path ever after', async () => {
  const before = (await teamIds()).get('Risk')!
  const { id, report } = await preview(renamed)
  expect(report.renames).toEqual([{ teamId: before, from: 'Eng / Risk', to: 'Eng / Safety' }])
  await apply(id, [before])
  expect((await teamIds()).get('Safety')).toBe(before)
  const again = await preview(roster({ 'Eng / Payments': 4, 'Eng / Risk': 4 }))
  expect(again.report).toMatchObject({
    joins: { count: 1 },
    moves: { count: 0 },
    made: { count: 0 },
    renames: [],
  })
  await apply(again.id)
  expect(await teamOf('risk4@acme.example')).toBe(before)
})

test('a team whose rename is not ticked is another team, and the old one stays, empty', async () => {
  const before = (await teamIds()).get('Risk')!
  await apply((await preview(renamed)).id)
  const after = await teamIds()
  expect(after.get('Risk')).toBe(before)
  expect(await teamOf('risk1@acme.example')).toBe(after.get('Safety'))
  expect(after.get('Safety')).not.toBe(before)
})

test('administrators who are not in the file stay, and the last one is never lost to a file', async () => {
  await safe.importRoster(dana, roster({ Ops: 3 }))
  expect(await teamOf(administrator)).toBeNull()
  const { state, report } = await preview(roster({ Ops: 3 }, [`${administrator},Ops,Dana`]))
  expect([state, report.faults]).toEqual(['faulty', [{ line: 0, fault: 'noAdministrator' }]])
})

test('the exported roster, imported again, changes nothing, whatever names are in it', async () => {
  const file = [
    'email;team;name;role;manages;facilitates;answers',
    'ada@acme.example;R & D, Labs / Ünïts;"=Ada, ""the"" first";manager;;;yes',
    'bob@acme.example;R & D, Labs / -Ops;+Bob;admin;R & D, Labs / Ünïts;R & D, Labs / -Ops;no',
    '-carl@acme.example;@Home;@Carl;facilitator;;;yes',
    `o'dea@acme.example;@Home;'Dea;;;;yes`,
  ].join('\n')
  await safe.importRoster(dana, file)
  const teamId = (await teamIds()).get('@Home')!
  const eve = { email: 'eve@acme.example', name: 'Eve  of\u00a0E\u0301', teamId, answers: 'yes' }
  await dana.post('/people', { ...eve, manages: 'Eng / Payments\nR & D, Labs' })
  const { id, report } = await preview((await dana.get('/people.csv')).body)
  expect(report).toEqual({ ...nothingYet, understood: report.understood, today: 6 })
  expect((await dana.get(`/roster/imports/${id}`)).body).toContain('There is nothing to apply')
})

test('an import that a restart interrupted says so and cannot be applied', async () => {
  const row = {
    id: newId(),
    state: 'reading' as const,
    madeAt: safe.clock.now(),
    rosterVersion: 0,
    pasted: null,
    people: [],
    report: nothingYet,
  }
  await safe.context.store.write((tx) => tx.insert(rosterImports).values(row))
  expect((await dana.get(`/roster/imports/${row.id}`)).body).toContain('interrupted by a restart')
  expect((await apply(row.id)).json().error).toBe('rosterNotReady')
})

test('a preview is forgotten after a day', async () => {
  const { id } = await preview(reorganised)
  safe.clock.advance(23 * 60 * 60 * 1000)
  await safe.minute()
  expect((await dana.get(`/roster/imports/${id}`)).statusCode).toBe(200)
  safe.clock.advance(2 * 60 * 60 * 1000)
  await safe.minute()
  expect((await dana.get(`/roster/imports/${id}`)).statusCode).toBe(404)
  expect(await safe.context.store.read.$count(rosterImports)).toBe(0)
})
