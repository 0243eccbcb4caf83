import { afterAll, beforeAll, expect, test } from 'vitest'
import { boards } from '#server/storage/schema/boards.ts'
import { TestApp, type Visitor } from '../helpers/app.ts'
import { teamIds } from '../helpers/pages.ts'
import { publishRound } from '../helpers/published.ts'

/** More than are shown at once, and more than fit a page of the tree. */
const teams = Array.from({ length: 120 }, (_, n) => `Eng / Team ${n}`)
const last = 'Team 119'

let safe: TestApp
let dana: Visitor
let lead: Visitor
let ids: Map<string, string>
beforeAll(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  const people = teams.map((team, n) => `person${n}@acme.example,${team},,`)
  const lines = ['email,team,role,manages', 'lead@acme.example,Eng,manager,Eng', ...people]
  await safe.importRoster(dana, [...lines, 'outside@acme.example,Ops / Secret,,'].join('\n'))
  ids = await teamIds(safe)
  for (let n = 0; n < 25; n++)
    await publishRound(safe.context.store, {
      closesAt: new Date(Date.UTC(2024, n, 20)),
      units: [{ teamIds: [ids.get(`Eng / ${last}`)!], path: [ids.get('Eng')!], invited: 10 }],
      histogram: ({ bands }, ballots) =>
        bands.map((_, band) => (band === 0 ? ballots - 2 : band === 1 ? 2 : 0)),
    })
  lead = await safe.signIn('lead@acme.example')
})
afterAll(() => safe.stop())

test('where there are many teams, every list of them shows the first and finds the others by a part of their path', async () => {
  for (const list of ['/actions', '/boards', '/results']) {
    expect((await lead.get(list)).body, list).not.toContain(last)
    const found = (await lead.get(`${list}?q=${encodeURIComponent('eng / TEAM 119')}`)).body
    expect(found, list).toContain(last)
    expect(found, list).not.toContain('Team 17')
  }
})

test('a search finds nothing that its reader may not read', async () => {
  for (const address of [
    '/actions?q=secret',
    '/boards?q=secret',
    '/results?q=secret',
    '/overview?group=secret',
  ])
    expect((await lead.get(address)).body, address).not.toContain('Ops /')
})

test('an overview is chosen by the whole of a path or its name; of less, those that fit are offered', async () => {
  const at = ids.get(`Eng / ${last}`)!
  const exact = await lead.get(`/overview?group=${encodeURIComponent(` eng/${last} `)}&months=24`)
  expect(exact.headers.location).toBe(`/overview/${at}?months=24`)
  expect((await lead.get('/gaps?group=Acme')).headers.location).toBe('/gaps/organisation')
  const part = await lead.get('/heatmap?group=119')
  expect(part.statusCode).toBe(200)
  expect(part.body).toContain(`href="/heatmap/${at}"`)
  const page = (await lead.get(`/overview/${at}`)).body
  expect(page).toContain(`value="Eng / ${last}"`)
  expect(page).not.toContain('Team 17')
})

test('somebody is put into one of many teams by its path, and is told where there is none', async () => {
  const person = { name: 'New', email: 'new@acme.example', answers: 'yes' }
  const wrong = await dana.post('/people', { ...person, teamId: 'Eng / Nowhere' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('value="Eng / Nowhere"')
  const { location } = (await dana.post('/people', { ...person, teamId: `eng / ${last}` })).headers
  expect((await dana.get(location!)).body).toContain(`value="Eng / ${last}"`)
  expect((await dana.get('/people/new?teamId=119')).body).toContain(`<option value="Eng / ${last}">`)
})

test('a retro is begun for one of many teams by its path, by whoever leads it and nobody else', async () => {
  const member = await safe.signIn('person3@acme.example')
  const begun = await lead.post('/boards', { team: `Eng / ${last}`, template: 'ai' })
  expect(begun.headers.location).toMatch(/^\/boards\/[\w-]+$/)
  for (const [who, team] of [
    [member, `Eng / ${last}`],
    [lead, 'Ops / Secret'],
  ] as const)
    expect((await who.post('/boards', { team, template: 'ai' })).statusCode).toBe(422)
})

test('a round is planned for some of many teams by their paths, one a line', async () => {
  const plan = { questions: ['stress'], teams: `Eng / ${last}\n\nOps / Secret` }
  const planned = await dana.post('/rounds', plan)
  expect((await dana.get(planned.headers.location!)).body).toContain(`Eng / ${last}; Ops / Secret`)
  expect((await dana.get(`${planned.headers.location}/edit`)).body).toContain(`Eng / ${last}\nOps / Secret`)
  expect((await dana.post('/rounds', { ...plan, teams: 'Eng / Nowhere' })).statusCode).toBe(422)
})

test('the tree of teams and the rounds with results come in pages, and every one of them is on one page', async () => {
  const tree = (await pagesOf(dana, '/teams?page=', 3)).join()
  for (const team of ['Secret', ...teams.map((path) => path.split(' / ')[1]!)])
    expect(tree.split(`>${team}</a>`), team).toHaveLength(2)
  const rounds = (await pagesOf(lead, '/results?page=', 3)).join()
  for (let n = 0; n < 25; n++) {
    const month = new Date(Date.UTC(2024, n, 20)).toISOString().slice(0, 7)
    expect(rounds.split(`>Round of ${month}</a>`), month).toHaveLength(2)
  }
})

test('retros come in pages, the running ones first, and a manager sees none of a team of others', async () => {
  const at = safe.clock.now()
  const held = (n: number): typeof boards.$inferInsert => ({
    id: `held ${n}`,
    teamId: ids.get(n === 60 ? 'Ops / Secret' : teams[n]!)!,
    stage: n === 0 ? 'write' : 'ended',
    columns: ['Well'],
    votesEach: 3,
    locked: false,
    version: 1,
    startedAt: new Date(at.getTime() + 1000 * n),
    cleared: false,
  })
  await safe.context.store.write((tx) =>
    tx.insert(boards).values(Array.from({ length: 61 }, (_, n) => held(n))),
  )
  const pages = await pagesOf(lead, '/boards?page=', 3)
  expect(pages).toHaveLength(2)
  expect(pages[0]).toContain('/boards/held 0')
  for (let n = 1; n < 60; n++)
    expect(pages.join().split(`"/boards/held ${n}/record"`), `${n}`).toHaveLength(2)
  expect(pages.join()).not.toContain('held 60')
})

/** As they are read one after another, as long as there is a next. */
async function pagesOf(by: Visitor, address: string, atMost: number): Promise<string[]> {
  const pages: string[] = []
  for (let page = 1; page <= atMost; page++) {
    pages.push((await by.get(`${address}${page}`)).body)
    if (!pages.at(-1)!.includes('rel="next"')) return pages
  }
  throw new Error(`${address} goes on after page ${atMost}`)
}
