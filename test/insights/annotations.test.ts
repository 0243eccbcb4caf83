import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestApp, type Visitor } from '../helpers/app.ts'
import { teamIds } from '../helpers/pages.ts'
import { publishRound } from '../helpers/published.ts'
import { everythingStored } from '../helpers/stored.ts'

let safe: TestApp
let dana: Visitor
let max: Visitor
let fay: Visitor
let payments: Visitor
let ledger: Visitor
let support: Visitor
let team: Record<'Eng' | 'Payments' | 'Ledger' | 'Support', string>

beforeAll(async () => {
  safe = await TestApp.start()
  dana = await safe.setUp()
  const people = [
    'max@acme.example,Office,Max,manager,,Eng',
    'fay@acme.example,Office,Fay,facilitator,Eng / Payments,',
    'payments@acme.example,Eng / Payments,,,,',
    'ledger@acme.example,Eng / Ledger,,,,',
    'support@acme.example,Ops / Support,,,,',
  ]
  await safe.importRoster(dana, ['email,team,name,role,facilitates,manages', ...people].join('\n'))
  const ids = await teamIds(safe)
  const id = (path: string) => ids.get(path)!
  team = {
    Eng: id('Eng'),
    Payments: id('Eng / Payments'),
    Ledger: id('Eng / Ledger'),
    Support: id('Ops / Support'),
  }
  for (const month of [7, 8, 9])
    await publishRound(safe.context.store, {
      closesAt: new Date(Date.UTC(2026, month, 20)),
      units: [
        { teamIds: [team.Payments], path: [team.Eng], invited: 50 },
        { teamIds: [team.Ledger], path: [team.Eng], invited: 40 },
        { teamIds: [team.Support], path: [id('Ops')], invited: 30 },
      ],
      histogram: ({ bands }, ballots) => bands.map((_, n) => (n === 0 ? ballots - 10 : n === 1 ? 10 : 0)),
    })
  const as = (name: string) => safe.signIn(`${name}@acme.example`)
  max = await as('max')
  fay = await as('fay')
  payments = await as('payments')
  ledger = await as('ledger')
  support = await as('support')
})
afterAll(() => safe.stop())

const add = (by: Visitor, group: string, text: string, month = '2026-09') =>
  by.post(`/overview/${group}/annotations`, { month, text })
const overview = async (by: Visitor, group: string) => (await by.get(`/overview/${group}`)).body
const addressOf = (page: string, text: string) =>
  new RegExp(`href="([^"]+)" aria-label="Change “${text}”"`).exec(page)?.[1]

test('administrators write for the organisation, who leads a team for it and below, and nobody else', async () => {
  const statuses = []
  for (const by of [dana, max, fay, payments, support])
    for (const group of ['organisation', team.Eng, team.Payments, team.Ledger])
      statuses.push((await add(by, group, '')).statusCode)
  const [may, not] = [422, 403]
  expect(statuses).toEqual(
    [
      [may, not, not, not],
      [not, may, may, may],
      [not, not, may, not],
      [not, not, not, not],
      [not, not, not, not],
    ].flat(),
  )
  expect(await overview(fay, team.Payments)).toContain('Add what happened in a month')
  expect(await overview(payments, team.Payments)).not.toContain('Add what happened in a month')
})

test('what happened stands on the charts of its team and below, never above or beside', async () => {
  expect((await add(dana, 'organisation', 'Copilot for everyone')).headers.location).toBe(
    '/overview/organisation',
  )
  expect((await add(max, team.Eng, 'A new platform')).statusCode).toBe(303)
  expect((await add(fay, team.Payments, 'Two joined us')).statusCode).toBe(303)
  const seen = async (by: Visitor, group: string) => {
    const page = await overview(by, group)
    return ['Copilot for everyone', 'A new platform', 'Two joined us'].filter((text) => page.includes(text))
  }
  expect(await seen(payments, team.Payments)).toEqual([
    'Copilot for everyone',
    'A new platform',
    'Two joined us',
  ])
  expect(await seen(ledger, team.Ledger)).toEqual(['Copilot for everyone', 'A new platform'])
  expect(await seen(payments, team.Eng)).toEqual(['Copilot for everyone', 'A new platform'])
  expect(await seen(support, team.Support)).toEqual(['Copilot for everyone'])
  expect(await seen(support, 'organisation')).toEqual(['Copilot for everyone'])
})

