import { collectDefaultMetrics, Registry } from 'prom-client'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { people } from '#server/storage/schema/people.ts'
import { tokensByAddress } from '../helpers/answering.ts'
import type { TestApp } from '../helpers/app.ts'
import { copyOf, openCompany, rated, respondents, startOn } from '../helpers/attacks.ts'
import {
  addresses,
  differing,
  everyPage,
  sessionsOf,
  statusOf,
  teamIds,
  type Parameters,
  type Sessions,
} from '../helpers/pages.ts'

/** What can be seen while a round is open, by whoever may see most. */
const teams = { 'Eng / Payments': 8, 'Eng / Ledger': 7, Support: 7 }
const leaders = [
  'lead@acme.example,Eng,Lead,manager,Eng,',
  'guide@acme.example,Support,Guide,facilitator,,Eng / Payments',
]
const roles = {
  member: 'payments1@acme.example',
  manager: 'lead@acme.example',
  facilitator: 'guide@acme.example',
}

const METRICS_TOKEN = 'a-token-for-whoever-watches-the-server'

let original: TestApp
let id: string
let sessions: Sessions
let parameters: Parameters
beforeAll(async () => {
  const company = await openCompany(teams, leaders)
  original = company.safe
  id = company.id
  sessions = await sessionsOf(original, roles)
  const [first, second] = await original.context.store.read.select({ id: people.id }).from(people)
  const results = [...(await teamIds(original)).values()]
  const groups = ['organisation', ...results]
  const insights = { overview: groups, heatmap: groups, gaps: groups, teams: results }
  parameters = { ...insights, rounds: [id], results, people: [first!.id, second!.id], questions: ['stress'] }
  await original.close()
})

let running: TestApp[] = []
afterEach(() => Promise.all(running.splice(0).map((safe) => safe.stop())))

async function watched() {
  const safe = await startOn({ ...(await copyOf(original.context.config)), METRICS_TOKEN }, original)
  running.push(safe)
  return safe
}

/** As a monitor asks for them, every few seconds if it likes. */
async function scraped(safe: TestApp): Promise<string> {
  const { statusCode, body } = await safe
    .visitor()
    .get('/metrics', { authorization: `Bearer ${METRICS_TOKEN}` })
  expect([statusCode, body]).toEqual([200, expect.stringContaining('safe_to_say_rounds{state="open"} 1')])
  return body
}

async function seenBy(safe: TestApp, sessions: Sessions) {
  const all = new Map<string, string>([['monitor: /metrics', `[200]\n${await scraped(safe)}`]])
  for (const [who, session] of Object.entries(sessions))
    for (const [url, page] of await everyPage(safe, session, parameters)) all.set(`${who}: ${url}`, page)
  return all
}

test('nothing that anybody can ask for moves while somebody answers', async () => {
  const safe = await watched()
  const before = await seenBy(safe, sessions)
  expect(before.size).toBeGreaterThan(addresses(safe, parameters).length * 5)
  const [person] = (await respondents(safe, ['payments2@acme.example'])).values()
  await person!.answer(rated(4))
  expect(differing(before, await seenBy(safe, sessions))).toEqual([])
})

test('what metrics of a process usually hold is left out of these, since one answer moves it', async () => {
  const safe = await watched()
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const usual = () => registry.getMetricsAsJSON()
  const answerOnce = async () => {
    const [person] = (await respondents(safe, ['payments2@acme.example'])).values()
    await person!.answer(rated(4))
  }
  const before = { usual: await usual(), scraped: await scraped(safe) }
  await answerOnce()
  const [moved, same] = [await usual(), await scraped(safe)]
  expect(moved).not.toEqual(before.usual)
  expect(same).toBe(before.scraped)
  for (const { name } of moved) expect(same).not.toContain(name)
})

test('nor does a monitor see that somebody asked for a link of their own, invited or not, mailed or not', async () => {
  const safe = await watched()
  await safe.minute()
  const before = await scraped(safe)
  for (const email of ['payments2@acme.example', 'nobody@acme.example'])
    await safe.visitor().post('/own-link', { email })
  expect(await scraped(safe)).toBe(before)
  await safe.minute()
  expect(await scraped(safe)).toBe(before)
})

test('no page tells who is missing: one person answered, or everybody but that person', async () => {
  const somebody = 'ledger3@acme.example'
  const worlds = []
  for (const alone of [true, false]) {
    const world = await watched()
    const who = [...tokensByAddress(world).keys()].filter((address) => (address === somebody) === alone)
    for (const person of (await respondents(world, who)).values()) await person.answer(rated(4))
    const mailed = world.letters.length
    const pages = await seenBy(world, {
      administrator: sessions['administrator'],
      manager: sessions['manager'],
    })
    // Days go by, with whatever is mailed in them.
    for (let hours = 0; hours < 7 * 24; hours += 12) {
      await world.minute()
      world.clock.advance(12 * 60 * 60 * 1000)
    }
    const letters = world.letters.slice(mailed).map(({ to, subject, text }) => `${to}: ${subject}\n${text}`)
    worlds.push({
      pages,
      later: await everyPage(world, sessions['administrator'], parameters),
      metrics: await scraped(world),
      letters: letters.sort(),
    })
  }
  const [alone, rest] = worlds
  expect(differing(alone!.pages, rest!.pages)).toEqual([])
  expect(differing(alone!.later, rest!.later)).toEqual([])
  expect(alone!.letters).toEqual(rest!.letters)
  expect(alone!.metrics).toBe(rest!.metrics)
  const read = [...alone!.pages].filter(([, page]) => statusOf(page) === 200)
  expect(read.length).toBeGreaterThan(40)
})

test('before the close there is no result, list or receipt for anybody', async () => {
  const safe = await watched()
  for (const person of (await respondents(safe)).values()) await person.answer(rated(2))
  const early = async () => {
    for (const [who, session] of Object.entries(sessions)) {
      const results = await everyPage(
        safe,
        session,
        parameters,
        /^.rounds.*\/(results|cells|receipts|privacy)/,
      )
      expect(results.size).toBeGreaterThan(7)
      for (const [url, page] of results)
        expect([who, url, statusOf(page)]).toEqual([
          who,
          url,
          expect.toSatisfy((status) => [303, 401, 403, 404].includes(status)),
        ])
    }
  }
  await early()
  // Nor once its time is over and it cannot be closed.
  await safe.context.keys.destroy(`rounds/${id}`)
  safe.clock.advance(9 * 24 * 60 * 60 * 1000)
  await safe.minute()
  await early()
})
