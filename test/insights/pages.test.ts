import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { newSignInLink } from '#server/access/access.ts'
import { makeSample, visitable, type VisitorRole } from '#server/sample/sample.ts'
import { teamIds } from '../helpers/pages.ts'
import { TestApp, type Visitor } from '../helpers/app.ts'

const teams = [
  { path: ['Platform'], size: 3 },
  { path: ['Platform', 'Developer Experience'], size: 10 },
  { path: ['Platform', 'Reliability'], size: 13 },
  { path: ['Platform', 'Security'], size: 5 },
  { path: ['Product'], size: 9 },
]

let safe: TestApp
let ids: Map<string, string>
const visitors = new Map<VisitorRole, Visitor>()
const as = (role: VisitorRole) => visitors.get(role)!

beforeAll(async () => {
  safe = await TestApp.start()
  await makeSample(safe.context, { months: 3, teams, now: safe.clock.now() })
  ids = await teamIds(safe)
  for (const { role, email } of await visitable(safe.context.store.read)) {
    const visitor = safe.visitor()
    const link = await newSignInLink(safe.context, email)
    await visitor.post(new URL(link!, 'http://localhost:3000').pathname, {})
    visitors.set(role, visitor)
  }
}, 120_000)
afterAll(() => safe.stop())

const reliability = () => ids.get('Platform / Reliability')!

test('a member reads the overview of their own team, of those above, and of the organisation', async () => {
  for (const group of [reliability(), ids.get('Platform')!, 'organisation']) {
    const { statusCode, body } = await as('member').get(`/overview/${group}`)
    expect(statusCode).toBe(200)
    expect(body).toContain('October 2026')
    expect(body).toMatch(/\d+ of \d+ answered/)
  }
})

test('another team is refused, on every page and in every export, as is one that does not exist', async () => {
  const product = ids.get('Product')!
  for (const group of [product, 'nothing'])
    for (const path of [
      `/overview/${group}`,
      `/overview/${group}/trends.json`,
      `/overview/${group}/trends.csv`,
      `/heatmap/${group}`,
      `/heatmap/${group}/heatmap.json`,
      `/heatmap/${group}/heatmap.csv`,
      `/gaps/${group}`,
      `/gaps/${group}/gaps.json`,
      `/gaps/${group}/gaps.csv`,
      `/teams/${group}/agreement`,
      `/teams/${group}/agreement/new`,
    ])
      expect([path, (await as('member').get(path)).statusCode]).toEqual([path, 403])
})

test('who leads a team begins there, who leads none begins with their own', async () => {
  expect((await as('facilitator').get('/overview')).headers.location).toBe(`/overview/${reliability()}`)
  expect((await as('member').get('/gaps?group=organisation')).headers.location).toBe('/gaps/organisation')
  expect((await as('member').get('/heatmap')).headers.location).toBe(`/heatmap/${reliability()}`)
})

test('a map shows only teams its reader may read', async () => {
  const { body } = await as('member').get('/heatmap/organisation')
  expect(body).toContain('Reliability</a>')
  expect(body).not.toContain('Developer Experience</a>')
  const { body: managers } = await as('manager').get(`/heatmap/${ids.get('Platform')!}`)
  expect(managers).toContain('Developer Experience</a>')
})

test('a map can be sorted by a question, the lowest first', async () => {
  const platform = ids.get('Platform')!
  const sorted = await as('manager').get(`/heatmap/${platform}?sort=stress`)
  expect(sorted.body).toContain('aria-sort="ascending"')
  const { figures } = (await as('manager').get(`/heatmap/${platform}/heatmap.json?sort=stress`)).json()
  const middles = figures
    .filter((line: { figure: string; low: number | null }) => line.figure === 'stress' && line.low !== null)
    .map(({ low, high }: { low: number; high: number }) => low + high)
  expect(middles.length).toBeGreaterThan(1)
  expect(middles).toEqual(middles.toSorted((a: number, b: number) => a - b))
})

test('an export holds what the page shows: every share of its table, month by month', async () => {
  const group = reliability()
  const { figures } = (await as('member').get(`/overview/${group}/trends.json`)).json()
  const stress = figures.filter(({ figure }: { figure: string }) => figure.startsWith('stress:'))
  expect(stress.map(({ month }: { month: string }) => month)).toEqual(['2026-08', '2026-09', '2026-10'])
  const { body } = await as('member').get(`/overview/${group}?open=stress`)
  for (const { low, high } of stress) {
    const [a, b] = [Math.round(100 * low), Math.round(100 * high)]
    expect(body).toContain(a === b ? `${a}\u00a0%` : `${a} to ${b}\u00a0%`)
  }
  const csv = await as('member').get(`/overview/${group}/trends.csv`)
  const lines = parse(csv.body, { columns: true }) as { figure: string; low: string }[]
  expect(lines.map(({ figure, low }) => [figure, low])).toEqual(
    figures.map(({ figure, low }: { figure: string; low: number | null }) => [
      figure,
      low === null ? '' : String(low),
    ]),
  )
})

