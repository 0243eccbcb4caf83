import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestApp, type Visitor } from '../helpers/app.ts'
import { teamIds } from '../helpers/pages.ts'
import { publishRound } from '../helpers/published.ts'

const names = Array.from({ length: 30 }, (_, n) => `Eng / Division ${n % 6} / Team of a longer name ${n}`)

let safe: TestApp
let lead: Visitor
let ids: Map<string, string>
/** The newest first. */
let rounds: string[]

/** How many of 20 people of each team stand at the good end. The first four make a division. */
const good = { before: [10, 12, 8, 9], now: [14, 9, 8, 19] }

beforeAll(async () => {
  safe = await TestApp.start()
  const dana = await safe.setUp()
  const people = names.map((name, n) => `person${n}@acme.example,${name},,`)
  await safe.importRoster(
    dana,
    ['email,team,role,manages', ...people, 'lead@acme.example,Eng,manager,Eng'].join('\n'),
  )
  ids = await teamIds(safe)
  const above = (name: string) => [ids.get('Eng')!, ids.get(name.split(' / ').slice(0, 2).join(' / '))!]
  for (const [month, shares] of Object.entries({ '2026-09': good.before, '2026-10': good.now }))
    await publishRound(safe.context.store, {
      closesAt: new Date(`${month}-20T12:00:00Z`),
      units: names.map((name) => ({ teamIds: [ids.get(name)!], path: above(name), invited: 25 })),
      histogram({ key, bands }, ballots, unit) {
        const place = Math.floor(unit / 6)
        // One team answers stress too seldom to be shown in the first month, and another in none.
        if (key === 'stress' && (unit === 18 ? month === '2026-09' : unit === 24)) return bands.map(() => 0)
        const of = unit % 6 === 0 ? (shares[place] ?? 10) : (unit * 7 + shares[0]!) % 17
        const at = bands.findIndex((band) => ['favourable', 'high', 'helped'].includes(band))
        const other = bands.findIndex((band) => ['unfavourable', 'low', 'hurt'].includes(band))
        return bands.map((_, level) => (level === at ? of : level === other ? ballots - of : 0))
      },
    })
  lead = await safe.signIn('lead@acme.example')
  const page = (await lead.get('/heatmap/organisation')).body
  rounds = [...page.matchAll(/<option value="([\w-]{22})"[^>]*>[A-Z][a-z]+ 2026</g)].map(([, id]) => id!)
})
afterAll(() => safe.stop())

const change = async (group: string, more = '') =>
  (await lead.get(`/heatmap/${ids.get(group)!}?show=change${more}`)).body

/** Text, hover and class of a group's field. */
function field(page: string, group: string, question: string) {
  const [table] = /<table class="heat">.*?<\/table>/s.exec(page)!
  const column = [...table.matchAll(/sort=([\w-]+)"/g)].findIndex(([, key]) => key === question)
  const row = table.split('<tr>').find((one) => one.includes(`/overview/${ids.get(group)!}"`))!
  const [, attributes, inner] = [...row.matchAll(/<td([^>]*)>(.*?)<\/td>/gs)][column]!
  return {
    said: inner!.replace(/<sup>(.)<\/sup>/g, ' $1').replaceAll('\u00a0', ' '),
    title: /title="([^"]*)"/.exec(attributes! + inner!)?.[1]?.replaceAll('\u00a0', ' '),
    shade: /class="([^"]*)"/.exec(attributes!)![1]!,
  }
}

test('a change is the difference since the month before in points, with its sign, and with both figures when asked', async () => {
  const page = await change('Eng / Division 0')
  expect(field(page, names[0]!, 'ai-trust')).toMatchObject({ said: '+20', title: '50 %, now 70 %' })
  expect(field(page, names[6]!, 'ai-trust')).toMatchObject({ said: '\u221215' })
  expect(field(page, names[12]!, 'ai-trust')).toMatchObject({ said: '0' })
})

test('a range is told as one: nineteen or twenty of twenty against nine', async () => {
  expect(field(await change('Eng / Division 0'), names[18]!, 'ai-trust')).toMatchObject({
    said: '\u2248 +53',
    title: '45 %, now 95 to 100 %',
  })
})

test('what is not shown in both months is not compared; of a division the same teams are, and it says of how many', async () => {
  const page = await change('Eng / Division 0')
  const nothing = field(page, names[18]!, 'stress')
  expect([nothing.shade, nothing.title]).toEqual(['none', 'nothing that can be compared'])
  expect(field(page, names[24]!, 'stress')).toMatchObject({ title: 'not shown, to protect anonymity' })
  // 10, 12 and 8 of 20 each, then 14, 9 and 8: not what all who are shown in either month come to.
  expect(field(page, 'Eng / Division 0', 'stress')).toMatchObject({
    said: '+2 \u2020',
    title: '50 %, now 52 %; in 3 of 5 groups',
  })
})

