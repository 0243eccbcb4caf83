import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { adoptionOf as shownOf, deliveryOf, figureSources } from '#server/figures/figures.ts'
import { newId } from '#server/storage/identifier.ts'
import { figureImports } from '#server/storage/schema/figure-imports.ts'
import { Findings } from '#server/figures/reading/findings.ts'
import { measured } from '#server/figures/arriving.ts'
import { emptyReport } from '#server/figures/report.ts'
import { everythingKept, filesOfPostgres, nothingOf } from '../helpers/attacks.ts'
import { everythingStored } from '../helpers/stored.ts'
import { adoptionOf, bring, company, push, sample, upload, type Company } from './company.ts'

const sizes = { 'Eng / Payments': 8, 'Eng / Ledger': 6 }
let acme: Company
afterEach(() => acme.safe.stop())

const read = () => acme.safe.context.store.read
const organisation = async () =>
  (await shownOf(read(), 'organisation')).map(({ sum, ...one }) => [one, sum.bands])
const at = (path: string) => acme.teams.get(path)!

test('each vendor’s file is recognised by its content, counted and shown with its source, its month and its seats', async () => {
  acme = await company(sizes)
  const files: [file: string, type: string, kind: string, source: string][] = [
    ['cursor-daily-usage.json', 'application/json', 'cursor', 'cursor'],
    ['claude-code.json', 'application/json', 'claude-code', 'claude-code'],
    ['copilot-metrics.json', 'application/octet-stream', 'copilot-metrics', 'copilot-metrics'],
    ['adoption.csv', 'text/csv', 'adoption-csv', 'csv'],
    ['delivery.csv', 'text/csv; charset=utf-8', 'delivery-csv', 'csv'],
  ]
  for (const [file, type, kind, source] of files) {
    const answer = await push(acme, sample(file), { type, query: '?apply=yes' })
    expect([file, answer.statusCode, answer.json().state]).toEqual([file, 200, 'applied'])
    const { report } = answer.json()
    expect([report.kind, report.months[0].source, report.months[0].month]).toEqual([kind, source, '2026-10'])
  }
  const page = (await acme.dana.get('/figures')).body
  for (const said of ['Cursor', 'Claude Code', 'GitHub Copilot metrics', '14 people in the roster'])
    expect(page).toContain(said)
})

test('usage reports of GitHub Copilot find people by the addresses sent along, whichever file comes first', async () => {
  acme = await company({ Payments: 6 })
  const file = sample('copilot-users.ndjson') + sample('copilot-user-teams.ndjson')
  const mapping = sample('logins.csv')
  for (const form of [
    { mapping, file },
    { file, mapping },
  ]) {
    const { location } = (await upload(acme.dana, form)).headers
    const { state, report } = (await acme.dana.get(location!, { accept: 'application/json' })).json()
    expect([state, report.people, report.unmatched]).toEqual(['ready', 4, 0])
  }
})

test('without addresses people are found by the vendor’s team that is called like one of ours', async () => {
  acme = await company({ 'Engineering / Payments': 6, 'Engineering / Ledger': 6 })
  const file = sample('copilot-users.ndjson') + sample('copilot-user-teams.ndjson')
  const { report } = (await push(acme, file, { type: 'application/x-ndjson' })).json()
  expect([report.people, report.unmatched]).toEqual([4, 0])
})