test('figures of a round of its own are those of its results page', async () => {
  const { figures } = (await as('member').get('/overview/organisation/trends.json')).json()
  const rounds = (await as('member').get('/results')).body
  const [, round] = /\/rounds\/([^/]+)\/results"/.exec(rounds)!
  const { cells } = (await as('member').get(`/rounds/${round}/cells.json`)).json()
  const cell = cells.find(
    (one: { group: string; question: string }) => one.group === 'organisation' && one.question === 'stress',
  )
  const line = figures.find(
    (one: { figure: string; month: string }) => one.figure.startsWith('stress:') && one.month === '2026-10',
  )
  expect(line.n).toBe(cell.n)
  const people = cell.histogram ? cell.histogram[0] + cell.histogram[1] : cell.range.favourable[0]
  expect(line.low).toBeCloseTo(people / cell.n)
})

test('who opened or exported a team’s figures from outside is named to the team', async () => {
  await as('facilitator').get(`/overview/${reliability()}`)
  await as('facilitator').get(`/gaps/${reliability()}/gaps.csv`)
  const rounds = (await as('member').get('/results')).body
  const [, round] = /\/rounds\/([^/]+)\/results"/.exec(rounds)!
  const { body } = await as('member').get(`/rounds/${round}/results/${reliability()}`)
  expect(body).toMatch(/\(facilitator\) opened them/)
  expect(body).toMatch(/\(facilitator\) exported them/)
})

