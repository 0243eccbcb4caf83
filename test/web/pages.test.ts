import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSignInLink } from '#server/access/access.ts'
import { administrator, roster, TestApp, type Visitor } from '../helpers/app.ts'

let safe: TestApp
let dana: Visitor
/** Every page an administrator can open, with things of every kind to open them for. */
let pages: { path: string; route: string; response: Awaited<ReturnType<Visitor['get']>> }[]

beforeAll(async () => {
  safe = await TestApp.start({ NODE_ENV: 'development' })
  safe.app.pages.get('/broken', { config: { allow: 'anyone' } }, async () => {
    throw new Error('broken')
  })
  dana = await safe.setUp()
  await safe.importRoster(dana, roster({ 'Eng / Payments': 8, 'Eng / Ledger': 4, 'Eng / Risk': 3 }))
  const things = await thingsToOpen()
  pages = []
  for (const { method, url } of safe.app.routeTable) {
    if (method !== 'GET') continue
    for (const path of addressesOf(url, things))
      pages.push({ path, route: url, response: await dana.get(path) })
  }
})
afterAll(() => safe.stop())

async function thingsToOpen(): Promise<Record<string, string[]>> {
  const made = async (url: string, body: object) => (await dana.postJson(url, body)).json().id as string
  const planned = await made('/rounds', {})
  const open = await made('/rounds', {})
  await dana.postJson(`/rounds/${open}/opening`, {})
  const ready = await made('/roster/imports', { roster: roster({ 'Eng / Cards': 8 }) })
  const faulty = await made('/roster/imports', { roster: 'email,team\nnobody,' })
  const signInLink = (await newSignInLink(safe.context, administrator))!
  const ids = async (page: string, link: RegExp) =>
    [...(await dana.get(page)).body.matchAll(link)].map(([, id]) => id!)
  return {
    rounds: [planned, open],
    imports: [ready, faulty],
    people: (await ids('/people', /\/people\/([\w-]{20,})"/g)).slice(0, 2),
    questions: await ids('/questions', /\/questions\/([\w-]+)"/g),
    'sign-in': [signInLink.split('/').at(-1)!, 'a-token'],
  }
}

/** A route once for each thing it can be opened for; `nothing` for what is not known here. */
function addressesOf(url: string, things: Record<string, string[]>): string[] {
  const [, before, parameter] = /([\w-]+)\/(:\w+)/.exec(url) ?? []
  if (!parameter) return [url]
  return (things[before!] ?? ['nothing']).flatMap((id) => addressesOf(url.replace(parameter, id), things))
}

/** What the content security policy would not let run, wherever it stands in a page. */
function inlineIn(html: string): string[] {
  const found: string[] = []
  for (const [tag, name, attributes] of html.matchAll(
    /<([a-z][\w-]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/gi,
  )) {
    const names = [...attributes!.matchAll(/\s([^\s=>"]+)(?:="[^"]*")?/g)].map(([, attribute]) =>
      attribute!.toLowerCase(),
    )
    if (names.some((attribute) => attribute === 'style' || /^(on|hx-on)/.test(attribute))) found.push(tag)
    if (name === 'style' || (name === 'script' && !names.includes('src'))) found.push(tag)
    if (/="\s*javascript:/i.test(attributes!)) found.push(tag)
  }
  return found
}

const html = () =>
  pages.filter(({ response }) => String(response.headers['content-type']).startsWith('text/html'))

test('every page of the administration opens', () => {
  const failed = pages.filter(({ response, route }) => response.statusCode >= 500 && route !== '/broken')
  expect(failed.map(({ path }) => path)).toEqual([])
  const opened = new Set(
    html()
      .filter(({ response }) => response.statusCode === 200)
      .map(({ route }) => route),
  )
  const expected = [
    '/',
    '/parts',
    '/people/:id',
    '/roster/imports/:id',
    '/roster/undo',
    '/rounds/:id',
    '/rounds/:id/edit',
    '/questions/:id',
    '/audit',
    '/sign-in/:token',
  ]
  expect([...opened]).toEqual(expect.arrayContaining(expected))
})

test('the search for inline scripts and styles finds them', () => {
  const planted = [
    '<p style="color:red">',
    '<script>alert(1)</script>',
    '<style>p{}</style>',
    '<a class="x" onclick="go()">',
    '<a href="javascript:go()">',
    '<b hx-on:click="go()">',
  ]
  for (const one of planted) expect(inlineIn(`<main>${one}</main>`)).toHaveLength(1)
  expect(inlineIn('<script src="/assets/htmx.js" defer></script><p title="on style">style=</p>')).toEqual([])
})

test('no page has a script or a style written into it', () => {
  for (const { path, response } of html()) expect([path, ...inlineIn(response.body)]).toEqual([path])
})

test('no page loads anything from elsewhere', () => {
  for (const { path, response } of html()) {
    const loaded = [
      ...response.body.matchAll(/<(?:script|link|img|iframe|form)\b[^>]*?\b(?:src|href|action)="([^"]*)"/g),
    ]
    expect([
      path,
      ...loaded.map(([, address]) => address!).filter((address) => !/^\/(?!\/)/.test(address)),
    ]).toEqual([path])
  }
})

test('the policy lets nothing inline run, and nothing from elsewhere load, on pages and on errors', () => {
  expect(html().some(({ response }) => response.statusCode === 500)).toBe(true)
  for (const { path, response } of pages) {
    const policy = String(response.headers['content-security-policy'])
    expect.soft([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")])
    expect.soft([path, policy]).toEqual([path, expect.stringContaining("script-src 'self';")])
    expect.soft([path, policy]).toEqual([path, expect.stringContaining("style-src 'self';")])
    expect.soft([path, policy]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")])
    expect.soft([path, policy]).toEqual([path, expect.not.stringMatching(/unsafe-|\*|https?:/)])
    expect.soft(response.headers['x-content-type-options']).toBe('nosniff')
  }
})

test('no other site is told which page somebody came from', () => {
  for (const { path, response } of pages)
    expect
      .soft([path, response.headers['referrer-policy']])
      .toEqual([path, path === '/answer' ? 'no-referrer' : 'same-origin'])
})

test('no page about somebody stays behind in a cache; what may is public and the same for all', () => {
  const mayStay = /^\/(assets|answering\/scripts)\/|\/(manifest|receipts)\.json$/
  for (const { path, response } of pages.filter((page) => !mayStay.test(page.path)))
    expect.soft([path, response.headers['cache-control']]).toEqual([path, 'no-store'])
  const asset = pages.find(({ path }) => path === '/assets/app.css')!.response
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('a redirect is not kept either', async () => {
  expect((await safe.visitor().get('/')).headers['cache-control']).toBe('no-store')
})

test('a notice is shown once, and only one we know', async () => {
  await dana.post('/settings', { name: 'Acme', timeZone: 'Europe/Berlin' })
  expect((await dana.get('/settings')).body).toContain('role="status"')
  expect((await dana.get('/settings')).body).not.toContain('role="status"')
  for (const planted of ['constructor', 'You won'])
    expect(
      (await safe.visitor().get('/sign-in', { cookie: `notice=${encodeURIComponent(planted)}` })).body,
    ).not.toContain('role="status"')
})