test('a preview tells what would come and what is left out, and changes nothing', async () => {
  acme = await company(sizes)
  const file = adoptionOf(
    { ...sizes, Strangers: 3 },
    { 'Eng / Payments': 4, 'Eng / Ledger': 6, Strangers: 3 },
  )
  const { location, ...headers } = (await upload(acme.dana, { source: 'Badge', file })).headers
  expect([location, headers['set-cookie']]).toEqual([
    expect.stringMatching(/^\/figures\/imports\//),
    undefined,
  ])
  const page = (await acme.dana.get(location!)).body
  expect(page).toContain('3 people of the 17 in the file are in no team of the roster')
  expect(page).toContain('1 group exactly, 1 as a range, 0 not at all')
  expect(page).toContain('badge')
  expect(await figureSources(read())).toEqual([])
  const applied = await acme.dana.post(`${location}/application`, {})
  expect([applied.statusCode, applied.headers.location]).toEqual([303, '/figures'])
  expect((await acme.dana.get('/figures')).body).toContain('14 people with a seat')
  expect((await acme.dana.postJson(`${location}/application`, {})).json().error).toBe('figuresNotReady')
})

test('a preview can be discarded, and is forgotten after a day', async () => {
  acme = await company(sizes)
  const file = adoptionOf(sizes, {})
  const first = (await upload(acme.dana, { file })).headers.location!
  await acme.dana.post(`${first}/removal`, {})
  expect((await acme.dana.get(first)).statusCode).toBe(404)
  const second = (await upload(acme.dana, { file })).headers.location!
  acme.safe.clock.advance(25 * 60 * 60 * 1000)
  await acme.safe.minute()
  expect((await acme.dana.get(second)).statusCode).toBe(404)
})

test('a repeated import replaces the same source and month, and leaves every other alone', async () => {
  const sizes = { 'Eng / Payments': 12, 'Eng / Ledger': 9 }
  acme = await company(sizes)
  const some = { 'Eng / Payments': 7, 'Eng / Ledger': 7 }
  await bring(acme, adoptionOf(sizes, some))
  await bring(acme, adoptionOf(sizes, some, '2026-09'))
  await bring(acme, adoptionOf(sizes, some), '&source=other')
  await bring(acme, sample('delivery.csv'))
  const before = await everythingStored(acme.safe.context.store)
  const again = (await push(acme, adoptionOf(sizes, { 'Eng / Payments': 2, 'Eng / Ledger': 2 }))).json()
  expect(again.report.months).toMatchObject([{ replaces: true }])
  await acme.dana.postJson(`/figures/imports/${again.id}/application`, {})
  const csv = { pooledAs: null, seats: 'file', days: null }
  expect(await organisation()).toEqual([
    [
      { ...csv, month: '2026-09', source: 'csv' },
      { inactive: [7, 7], active: [14, 14] },
    ],
    [
      { ...csv, month: '2026-10', source: 'csv' },
      { inactive: [17, 17], active: [4, 4] },
    ],
    [
      { ...csv, month: '2026-10', source: 'other' },
      { inactive: [7, 7], active: [14, 14] },
    ],
  ])
  expect(await deliveryOf(read(), at('Eng / Payments'))).toHaveLength(6)
  await bring(acme, adoptionOf(sizes, some))
  const rows = (text: string) => Object.entries(JSON.parse(text) as Record<string, { length: number }>)
  const counts = (text: string) =>
    rows(text).flatMap(([table, { length }]) =>
      /adoption|delivery|_months/.test(table) ? [[table, length]] : [],
    )
  expect(counts(await everythingStored(acme.safe.context.store))).toEqual(counts(before))
})

test('a malformed line is named with its number and nothing is applied', async () => {
  acme = await company(sizes)
  const file = adoptionOf(sizes, {}).split('\n').with(4, 'payments4@acme.example,2026-10,perhaps').join('\n')
  const answer = await push(acme, file, { query: '?apply=yes' })
  expect([answer.statusCode, answer.json().state]).toEqual([422, 'faulty'])
  expect(answer.json().report.faults).toEqual([
    { line: 5, fault: 'activeUnknown', value: 'perhaps', message: '"perhaps" is neither yes nor no.' },
  ])
  const { location } = (await upload(acme.dana, { file })).headers
  const page = (await acme.dana.get(location!)).body
  expect(page).toMatch(/<td class="number">5<\/td><td>&quot;perhaps&quot; is neither yes nor no\.<\/td>/)
  expect((await acme.dana.post(`${location}/application`, {})).statusCode).toBe(409)
  expect(await figureSources(read())).toEqual([])
})

test('a fault in the table of addresses is a fault, and so is a form without a file', async () => {
  acme = await company(sizes)
  const { location } = (await upload(acme.dana, { mapping: 'name\nada', file: adoptionOf(sizes, {}) }))
    .headers
  expect((await acme.dana.get(location!)).body).toContain('needs two columns, login and email')
  const empty = await upload(acme.dana, { file: '' })
  expect([empty.statusCode, empty.body]).toEqual([422, expect.stringContaining('Please fill this in')])
  const named = await upload(acme.dana, { source: '<script>', file: adoptionOf(sizes, {}) })
  expect([named.statusCode, named.body]).toEqual([422, expect.stringContaining('up to 40 letters')])
  expect(await read().select().from(figureImports)).toHaveLength(1)
})

test('who is in a file is written nowhere: not in the database, its log, a report or a preview', async () => {
  acme = await company({ Payments: 8 })
  const secret = ['zoe-strangelogin', 'sentinel-person', 'sentinel-mapped']
  const rows = [
    { user_login: secret[0], user_id: 77_001_122, day: '2026-10-01', used_chat: true },
    { user_login: `${secret[1]}@nowhere.example`, user_id: 77_001_123, day: '2026-10-01', used_chat: true },
  ]
  const file = rows.map((row) => JSON.stringify(row)).join('\n')
  const mapping = `login,email\n${secret[0]},payments1@acme.example\nx,${secret[2]}@nowhere.example`
  const good = (await upload(acme.dana, { mapping, file })).headers.location!
  const pages = [await acme.dana.get(good), await acme.dana.get(good, { accept: 'application/json' })]
  await acme.dana.post(`${good}/application`, {})
  for (const broken of [
    `${file}\n{"user_login":"${secret[0]}"`,
    `${file}\n{"user_login":"${secret[1]}@x"}`,
  ]) {
    const bad = (await upload(acme.dana, { mapping, file: broken })).headers.location!
    pages.push(await acme.dana.get(bad), await acme.dana.get('/figures'), await acme.dana.get('/audit'))
  }
  const table = await push(acme, `email,month\n2026-10,${secret[1]}@nowhere.example\n${secret[0]},`)
  pages.push(table)
  const sought = [...secret, '77001122', '77001123']
  for (const { body } of pages) for (const one of sought) expect(body).not.toContain(one)
  expect(acme.safe.reports).toEqual([])
  nothingOf(sought, await everythingKept(acme.safe))
  if (process.env['DATABASE_URL']) nothingOf(sought, await filesOfPostgres(acme.safe))
})

test('whoever sends a file sees how far it has been read, and nobody else does', async () => {
  acme = await company(sizes)
  const [header, ...lines] = adoptionOf(sizes, {}).split('\n')
  const begun = `${header}\n${Array<string>(20_000).fill(lines[0]!).join('\n')}\n`
  let finish = () => {}
  const file = Readable.from(
    (async function* () {
      yield Buffer.from(begun)
      await new Promise<void>((resolve) => (finish = resolve))
      yield Buffer.from(lines.join('\n'))
    })(),
  )
  const sent = acme.dana.request({
    method: 'POST',
    url: '/figures/imports',
    headers: { 'content-type': 'text/csv', 'content-length': String(3 * 1024 * 1024) },
    payload: file,
  })
  const progress = async () => (await acme.dana.get('/figures/imports/progress')).body
  while (!/[\d,]+ lines read/.test(await progress())) await setTimeout(10)
  expect(await progress()).toMatch(/max="3".*\d of 3/)
  await acme.dana.post('/people', {
    email: 'mia@acme.example',
    teamId: at('Eng / Ledger'),
    administrator: 'yes',
  })
  const mia = await acme.safe.signIn('mia@acme.example')
  expect((await mia.get('/figures/imports/progress')).body).not.toContain('read')
  finish()
  const { location } = (await sent).headers
  expect(await progress()).not.toContain('lines read')
  expect((await acme.dana.get(location!)).body).toContain('Preview')
})

test('a file that goes on past 512 MB is refused while it arrives', async () => {
  acme = await company(sizes)
  const almost = { by: '', lines: 0, done: 512 * 1024 * 1024 - 5, total: 0 }
  const taken: string[] = []
  const taking = (async () => {
    for await (const piece of measured(
      Readable.from([Buffer.from('12345'), Buffer.from('6')]),
      almost,
      new Findings(),
    ))
      taken.push(piece.toString())
  })()
  await expect(taking).rejects.toMatchObject({ code: 'figuresTooLarge', statusCode: 413 })
  expect(taken).toEqual(['12345'])
})

test('a file that breaks off on its way leaves no import behind', async () => {
  acme = await company(sizes)
  const file = Readable.from(
    (async function* () {
      yield Buffer.from(adoptionOf(sizes, {}))
      throw new Error('gone')
    })(),
  )
  await expect(push(acme, file)).rejects.toThrow('gone')
  while ((await read().select().from(figureImports)).length > 0) await setTimeout(10)
  expect(acme.safe.reports).toEqual([])
})

test('an import that a restart interrupted says so and cannot be applied', async () => {
  acme = await company(sizes)
  const row = {
    id: newId(),
    state: 'reading' as const,
    madeAt: acme.safe.clock.now(),
    report: emptyReport,
    ready: [],
  }
  await acme.safe.context.store.write((tx) => tx.insert(figureImports).values(row))
  expect((await acme.dana.get(`/figures/imports/${row.id}`)).body).toContain('interrupted by a restart')
  expect((await acme.dana.postJson(`/figures/imports/${row.id}/application`, {})).json().error).toBe(
    'figuresNotReady',
  )
})

test('figures of a month are removed when that is confirmed, and only those', async () => {
  acme = await company(sizes)
  await bring(acme, adoptionOf(sizes, {}))
  await bring(acme, sample('delivery.csv'))
  const which = 'kind=delivery&source=csv&month=2026-10'
  expect((await acme.dana.get('/figures')).body).toContain(
    `/figures/removals/new?${which.replaceAll('&', '&amp;')}`,
  )
  const asked = await acme.dana.get(`/figures/removals/new?${which}`)
  expect(asked.body).toContain('Remove Measures of 2026-10 from CSV?')
  expect(await deliveryOf(read(), 'organisation')).toHaveLength(6)
  await acme.dana.post('/figures/removals', Object.fromEntries(new URLSearchParams(which)))
  expect(await deliveryOf(read(), 'organisation')).toEqual([])
  expect((await figureSources(read())).map(({ kind }) => kind)).toEqual(['adoption'])
  const again = await acme.dana.postJson('/figures/removals', Object.fromEntries(new URLSearchParams(which)))
  expect(again.statusCode).toBe(404)
})

test('the log of administration tells of imports by counts alone', async () => {
  acme = await company(sizes)
  await bring(acme, adoptionOf(sizes, {}))
  const page = (await acme.dana.get('/audit')).body
  expect(page).toContain('figures imported')
  const detail = /figures imported<\/td><td>([^<]*)/.exec(page)![1]!.split(', ').sort()
  expect(detail).toEqual(['from 2026-10', 'kind adoption', 'months 1', 'source csv', 'to 2026-10'])
})

test('a large file of no known kind is answered over a connection of its own, and does not stay under way', async () => {
  acme = await company(sizes)
  const origin = await acme.safe.app.listen({ port: 0, host: '127.0.0.1' })
  const headers = { authorization: `Bearer ${acme.token}`, accept: 'application/json' }
  for (const length of [140_000, 1_000_000]) {
    const workbook = 'shoe size;colour\n'.padEnd(length, '41;red\n')
    const form = new FormData()
    form.append('figures', new Blob([workbook]), 'shoes.csv')
    for (const body of [workbook, form]) {
      const type: Record<string, string> = body === form ? {} : { 'content-type': 'text/csv' }
      const answer = await fetch(`${origin}/figures/imports`, {
        method: 'POST',
        headers: { ...headers, ...type },
        body,
      })
      const { report } = (await answer.json()) as { report: { faults: { fault: string }[] } }
      expect([answer.status, report.faults[0]!.fault]).toEqual([422, 'unknownKind'])
    }
  }
  const kept = await read().select().from(figureImports)
  expect(kept.map(({ state }) => state)).toEqual(Array(4).fill('faulty'))
})

test('what cannot be stored is never quoted from a file, in either database', async () => {
  acme = await company(sizes)
  const told = await push(acme, 'email,month,active\na\u0001b,2026-1\ud83d\ude00,\u0002\n', {
    type: 'text/csv',
    query: '',
  })
  expect(told.statusCode).toBe(422)
  const json = '[{"day":"\\u0000","email":"\\ud800","isActive":7,"totalLinesAdded":"\\u0000"}]'
  expect((await push(acme, json, { type: 'application/json', query: '' })).statusCode).toBe(422)
})
