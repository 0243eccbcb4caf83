import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readyMade } from '#server/figures/measures.ts'
import { Findings } from '#server/figures/reading/findings.ts'
import { readMapping } from '#server/figures/reading/mapping.ts'
import { noteEnd, readFigures } from '#server/figures/reading/read.ts'

const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url), 'utf8')

/** Reads a text that arrives in pieces of the given size. */
async function read(text: string, size = 1000) {
  const bytes = Buffer.from(text)
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const found = new Findings()
  const kind = await readFigures(pieces(), found).catch((error) => noteEnd(error, found))
  return { kind, found }
}

/** Who was active in a month, and who was not. */
const peopleOf = ({ months }: Findings, month = '2026-10') =>
  Object.fromEntries([...(months.get(month) ?? [])].map(([person, { active }]) => [person, active]))

const faultsOf = async (text: string) =>
  (await read(text)).found.faults.inOrder.map(({ line, fault, value }) =>
    [line, fault, ...(value === undefined ? [] : [value])].join(' '),
  )

test('usage reports of GitHub Copilot: any use on any day is active, a review that came by itself is none', async () => {
  const { kind, found } = await read(sample('copilot-users.ndjson'))
  expect([kind, found.seats, found.lines]).toEqual(['copilot', 'roster', 4])
  expect(peopleOf(found)).toEqual({ 'ada-gh': true, 'bob-gh': false, 'cyd-gh': true })
  expect(found.days.get('2026-10')!.size).toBe(2)
})

test.each([
  ['an agent of somebody else', { totals_by_3rd_party_agent: [{ agent_name: 'x', session_count: 2 }] }, true],
  ['credits', { ai_credits_used: 12.5 }, true],
  [
    'no session and no credit',
    { ai_credits_used: 0, totals_by_3rd_party_agent: [{ session_count: 0 }] },
    false,
  ],
])('a row of a Copilot user with nothing but %s', async (_what, fields, active) => {
  const row = { user_login: 'ada-gh', user_id: 1, day: '2026-10-01', ...fields }
  expect(peopleOf((await read(JSON.stringify(row))).found)).toEqual({ 'ada-gh': active })
})

const enterprise = (rows: object[]) => JSON.stringify({ data: rows, next_page: null })
const row = (email_address: string, sessions: number) => ({
  user: { id: 'u', email_address },
  chat_metrics: { message_count: 0 },
  claude_code_metrics: { core_metrics: { distinct_session_count: sessions } },
})

test('Claude Enterprise is told from Claude Code, and read where each row says its day', async () => {
  const days = [
    { ...row('ada@acme.example', 0), date: '2026-10-01' },
    { ...row('ada@acme.example', 2), date: '2026-10-02' },
    { ...row('bob@acme.example', 0), date: '2026-10-02' },
  ]
  const { kind, found } = await read(enterprise(days))
  expect([kind, found.seats]).toEqual(['claude-enterprise', 'file'])
  expect(peopleOf(found)).toEqual({ 'ada@acme.example': true, 'bob@acme.example': false })
  expect(await faultsOf(enterprise([row('ada@acme.example', 2)]))).toEqual(['1 dayNotInRow'])
})

test('pages of another tool are not taken for those of Claude Code', async () => {
  const other = { data: [{ user_email: 'ada@acme.example', threads: 4 }], has_more: false }
  expect(await faultsOf(JSON.stringify(other))).toEqual(['0 unknownKind'])
  expect((await read('{"data":[],"has_more":false}')).kind).toBe('claude-code')
})

test('user-team rows say who has a seat, and are joined with the user rows by day and login in either order', async () => {
  const [users, teams] = [sample('copilot-users.ndjson'), sample('copilot-user-teams.ndjson')]
  for (const file of [users + teams, teams + users]) {
    const { kind, found } = await read(file)
    expect([kind, found.seats]).toEqual(['copilot', 'file'])
    expect(peopleOf(found)).toEqual({ 'ada-gh': true, 'bob-gh': false, 'cyd-gh': true, 'dee-gh': false })
    expect(found.months.get('2026-10')!.get('ada-gh')!.groups).toEqual(['payments', 'engineering'])
  }
})

test('a user row that knows only a number is joined with the login of the same number', async () => {
  const { found } = await read(sample('copilot-user-teams.ndjson'))
  expect(found.aliases.get('id:1001')).toBe('ada-gh')
})

test('the array of the documentation is read like the lines of the report', async () => {
  const rows = sample('copilot-users.ndjson').trim().split('\n')
  const array = JSON.stringify(
    rows.map((row) => JSON.parse(row)),
    null,
    2,
  )
  expect(peopleOf((await read(array)).found)).toEqual(
    peopleOf((await read(sample('copilot-users.ndjson'))).found),
  )
})

