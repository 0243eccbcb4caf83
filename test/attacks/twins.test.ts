import { afterEach, expect, test } from 'vitest'
import { people } from '#server/storage/schema/people.ts'
import type { Plaintext } from '#server/sample/respondent.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import { administrator, type TestApp } from '../helpers/app.ts'
import {
  closeRound,
  copyOf,
  openCompany,
  publishedOf,
  respondents,
  seeded,
  shuffled,
  startOn,
} from '../helpers/attacks.ts'
import { differing, everyPage, sessionsOf, statusOf, teamIds } from '../helpers/pages.ts'

/** Two organisations that are one until people answer. What they differ in afterwards stays inside the codes. */
const teams = { 'Eng / Payments': 8, 'Eng / Ledger': 7, 'Eng / Risk': 3, 'Ops / Support': 9 }
const leaders = [
  'lead@acme.example,Eng,Lead,manager,Eng,',
  'guide@acme.example,Ops / Support,Guide,facilitator,,Eng / Payments',
]
const roles = {
  member: 'payments1@acme.example',
  pooled: 'risk1@acme.example',
  manager: 'lead@acme.example',
  facilitator: 'guide@acme.example',
}

let running: TestApp[] = []
afterEach(() => Promise.all(running.splice(0).map((safe) => safe.stop())))

/** What the nth person of a team answers; null stays silent. */
type World = (team: string, n: number) => Plaintext | null

const said = (answers: Plaintext['answers'], n: number): Plaintext => ({
  answers,
  attributes: {},
  remarks: n === 2 ? [{ question: 'when-hurt', text: 'It invented an interface.', audience: 'team' }] : [],
})

/** All agree, but one used no AI for documentation; of Support the first eight answer; of two teams the first four name their stress. */
const one: World = (team, n) => {
  if (team === 'support' && n > 8) return null
  const stress = ['payments', 'support'].includes(team) && n <= 4 ? 1 : null
  const documentation = team === 'ledger' && n === 1 ? 'unused' : 'helped'
  const work = { tests: 'helped', security: 'unused', documentation } as const
  return said({ 'ai-helped': 5, 'ai-trust': 1 + (n % 5), stress, 'ai-use': 3, work }, n)
}

/** All but one agree, at other levels, and nobody used none for documentation; of Support the last eight answer; four others name theirs, at the other end. */
const another: World = (team, n) => {
  if (team === 'support' && n < 2) return null
  const mirrored = team === 'support' ? 10 - n : n
  const differs = { payments: 1, ledger: 1, support: 2 }[team] === n
  const stress = (team === 'payments' && n > 4) || (team === 'support' && n < 6) ? 5 : null
  const alone = team === 'ledger' && differs
  const work = {
    tests: alone ? 'hurt' : 'helped',
    security: alone ? 'helped' : 'unused',
    documentation: alone ? null : 'helped',
  } as const
  const agreed = { 'ai-helped': differs ? 1 : 4, 'ai-trust': 1 + (mirrored % 5), 'ai-use': differs ? 1 : 3 }
  return said({ ...agreed, stress, work }, n)
}

async function live(original: TestApp, world: World, random: () => number) {
  const safe = await startOn(await copyOf(original.context.config), original)
  running.push(safe)
  const given = [...tokensByAddress(safe).keys()].map((address) => {
    const [, team, n] = /^([a-z]+?)(\d*)@/.exec(address)!
    return [address, world(team!, Number(n || 2))] as const
  })
  for (const [address, plaintext] of shuffled(given, random))
    if (plaintext) await (await respondents(safe, [address])).get(address)!.answer(plaintext)
  return safe
}

