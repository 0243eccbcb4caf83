import { afterAll, beforeAll, expect, test } from 'vitest'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'
import { everythingStored } from '../helpers/stored.ts'

/** Open to anyone. What is added here was decided to be public. */
const publicPages =
  /^\/(health|setup|setup\/sample(\/progress|\/removal)?|sign-in|sign-in\/:token|reminders\/:token(\/(refusal|resumption))?|assets\/[\w.]+|answer|answering\/[\w/:.]+|rounds\/:id\/(manifest\.json|receipts\.json|promise)|join(\/:code)?|boards\/:id\/(seat(\/events)?|cards(\/:card(\/removal)?)?|votes(\/withdrawal)?))$/

/** Where administrators alone have business (what a team decided is the team's); and a round is planned, opened and closed by them alone. */
const administration =
  /^\/(settings|mail|audit|teams(?!\/:\w+\/(actions$|agreement|acknowledgements$|kit$))|people|people\.csv|roster|questions|figures|tokens)(\/|$)/

let safe: TestApp
let dana: Visitor
let member: Visitor
beforeAll(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ Payments: 8 }))
  member = await safe.signIn('payments1@acme.example')
})
afterAll(() => safe.stop())

/** The routes, with something plausible in place of every parameter. */
async function routes(of: (allow: string) => boolean) {
  const round = (await dana.postJson('/rounds', {})).json().id
  const person = /\/people\/([\w-]{20,})/.exec((await dana.get('/people?q=payments2')).body)![1]!
  const ids: Record<string, string> = { rounds: round, people: person, questions: 'energy', moves: 'up' }
  return safe.app.routeTable
    .filter(({ allow }) => of(allow))
    .map(({ method, url }) => {
      const path = url.replace(
        /([\w-]+)\/:\w+/g,
        (_, before: string) => `${before}/${ids[before] ?? 'nothing'}`,
      )
      return { method: method as 'GET', path, name: `${method} ${url}` }
    })
}

test('every route says who may call it, and what anyone may call is listed here', () => {
  const open = safe.app.routeTable.filter(({ allow }) => allow === 'anyone')
  expect(open.map(({ url }) => url).filter((url) => !publicPages.test(url))).toEqual([])
  expect(open.length).toBeLessThan(safe.app.routeTable.length / 2)
  for (const { allow } of safe.app.routeTable)
    expect(['anyone', 'members', 'administrators']).toContain(allow)
})

test('whatever belongs to the administration is for administrators, and so is every change of a round', () => {
  const belongs = safe.app.routeTable.filter(
    ({ method, url }) => administration.test(url) || (method === 'POST' && /^\/rounds(\/|$)/.test(url)),
  )
  expect(belongs.filter(({ allow }) => allow !== 'administrators')).toEqual([])
  expect(belongs.length).toBeGreaterThan(30)
})

test('a route that does not say who may call it stops the start', async () => {
  const fresh = await TestApp.start()
  const nobodyAsked = () => fresh.app.get('/forgotten', async () => 'open to all')
  expect(nobodyAsked).toThrow('GET /forgotten does not say who may call it')
  await fresh.stop()
})

test('without a session every other page leads to the sign-in, and every other request is refused', async () => {
  const stranger = safe.visitor()
  const closed = await routes((allow) => allow !== 'anyone')
  for (const { method, path, name } of closed) {
    const response = await stranger.request({ method, url: path })
    // What a script asks for by its name is answered as to a script.
    const isPage = method === 'GET' && !path.endsWith('.json')
    expect.soft([name, response.statusCode]).toEqual([name, isPage ? 303 : 401])
    if (isPage) expect.soft(response.headers.location).toBe('/sign-in')
    const asScript = await stranger.request({ method, url: path, headers: { accept: 'application/json' } })
    expect.soft([name, asScript.statusCode]).toEqual([name, 401])
  }
})

test('somebody who is no administrator is refused every page of the administration', async () => {
  const closed = await routes((allow) => allow === 'administrators')
  expect(closed.length).toBeGreaterThan(40)
  for (const { method, path, name } of closed) {
    const response = await member.request({ method, url: path })
    expect.soft([name, response.statusCode]).toEqual([name, 403])
  }
})

test('what is refused changes nothing', async () => {
  const closed = await routes((allow) => allow === 'administrators')
  const before = await everythingStored(safe.context.store)
  for (const visitor of [safe.visitor(), member])
    for (const { method, path } of closed)
      if (method !== 'GET')
        await visitor.request({ method, url: path, headers: { accept: 'application/json' } })
  expect(await everythingStored(safe.context.store)).toBe(before)
})

test('a refusal tells a person what it means, and a script its code', async () => {
  const page = await member.get('/people')
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.body).toContain('This is not yours to see')
  const json = await member.get('/people', { accept: 'application/json' })
  expect(json.json()).toEqual({ error: 'notAllowed', message: expect.stringContaining('administrator') })
})

test('an administrator reaches what a member does not', async () => {
  for (const path of ['/people', '/settings', '/mail', '/audit', '/rounds', '/questions'])
    expect([path, (await dana.get(path)).statusCode]).toEqual([path, 200])
})