test('older metrics of GitHub Copilot: the busiest day of a month, never a sum of days', async () => {
  const { kind, found } = await read(sample('copilot-metrics.json'))
  expect(kind).toBe('copilot-metrics')
  expect([...found.peaks]).toEqual([
    ['2026-10', 9],
    ['2026-11', 4],
  ])
})

test('daily usage of Cursor: every member is listed, active or not, and an address is one person however it is written', async () => {
  const { kind, found } = await read(sample('cursor-daily-usage.json'))
  expect([kind, found.seats, found.lines, found.nameless]).toEqual(['cursor', 'file', 4, 1])
  expect(peopleOf(found)).toEqual({ 'payments1@acme.example': true, 'payments2@acme.example': false })
})

test('analytics of Claude Code: pages one after another, in one list or one a line', async () => {
  const pages = sample('claude-code.json')
  const list = JSON.parse(`[${pages.replace('}\n{', '},{')}]`) as object[]
  for (const file of [
    pages,
    JSON.stringify(list),
    list.map((page) => JSON.stringify(page)).join('\n'),
    `\n ${pages}\n`,
  ]) {
    const { kind, found } = await read(file)
    expect(found.faults.inOrder).toEqual([])
    expect([kind, found.seats, found.lines, found.nameless]).toEqual(['claude-code', 'roster', 3, 1])
    expect(peopleOf(found)).toEqual({ 'payments1@acme.example': true, 'payments2@acme.example': false })
  }
})

test('a page that says there is another one is not taken for all of it', async () => {
  const first = sample('claude-code.json').split('\n}\n')[0] + '\n}\n'
  expect(await faultsOf(first)).toEqual([`${first.split('\n').length - 1} pageMissing`])
})

test('a table of adoption may have days or months, and any usual delimiter and spelling', async () => {
  const { kind, found } = await read(sample('adoption.csv'))
  expect([kind, found.seats]).toEqual(['adoption-csv', 'file'])
  expect(peopleOf(found)).toEqual({
    'payments1@acme.example': true,
    'payments2@acme.example': false,
    'payments3@acme.example': true,
    'stranger@elsewhere.example': false,
  })
  const listed = await read('login,date\nada-gh,2026-10-01\nada-gh,2026-10-02\n')
  expect([listed.found.seats, peopleOf(listed.found)]).toEqual(['roster', { 'ada-gh': true }])
})

test('a table of delivery has a column a measure, or a line a value, in units that are turned into ours', async () => {
  const wide = await read(sample('delivery.csv'))
  expect([wide.kind, wide.found.faults.inOrder]).toEqual(['delivery-csv', []])
  const values = ({ found }: typeof wide, team: string) =>
    Object.fromEntries(
      found.delivery.filter((one) => one.team === team).map(({ measure, value }) => [measure, value]),
    )
  expect(values(wide, 'Eng / Payments')).toEqual({
    'lead-time': 52.5,
    'deployment-frequency': 4,
    'recovery-time': 3.25,
    'change-fail-rate': 12.5,
    'rework-rate': 8,
    'review-time': 19,
  })
  expect(Object.keys(values(wide, 'Eng / Ledger'))).not.toContain('recovery-time')
  expect(wide.found.delivery[0]!.standsFor).toBe(41)
  const long = await read(sample('delivery-by-measure.csv'))
  expect(values(long, 'Eng / Payments')).toEqual({
    'lead-time': 48,
    'deployment-frequency': 3.5,
    'review-time': 19,
  })
  expect(long.found.delivery.map(({ standsFor }) => standsFor)).toEqual([41, null, 40])
})

test('a table of addresses by login', async () => {
  async function* bytes() {
    yield Buffer.from(sample('logins.csv'))
  }
  const found = new Findings()
  expect((await readMapping(bytes(), found)).get('ada-gh')).toBe('payments1@acme.example')
})

test('what a file is does not depend on how it is cut into pieces', async () => {
  for (const name of [
    'copilot-users.ndjson',
    'copilot-metrics.json',
    'cursor-daily-usage.json',
    'claude-code.json',
    'adoption.csv',
    'delivery.csv',
  ]) {
    const whole = await read(sample(name), 1e9)
    const told = ({ found }: typeof whole) => [
      found.lines,
      peopleOf(found),
      [...found.peaks],
      found.delivery,
      found.faults.inOrder,
    ]
    for (const size of [1, 7, 64]) expect(told(await read(sample(name), size))).toEqual(told(whole))
  }
})

const user = (fields: object) =>
  JSON.stringify({ user_login: 'ada-gh', user_id: 1, day: '2026-10-01', ...fields })

