import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisation } from '#server/disclosure/partition.ts'
import type { TestApp } from '../helpers/app.ts'
import { closeRound, openCompany, rated, respondents } from '../helpers/attacks.ts'
import { everyPage, sessionsOf, statusOf, teamIds, type Sessions } from '../helpers/pages.ts'

/** What is read of a closed round, and by whom. Every team says something of its own, to be known by. */
const teams = {
  'Eng / Payments': 10,
  'Eng / Ledger': 9,
  'Eng / Risk': 4,
  'Ops / Support': 11,
  'Ops / Field': 12,
}
const leaders = [
  // Works in Support, and leads other people.
  'lead@acme.example,Ops / Support,Lead,manager,Eng / Payments,',
  'guide@acme.example,Ops / Support,Guide,facilitator,,Eng / Payments',
]
const roles = {
  member: 'payments1@acme.example',
  pooled: 'risk1@acme.example',
  manager: 'lead@acme.example',
  facilitator: 'guide@acme.example',
}
const word = (team: string) => `Said-in-${team}`

interface Cell {
  question: string
  group: string
  groupName: string
  shown: string
  n?: number
  range?: Record<string, [number, number]>
}

let safe: TestApp
let id: string
let sessions: Sessions
let ids: Map<string, string>
beforeAll(async () => {
  const company = await openCompany(teams, leaders)
  safe = company.safe
  id = company.id
  for (const [address, person] of await respondents(safe)) {
    const [, team, n] = /^([a-z]+?)(\d*)@/.exec(address)!
    const plaintext = rated(1 + (Number(n) % 5), [
      { question: 'when-hurt', text: word(team!), audience: 'team' },
    ])
    // Most skip one question, everywhere but in Field.
    plaintext.answers['stress'] = Number(n) <= 4 || team === 'field' ? 1 + (Number(n) % 5) : null
    await person.answer(plaintext)
  }
  sessions = await sessionsOf(safe, roles)
  ids = await teamIds(safe)
  await closeRound(company.dana, id)
})
afterAll(() => safe.stop())

const as = (who: string): Record<string, string> =>
  sessions[who] ? { cookie: `session=${sessions[who]}` } : {}
const get = (who: string, url: string) =>
  safe.app.inject({ method: 'GET', url, headers: { host: 'localhost:3000', ...as(who) } })
const cellsOf = async (who: string) =>
  (await get(who, `/rounds/${id}/cells.json`)).json() as { cells: Cell[]; classes: { name: string }[] }
const everything = (who: string) =>
  everyPage(
    safe,
    sessions[who],
    { rounds: [id], results: [...ids.values()], people: ['nothing'] },
    /rounds|results|^\/$/,
  )

/** By role: the teams whose pages may be read; the organisation is everybody's. */
const readable: Record<string, string[]> = {
  member: ['Eng', 'Eng / Payments'],
  pooled: ['Eng', 'Eng / Risk'],
  manager: ['Ops', 'Ops / Support', 'Eng / Payments'],
  facilitator: ['Ops', 'Ops / Support', 'Eng / Payments'],
  administrator: [],
}

test.each(Object.keys(readable))(
  'a %s reads no team but their own and those they lead, by no page and no export',
  async (who) => {
    const found: string[] = []
    for (const [path, team] of ids) {
      const { statusCode, body } = await get(who, `/rounds/${id}/results/${team}`)
      if (statusCode === 200) found.push(path)
      else expect([path, statusCode, body.includes('Said-in')]).toEqual([path, 403, false])
    }
    expect(found.sort()).toEqual([...readable[who]!].sort())

    const own = new Set([organisation, ...readable[who]!.map((path) => ids.get(path)!)])
    const { cells, classes } = await cellsOf(who)
    const csv = (await get(who, `/rounds/${id}/cells.csv`)).body
    for (const [path, team] of ids) {
      if (!own.has(team))
        expect([path, cells.some(({ group }) => group === team), csv.includes(team)]).toEqual([
          path,
          false,
          false,
        ])
    }
    // A group with others in it is one of theirs too.
    const leaves = readable[who]!.map((path) => path.split(' / ').at(-1)!)
    const named = [...cells.map(({ groupName }) => groupName), ...classes.map(({ name }) => name)]
    for (const name of named.filter((one) => /Payments|Ledger|Risk|Support|Field/.test(one)))
      expect([name, leaves.some((leaf) => name.includes(leaf))]).toEqual([name, true])
  },
)

test('nobody but its own people reads what a team said, whatever the page', async () => {
  const read: Record<string, string[]> = {}
  for (const who of Object.keys(sessions)) {
    const pages = [...(await everything(who)).values()].join('\n')
    read[who] = ['payments', 'ledger', 'risk', 'support', 'field'].filter((team) =>
      pages.includes(word(team)),
    )
  }
  expect(read).toEqual({
    anonymous: [],
    administrator: [],
    member: ['payments'],
    pooled: ['ledger', 'risk'],
    manager: ['payments', 'support'],
    facilitator: ['payments', 'support'],
  })
})

test('an administrator reads the organisation, and nothing more than anybody in it', async () => {
  const administrators = await cellsOf('administrator')
  expect(new Set(administrators.cells.map(({ group }) => group)).has(organisation)).toBe(true)
  const members = await cellsOf('member')
  const seen = new Set(members.cells.map((cell) => JSON.stringify(cell)))
  expect(administrators.cells.filter((cell) => !seen.has(JSON.stringify(cell)))).toEqual([])
  expect(
    administrators.cells.filter(
      ({ groupName }) => /Payments|Ledger|Support/.test(groupName) && !/\+/.test(groupName),
    ),
  ).toEqual([])
})

test('a question that fewer than the threshold answered is not shown, and neither is how many did', async () => {
  const { cells } = await cellsOf('member')
  const skipped = cells.find(({ question, groupName }) => question === 'stress' && groupName === 'Payments')!
  expect(skipped).toEqual({
    question: 'stress',
    group: expect.any(String),
    groupName: 'Payments',
    shown: 'none',
  })
  const csv = (await get('member', `/rounds/${id}/cells.csv`)).body
  expect(csv).toMatch(/^stress,[\w-]+,Payments,,none,,\r?$/m)
  const page = (await get('member', `/rounds/${id}/results/${ids.get('Eng / Payments')}`)).body
  const [, stress] = page.split('How stressed did you feel')
  expect(stress!.split('</section>')[0]).toContain('not shown, to protect anonymity')
  expect(stress!.split('</section>')[0]).not.toMatch(/of \d+ people|\b4\b/)
})

test('nothing anybody sees stands for fewer than the threshold', async () => {
  for (const who of Object.keys(readable)) {
    const { cells } = await cellsOf(who)
    for (const { question, group, n, shown } of cells)
      expect([who, question, group, shown === 'none' ? n === undefined : n! >= 5]).toEqual([
        who,
        question,
        group,
        true,
      ])
  }
})

test('without a session nothing of a result is readable but receipts', async () => {
  const pages = [...(await everything('anonymous'))].filter(([url]) => url.startsWith(`/rounds/${id}`))
  const open = pages
    .filter(([, page]) => statusOf(page) === 200)
    .map(([url]) => /\/(\w+[.\w]*) /.exec(url)![1])
  expect(open.sort()).toEqual(['manifest.json', 'promise', 'receipts.json'])
})