test('every line opens to its chart, with the same figures in a table beneath it', async () => {
  const overview = (await as('member').get(`/overview/${reliability()}`)).body
  const keys = [...overview.matchAll(/hx-get="[^"]*open=([\w-]+)"/g)].map(([, key]) => key!)
  expect(keys.length).toBeGreaterThan(9)
  for (const key of keys) {
    const { body } = await as('member').get(`/overview/${reliability()}?open=${key}`)
    expect(body.match(/<svg class="trend small"[^>]* aria-labelledby="trend-/g)).toHaveLength(1)
    expect(body.match(/<summary>As a table<\/summary>/g)).toHaveLength(1)
  }
})

const colours = (work: string[], colour: string) =>
  Object.fromEntries(work.map((one) => [`colour.${one}`, colour]))
const kinds = [
  'boilerplate',
  'tests',
  'documentation',
  'debugging',
  'business-logic',
  'integrations',
  'security',
  'architecture',
  'review',
]

test('a working agreement is suggested, edited, published to the team, and keeps its history', async () => {
  const team = reliability()
  const form = await as('facilitator').get(`/teams/${team}/agreement/new`)
  expect(form.body).toMatch(/\d+\u00a0% helped, /)
  const publish = (basedOn: string, colour: string) =>
    as('facilitator').post(`/teams/${team}/agreements`, {
      basedOn,
      ...colours(kinds, colour),
      'note.tests': 'Read them first',
    })
  expect((await publish('0', 'green')).statusCode).toBe(303)
  expect((await publish('1', 'red')).statusCode).toBe(303)
  const { body } = await as('member').get(`/teams/${team}/agreement`)
  expect(body).toContain('Tests: Read them first')
  expect(body).toContain('was green, became red')
  expect(body).toContain('Version 1')
})

test('somebody who edited an older version is told so and overwrites nothing', async () => {
  const team = ids.get('Platform / Developer Experience')!
  const publish = (colour: string) =>
    as('manager').postJson(`/teams/${team}/agreements`, {
      basedOn: 0,
      colour: Object.fromEntries(kinds.map((one) => [one, colour])),
    })
  expect((await publish('green')).statusCode).toBe(200)
  const late = await publish('red')
  expect([late.statusCode, late.json().error]).toEqual([409, 'agreementChanged'])
  expect((await as('manager').get(`/teams/${team}/agreement`)).body).not.toContain('Red: not for this')
})

test('on a page what somebody wrote too late comes back beside the newer version, and can be published after it', async () => {
  const team = ids.get('Platform / Developer Experience')!
  const late = { basedOn: '0', ...colours(kinds, 'red'), 'note.tests': 'Mine, about tests' }
  const refused = await as('manager').post(`/teams/${team}/agreements`, late)
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('Somebody published another version meanwhile')
  expect(refused.body).toContain('Mine, about tests')
  const basedOn = /name="basedOn" value="(\d+)"/.exec(refused.body)![1]!
  expect((await as('manager').post(`/teams/${team}/agreements`, { ...late, basedOn })).statusCode).toBe(303)
  expect((await as('manager').get(`/teams/${team}/agreement`)).body).toContain('Tests: Mine, about tests')
})

test('a colour that is none is refused by its field, and what was typed is kept', async () => {
  const team = reliability()
  const wrong = {
    basedOn: '2',
    ...colours(kinds, 'green'),
    'colour.tests': 'blue',
    'note.review': 'Two pairs of eyes',
  }
  const { statusCode, body } = await as('facilitator').post(`/teams/${team}/agreements`, wrong)
  expect(statusCode).toBe(422)
  expect(body).toContain('id="colour.tests-fault"')
  expect(body).toContain('Two pairs of eyes')
})

test('lines besides are published with it, each with a day to look at it again, and are due when that day comes', async () => {
  const team = reliability()
  const line = {
    'line.0': 'Customer data never goes into a prompt',
    'kind.0': 'protect',
    'gate.0': 'a filter in the gateway',
    'owner.0': 'Ada',
    'review.0': '2027-03-01',
  }
  const send = async (more: object) => {
    const page = (await as('facilitator').get(`/teams/${team}/agreement/new`)).body
    const basedOn = /name="basedOn" value="(\d+)"/.exec(page)![1]!
    return as('facilitator').post(`/teams/${team}/agreements`, {
      ...colours(kinds, 'amber'),
      ...line,
      ...more,
      basedOn,
    })
  }
  for (const day of ['2020-01-01', '', 'soon']) {
    const refused = await send({ 'review.0': day })
    expect([day, refused.statusCode, refused.body.includes('id="review.0-fault"')]).toEqual([day, 422, true])
    expect(refused.body).toContain('value="Customer data never goes into a prompt"')
  }
  expect((await send({ 'line.1': 'x'.repeat(201), 'review.1': '2027-03-01' })).statusCode).toBe(422)
  expect((await send({})).statusCode).toBe(303)
  const published = async () => (await as('member').get(`/teams/${team}/agreement`)).body
  const kit = async () => (await as('facilitator').get(`/teams/${team}/kit`)).body
  expect(await published()).toMatch(
    /Customer data never goes into a prompt Gate: a filter in the gateway\. Looked after by Ada\./,
  )
  expect([
    (await published()).includes('class="tag due"'),
    (await kit()).includes('To look at again'),
  ]).toEqual([false, false])
  expect((await send({ 'review.0': '2026-11-02' })).statusCode).toBe(303)
  expect([
    (await published()).includes('class="tag due"'),
    (await kit()).includes('To look at again'),
  ]).toEqual([true, true])
})

test('members read the agreement and cannot write it', async () => {
  const { statusCode } = await as('member').post(`/teams/${reliability()}/agreements`, {
    basedOn: '0',
    ...colours(kinds, 'red'),
  })
  expect(statusCode).toBe(403)
  expect((await as('member').get(`/teams/${reliability()}/agreement`)).body).not.toContain('agreement/new')
})

test('a signal nobody raised cannot be acknowledged, nor by a member', async () => {
  const given = { round: 'nothing', signal: 'fell-twice.ai-trust', note: 'Seen' }
  const path = `/teams/${reliability()}/acknowledgements`
  expect((await as('facilitator').post(path, given)).statusCode).toBe(404)
  expect((await as('member').post(path, given)).statusCode).toBe(403)
  expect((await as('facilitator').post(path, { ...given, note: ' ' })).statusCode).toBe(422)
})

test('a line of a month says how far it went since the month before, as the overview says it', async () => {
  const group = reliability()
  const { headers } = await as('member').get(`/results/${group}`)
  const month = (await as('member').get(headers.location!)).body
  const overview = (await as('member').get(`/overview/${group}`)).body
  const told = [...month.matchAll(/class="name">([^<]+)<.*?<small class="since">([^ ]+) since/g)]
  expect(told.length).toBeGreaterThan(5)
  for (const [, name, moved] of told) {
    const row = overview.split('<tbody').find((one) => one.includes(`>${name}</a>`))!
    expect([name, /class="number latest">([^<]*)</.exec(row)![1]]).toEqual([name, moved])
  }
})

test('beside an opened line stands the group above, with the share its own page says', async () => {
  const platform = (await as('member').get(`/overview/${ids.get('Platform')!}`)).body
  const above = /id="open-stress".*?<b title="([^"]+)"/s.exec(platform)![1]
  const overview = await as('member').get(`/overview/${reliability()}?open=stress`)
  expect(overview.body).toContain(`Platform, beside it: ${above}.`)
  const { headers } = await as('member').get(`/results/${reliability()}`)
  expect((await as('member').get(headers.location!)).body).toContain(`Platform, beside it: ${above}.`)
})

test('whoever opens a line, or goes to another month, keeps what was chosen to be shown', async () => {
  const { body } = await as('member').get(`/overview/${reliability()}?months=24&measure=review-time`)
  const ways = [...body.matchAll(/href="(\/overview\/[^"]*\?[^"]*)"/g)].map(([, way]) => way!)
  expect(ways.length).toBeGreaterThan(5)
  for (const way of ways) expect(way).toMatch(/months=24&amp;measure=review-time/)
})

test.each([
  ['a round’s results', 'Results', (id: string) => `/results/${id}`],
  ['a team’s heatmap', 'Overview', (id: string) => `/heatmap/${id}`],
  ['a team’s actions', 'Actions', (id: string) => `/teams/${id}/actions`],
])('%s: the navigation says where one is, and that it is nowhere else', async (_page, name, at) => {
  let answer = await as('member').get(at(reliability()))
  if (answer.headers.location) answer = await as('member').get(String(answer.headers.location))
  const [navigation] = /<header class="masthead">.*?<\/header>/s.exec(answer.body)!
  expect([...navigation.matchAll(/aria-current="\w+">([^<]+)</g)].map(([, where]) => where)).toEqual([name])
})