test('a division of which a group is hidden went as far here as on its overview, over the same groups', async () => {
  const group = 'Eng / Division 0'
  const page = await change(group)
  const overview = (await lead.get(`/overview/${ids.get(group)!}`)).body
  const rows = [...overview.matchAll(/<tbody id="asked-([\w-]+)">.*?<td class="number latest">([^<]*)</gs)]
  expect(rows.length).toBeGreaterThan(9)
  for (const [, key, moved] of rows) {
    const { said } = field(page, group, key!)
    if (!said.includes(' to ')) expect([key, said.replace(/^\u2248 | \u2020$/g, '')]).toEqual([key, moved])
  }
  expect(/<tbody id="asked-stress">.*?<\/tbody>/s.exec(overview)![0]).toContain('in 3 of 5 groups')
})

test('better is blue, worse is orange, an amount is grey; the shade of every field is the one whose legend holds its figure', async () => {
  for (const show of ['now', 'change']) {
    const { body } = await lead.get(`/heatmap/organisation?show=${show}`)
    const legend = [...body.matchAll(/<span class="shade-(\d)">([^<]+)<\/span>/g)].slice(0, 7)
    const holds = legend.map(([, , said]) => {
      const [low, high] = said!.match(/[+\u2212]?\d+/g)!.map((one) => Number(one.replace('\u2212', '-')))
      if (said!.endsWith('less')) return [-Infinity, low!]
      return [low!, said!.endsWith('more') ? Infinity : high!]
    })
    expect(holds.every(([low], step) => step === 0 || low === holds[step - 1]![1]! + 1)).toBe(true)
    const cells = [...body.matchAll(/<td class="shade-(\d)( amount)?"[^>]*>([+\u2212]?\d+)</g)]
    expect(cells.length).toBeGreaterThan(300)
    for (const [, step, , said] of cells) {
      const figure = Number(said!.replace('\u2212', '-'))
      const [low, high] = holds[Number(step)]!
      expect([show, said, low! <= figure && figure <= high!]).toEqual([show, said, true])
    }
    expect(field(body, names[1]!, 'ai-use').shade).toMatch(/ amount$/)
  }
})

test('a range that may have gone either way has the shade of no change', async () => {
  const { body } = await lead.get('/heatmap/organisation?show=change')
  for (const [, step, said] of body.matchAll(/<td class="shade-(\d)[^>]*>([^<]* to [^<]*)</g))
    if (said!.startsWith('\u2212') && said!.includes('+')) expect([said, step]).toEqual([said, '3'])
})

test('switching keeps the round and the order, and so does every link and form on the page', async () => {
  const page = await change('Eng', `&round=${rounds[0]}&sort=stress`)
  const here = `/heatmap/${ids.get('Eng')!}?round=${rounds[0]}`
  expect(page).toContain(`href="${here}&amp;sort=stress">Now<`)
  expect(page).toContain(`href="${here}&amp;show=change&amp;sort=stress" aria-current="true"`)
  expect(page).toContain(`href="${here}&amp;show=change&amp;sort=ai-trust"`)
  expect(page).toContain('<input type="hidden" name="show" value="change"/>')
  expect(page).toContain('<input type="hidden" name="sort" value="stress"/>')
})

test('the export of changes holds what the page shows', async () => {
  const group = ids.get('Eng / Division 0')!
  const { figures } = (await lead.get(`/heatmap/${group}/heatmap.json?show=change`)).json()
  const line = figures.find(({ figure }: { figure: string }) => figure === 'stress: change')
  expect(line).toMatchObject({ group: 'Eng / Division 0', note: '3 of 5 groups', low: 0.017, high: 0.017 })
})

test('the first month has nothing before it, and says so', async () => {
  const page = await change('Eng', `&round=${rounds.at(-1)}`)
  expect(page).toContain('There is no month before this one to compare with.')
  expect(page).not.toContain('<table class="heat">')
})

test('a map of thirty teams is under 100 KB, whatever it shows', async () => {
  for (const show of ['now', 'change']) {
    const { body } = await lead.get(`/heatmap/organisation?show=${show}`)
    expect(body.match(/<th scope="row"/g)!.length).toBeGreaterThan(30)
    expect([show, Buffer.byteLength(body) < 100_000]).toEqual([show, true])
  }
})