test('two organisations that differ only inside what a code says are the same to everybody, to the byte', async () => {
  const { safe: original, id } = await openCompany(teams, leaders)
  const sessions = await sessionsOf(original, roles)
  const everybody = await original.context.store.read.select({ id: people.id }).from(people)
  const results = [...(await teamIds(original)).values()]
  const parameters = {
    rounds: [id],
    results,
    overview: ['organisation', ...results],
    heatmap: ['organisation', ...results],
    gaps: ['organisation', ...results],
    teams: results,
    people: everybody.slice(0, 2).map((person) => person.id),
    questions: ['stress'],
  }
  await original.close()
  const random = seeded('twins')
  const twins = [await live(original, one, random), await live(original, another, random)] as const
  for (const twin of twins) {
    twin.clock.advance(9 * 24 * 60 * 60 * 1000)
    await twin.minute()
  }

  const [stored, other] = [
    await publishedOf(twins[0].context.config, id),
    await publishedOf(twins[1].context.config, id),
  ]
  expect({ ...other, receipts: stored.receipts.length }).toEqual({
    ...stored,
    receipts: other.receipts.length,
  })
  // Every kind of code hides a difference here.
  for (const shown of ['exact', 'range', 'none'])
    expect(
      stored.codes.filter((code) => code.replaceAll('\\', '').includes(`"shown":"${shown}"`)).length,
    ).toBeGreaterThan(2)

  for (const [who, session] of Object.entries(sessions)) {
    const [pages, others] = [
      await everyPage(twins[0], session, parameters),
      await everyPage(twins[1], session, parameters),
    ]
    // Receipts are of random messages.
    expect([who, differing(pages, others).filter((url) => !url.includes('receipts.json'))]).toEqual([who, []])
    for (const [url, page] of pages)
      if (url.includes('receipts.json')) expect(others.get(url)!.length).toBe(page.length)
    expect([who, compared(pages)]).toEqual([who, whatIsCompared(who)])
  }
  expect(twins[0].letters).toEqual(twins[1].letters)
})

/** Pages about answers that were opened and not refused, by how many groups. */
function compared(pages: Map<string, string>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [url, page] of pages) {
    const path = url.split(' ', 1)[0]!
    const isAboutAnswers = /^\/(rounds\/[^/]+\/|overview\/|heatmap\/|gaps\/|teams\/[^/]+\/agreement$)/.test(
      path,
    )
    if (!isAboutAnswers || statusOf(page) !== 200 || /progress|cancellation/.test(path)) continue
    const kind = path.replaceAll(/\/(?:[\w-]{22}|organisation)(?=\/|$)/g, '/*')
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

/** Teams each may read: their own and those above, what they lead; the organisation is open to everybody. */
const teamsRead: Record<string, number> = {
  administrator: 0,
  member: 2,
  pooled: 2,
  manager: 4,
  facilitator: 3,
}

function whatIsCompared(who: string): Record<string, number> {
  const round = { '/rounds/*/manifest.json': 1, '/rounds/*/receipts.json': 1, '/rounds/*/promise': 1 }
  if (who === 'anonymous') return round
  const teams = teamsRead[who]!
  const ofGroups = ['overview', 'heatmap', 'gaps'].flatMap((page) => {
    const name = page === 'overview' ? 'trends' : page
    return [`/${page}/*`, `/${page}/*/${name}.json`, `/${page}/*/${name}.csv`]
  })
  return {
    ...round,
    '/rounds/*/results': 1,
    '/rounds/*/cells.json': 1,
    '/rounds/*/cells.csv': 1,
    '/rounds/*/privacy': 1,
    ...Object.fromEntries(ofGroups.map((page) => [page, teams + 1])),
    ...(teams > 0 ? { '/rounds/*/results/*': teams, '/teams/*/agreement': teams } : {}),
  }
}

test('the same answers in another order give the same codes', async () => {
  const { safe: original, id } = await openCompany(teams)
  const addresses = [...tokensByAddress(original).keys()]
  await original.close()
  const random = seeded('two orders')
  const published: Awaited<ReturnType<typeof publishedOf>>[] = []
  for (let run = 0; run < 2; run++) {
    const safe = await live(original, one, random)
    await closeRound(await safe.signIn(administrator), id)
    published.push(await publishedOf(safe.context.config, id))
  }
  const [first, second] = published
  expect(first!.codes.length).toBeGreaterThan(10)
  expect(first!.receipts.length).toBe(addresses.length - 1)
  expect({ ...second!, receipts: [] }).toEqual({ ...first!, receipts: [] })
})
