import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestApp, type Visitor } from '../helpers/app.ts'
import { teamIds } from '../helpers/pages.ts'
import { publishRound } from '../helpers/published.ts'

const teams = Array.from({ length: 120 }, (_, n) => `Eng / Team ${n}`)

let safe: TestApp
let lead: Visitor
let round: string
let codes: number
beforeAll(async () => {
  safe = await TestApp.start()
  const dana = await safe.setUp()
  const people = teams.map((team, n) => `person${n}@acme.example,${team},,`)
  const lines = ['email,team,role,manages', 'lead@acme.example,Eng,manager,Eng', ...people]
  await safe.importRoster(dana, lines.join('\n'))
  const ids = await teamIds(safe)
  codes = await publishRound(safe.context.store, {
    closesAt: new Date('2026-10-20T12:00:00Z'),
    units: teams.map((team) => ({ teamIds: [ids.get(team)!], path: [ids.get('Eng')!], invited: 10 })),
    histogram: ({ bands }, ballots) =>
      bands.map((_, band) => (band === 0 ? ballots - 2 : band === 1 ? 2 : 0)),
  })
  lead = await safe.signIn('lead@acme.example')
  round = /rounds\/([^/"]+)\/results/.exec((await lead.get('/results')).body)![1]!
})
afterAll(() => safe.stop())

test('an export of many teams is whole: every class and every group once, as JSON and as CSV', async () => {
  const { cells, classes } = (await lead.get(`/rounds/${round}/cells.json`)).json()
  const lines = (await lead.get(`/rounds/${round}/cells.csv`)).body.trim().split('\r\n')

  const perGroup = codes / teams.length
  // Each team's class, each team, all of them together, everybody.
  expect(cells).toHaveLength(perGroup * (2 * teams.length + 2))
  expect(classes).toHaveLength(teams.length)
  expect(lines).toHaveLength(1 + cells.length)
  const places = cells.map(({ group, question }: Record<string, string>) => `${group} ${question}`)
  expect(new Set(places).size).toBe(places.length)
})

test('somebody of one team exports that team, those above and everybody', async () => {
  const member = await safe.signIn('person7@acme.example')
  const { cells, classes } = (await member.get(`/rounds/${round}/cells.json`)).json()

  const names = new Set(cells.map(({ groupName }: Record<string, string>) => groupName))
  expect(names).toEqual(new Set(['Team 7', 'Bench', 'Eng', 'Eng / Team 7']))
  expect(classes).toHaveLength(1)
})