test('it is on the first chart in both its sizes, on the chart of an opened question and in its table, and in the exported trends', async () => {
  const { body } = await payments.get(`/overview/${team.Payments}?open=ai-trust`)
  expect(body.match(/<title>Sept 2026: Two joined us<\/title>/g)).toHaveLength(3)
  expect(body).toContain('<td>Copilot for everyone; A new platform; Two joined us</td>')
  const { body: csv } = await payments.get(`/overview/${team.Payments}/trends.csv`)
  const lines: Record<string, string>[] = parse(csv, { columns: true })
  const told = lines.filter(({ figure }) => figure === 'annotation').map(({ month, note }) => [month, note])
  expect(told).toContainEqual(['2026-09', 'Two joined us'])
})

test('a text is one line of at most 80 characters, of a month that has results; what was typed comes back', async () => {
  expect((await add(fay, team.Payments, 'x'.repeat(80), '2026-10')).statusCode).toBe(303)
  const long = await add(fay, team.Payments, `<b>${'y'.repeat(80)}`, '2026-08')
  expect(long.statusCode).toBe(422)
  expect(long.body).toContain(`value="&lt;b>${'y'.repeat(80)}"`)
  expect(long.body).toMatch(/<option value="2026-08" selected/)
  for (const month of ['2026-12', '2026-1', 'September', ''])
    expect((await add(fay, team.Payments, 'Never', month)).statusCode).toBe(422)
  await add(fay, team.Payments, 'Be\u0007fore\r\n<i>after</i>\u202e', '2026-08')
  const page = await overview(fay, team.Payments)
  expect(page).toContain('Be fore &lt;i>after&lt;/i>')
  expect(page).not.toContain('<i>after')
})

test('who may write there changes and removes it, whoever wrote it; from elsewhere it is not found', async () => {
  const at = addressOf(await overview(max, team.Payments), 'Two joined us')!
  expect(addressOf(await overview(payments, team.Payments), 'Two joined us')).toBeUndefined()
  expect(addressOf(await overview(fay, team.Payments), 'A new platform')).toBeUndefined()
  const elsewhere = at.replace(team.Payments, team.Eng)
  expect((await max.post(elsewhere, { month: '2026-09', text: 'Moved' })).statusCode).toBe(404)
  expect((await payments.post(`${at}/removal`, {})).statusCode).toBe(403)
  expect((await max.get(at)).body).toContain('value="Two joined us"')
  expect((await max.post(at, { month: '2026-10', text: 'Three joined us' })).statusCode).toBe(303)
  expect(await overview(payments, team.Payments)).toContain('Oct 2026: Three joined us')
  expect((await fay.post(`${at}/removal`, {})).statusCode).toBe(303)
  expect((await fay.post(`${at}/removal`, {})).statusCode).toBe(404)
  expect(await overview(payments, team.Payments)).not.toContain('joined us')
})

test('the log says who wrote one, for which team and month, and never what', async () => {
  const { body } = await dana.get('/audit')
  for (const what of ['annotation added', 'annotation changed', 'annotation removed'])
    expect(body).toContain(what)
  expect(body).toContain('team Eng / Payments')
  expect(body).not.toContain('joined us')
})

test('when who wrote it is removed, the text stays and nothing of them with it', async () => {
  await add(fay, team.Payments, 'A quiet month')
  const id = /\/people\/([\w-]{22})"[^>]*>[^<]*Fay/.exec((await dana.get('/people?q=fay')).body)![1]!
  await dana.post(`/people/${id}/removal`, {})
  expect(await overview(payments, team.Payments)).toContain('A quiet month')
  expect(await everythingStored(safe.context.store)).not.toContain('fay@acme.example')
})
