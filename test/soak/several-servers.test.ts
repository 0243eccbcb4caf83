import { setTimeout as pause } from 'node:timers/promises'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Listener } from '../helpers/events.ts'
import { killChildren } from '../helpers/process.ts'
import { CrashingPostgres, hasPostgres } from './crashing-postgres.ts'
import { Crowd } from './crowd.ts'
import { extent } from './extent.ts'
import { Site } from './site.ts'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 })
const withPostgres = hasPostgres ? test : () => {}

const people = Number(process.env['SEVERAL_PEOPLE'] ?? extent(200, 2000))
const teamSize = 50
const teams = Object.fromEntries(
  Array.from({ length: people / teamSize }, (_, n) => [`Team ${n} of many`, teamSize] as const),
)

let postgres: CrashingPostgres
let site: Site
beforeAll(async () => {
  if (hasPostgres) postgres = await CrashingPostgres.start()
})
beforeEach(async () => {
  if (hasPostgres) site = await Site.start(2, { DATABASE_URL: await postgres.database() })
})
afterEach(async () => {
  site?.stop()
  await killChildren()
})
afterAll(async () => postgres?.stop())

withPostgres(
  'with every connection cut, one of two servers killed and the database crashed while everybody answers, every acknowledged ballot is counted once',
  async () => {
    const { id, tokens } = await site.openRound(teams)
    const began = performance.now()
    const crowd = new Crowd(site.url, id, tokens)
    await crowd.reaches(people / 4)
    await postgres.cutConnections()
    await crowd.reaches((people * 3) / 8)
    await site.kill(0)
    await crowd.reaches(people / 2)
    await postgres.crash()
    await pause(1500)
    await postgres.comeBack()
    await site.restart(0)
    await crowd.done
    const answered = performance.now()
    expect([...crowd.statuses].sort()).toEqual([200, 204, 502, 503])

    const { outcome } = await site.json('POST', `/rounds/${id}/closure`, {})
    expect(outcome).toMatchObject({ published: true, ballots: people, spoiled: 0 })
    expect(await site.receipts(id)).toEqual([...crowd.receipts].sort())
    expect(readdirSync(join(site.keys, 'rounds'))).toEqual([])
    const [answering, closing] = [answered - began, performance.now() - answered]
    console.info(`${people} answered in ${seconds(answering)}, closed in ${seconds(closing)}`)
  },
)

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

withPostgres(
  'a board is followed from phones on both servers, and guesses of its code are counted together',
  async () => {
    const led = 'email,team,role,facilitates\ndana@acme.example,Payments,admin;facilitator,Payments\n'
    await site.importRoster(led)
    const page = await fetch(`${site.url}/boards`, { headers: { cookie: site.cookie } })
    const team = /<option value="([\w-]{22})"/.exec(await page.text())![1]!
    const board = await site.json('POST', '/boards', { team })
    const at = `/boards/${board.id}`

    const phones = await Promise.all(
      [0, 1].map(async (n) => {
        const seat = await fetch(`${site.at(n)}${at}/seat?code=${board.code}`, { redirect: 'manual' })
        const cookie = seat.headers.get('set-cookie')!.split(';')[0]!
        return { n, cookie, hears: new Listener(`${site.at(n)}${at}/seat/events`, cookie) }
      }),
    )
    await Promise.all(phones.map(({ hears }) => hears.hears('0 cards')))
    for (const [written, { n, cookie }] of phones.entries()) {
      const from = phones.map(({ hears }) => hears.received.length)
      await fetch(`${site.at(n)}${at}/cards`, {
        method: 'POST',
        headers: { cookie, origin: site.url, 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'A card', column: 0 }),
      })
      // Well before a process would look by itself.
      const heard = new RegExp(`${written + 1} cards? `)
      await Promise.all(phones.map(({ hears }, m) => hears.hears(heard, from[m], 1500)))
    }
    phones.forEach(({ hears }) => hears.close())

    const guess = async (n: number) =>
      (await fetch(`${site.url}/join/GUESS${n}`, { redirect: 'manual' })).status
    const told: number[] = []
    for (let n = 0; n < 34; n++) told.push(await guess(n))
    expect(told.filter((status) => status === 422)).toHaveLength(30)
    expect(told.slice(-2)).toEqual([429, 429])
  },
)