test('a malformed line is named with its number, and what stood in it is told nowhere', async () => {
  const lines = [
    user({}),
    '{"user_login":"eve@secret.example","day":"2026-10-01"',
    user({ day: '2026-13-01' }),
    '',
    user({ day: undefined }),
    user({ user_login: null, user_id: null }),
    user({ user_initiated_interaction_count: 'many' }),
  ].join('\n')
  expect(await faultsOf(lines)).toEqual([
    '2 notJson',
    '3 dayInvalid 2026-13-01',
    '5 dayMissing',
    '6 personMissing',
    '7 fieldInvalid user_initiated_interaction_count',
  ])
})

test('an entry of JSON is named with the line it begins on', async () => {
  const broken = sample('cursor-daily-usage.json').replace('"isActive": false,', '"isActive": false')
  expect(await faultsOf(broken)).toEqual(['16 notJson'])
  expect(await faultsOf(sample('claude-code.json').replace('2026-10-01T', '2026-10-32T'))).toEqual([
    '3 dayInvalid 2026-10-32T00:00:00Z',
  ])
  expect(await faultsOf(sample('copilot-metrics.json').replace('": 9', '": "nine"'))).toEqual([
    '13 fieldInvalid total_active_users',
  ])
})

test('JSON that is cut off or has something foreign in it says where', async () => {
  const cursor = sample('cursor-daily-usage.json')
  expect(await faultsOf(cursor.slice(0, -40))).toEqual(['29 jsonIncomplete'])
  expect(await faultsOf(`${cursor}nonsense`)).toEqual(['31 jsonMisplaced'])
  expect(await faultsOf(cursor.replace(/\]/, '}'))).toEqual(['28 jsonMisplaced'])
})

test('faults of tables are told by line', async () => {
  const adoption = 'email,month,active\na@b.example,2026-10,perhaps\n,2026-10,yes\nc@d.example,October,no\nx'
  expect(await faultsOf(adoption)).toEqual([
    '2 activeUnknown perhaps',
    '3 personMissing',
    '4 monthInvalid October',
    '5 columnCount 1/3',
  ])
  const delivery = [
    'team,month,measure,value,count',
    'Eng,2026-10,lead time,fast,',
    'Eng,2026-10,velocity,3,',
    'Eng,2026-10,change fail rate,101,',
    ',2026-10,lead time,3,',
    'Eng,2026-10,lead time,3,few',
    'eng,2026-10,lead time,4,',
    'Eng,2026-10,lead time,-4,',
  ].join('\n')
  expect(await faultsOf(delivery)).toEqual([
    '2 valueInvalid fast',
    '3 measureUnknown velocity',
    '4 valueTooHigh 101',
    '5 teamEmpty',
    '6 countInvalid few',
    '7 valueTwice 6',
    '8 valueInvalid -4',
  ])
  expect(await faultsOf('team,month,lead time,change_lead_time_days\n')).toEqual([
    '1 columnTwice change_lead_time_days',
  ])
})

test('what cannot be imported is told why', async () => {
  expect(await faultsOf(' \n')).toEqual(['0 fileEmpty'])
  expect(await faultsOf('name,shoe size\n')).toEqual(['0 unknownKind'])
  expect(await faultsOf('{"hello":"world"}')).toEqual(['0 unknownKind'])
  expect(await faultsOf('{"download_links":["https://example.com/1"],"report_day":"2026-10-01"}')).toEqual([
    '0 linksOnly',
  ])
  expect(await faultsOf('[{"day_totals":[{"day":"2026-10-01","daily_active_users":2}]}]')).toEqual([
    '0 entityReport',
  ])
  expect(await faultsOf('PK\x03\x04')).toEqual(['0 spreadsheet'])
  expect(await faultsOf('team,lead time\n')).toEqual(['1 columnsMissing team, month'])
})

test('an address is never quoted in a fault', async () => {
  expect(await faultsOf('email,month\n2026-10,eve@secret.example')).toEqual(['2 monthInvalid'])
})

test('reading waits for what it has read: never more than a few pieces are ahead of it', async () => {
  const row = Buffer.from(`${user({ padding: 'x'.repeat(500) })}\n`)
  const found = new Findings()
  let given = 0
  let furthestAhead = 0
  async function* rows() {
    for (; given < 20_000; given += 1) {
      furthestAhead = Math.max(furthestAhead, given - found.lines)
      yield row
      if (given % 1000 === 0) await setImmediate()
    }
  }
  await readFigures(rows(), found)
  expect(found.lines).toBe(20_000)
  // The beginning is looked at before anything is read.
  expect(furthestAhead * row.length).toBeLessThan(200_000)
})

test('each measure says its unit and which direction is better', () => {
  expect(readyMade.slice(0, 6).map(({ id, unit, better }) => `${id}: ${unit}, ${better}`)).toEqual([
    'lead-time: hours, lower',
    'deployment-frequency: per week, higher',
    'recovery-time: hours, lower',
    'change-fail-rate: percent, lower',
    'rework-rate: percent, lower',
    'review-time: hours, lower',
  ])
})
