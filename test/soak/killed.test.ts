import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { seeded } from '../helpers/attacks.ts'
import { killChildren } from '../helpers/process.ts'
import { CrashingPostgres, hasPostgres } from './crashing-postgres.ts'
import { Crowd } from './crowd.ts'
import { extent, soaking } from './extent.ts'
import { Site } from './site.ts'

vi.setConfig({ testTimeout: 900_000, hookTimeout: 60_000 })

/** Of a server on SQLite, and as many of two on PostgreSQL. */
const kills = extent(2, 50)
/** About as many as answer between two kills. */
const peopleEach = 30
/** The longest a server lives, and the longest a database is away, in milliseconds. */
const most = { life: 800, away: 1500 }

const random = seeded('killed at random moments')
let site: Site
let postgres: CrashingPostgres
beforeAll(async () => {
  if (hasPostgres && soaking) postgres = await CrashingPostgres.start()
})
afterEach(async () => {
  site.stop()
  await killChildren()
})
afterAll(async () => postgres?.stop())

/** Everybody answers while `disturb` does its worst, so many times; then what was acknowledged is compared with what was counted. */
async function answeredDespite(disturbances: number, disturb: (n: number) => Promise<void>) {
  const people = disturbances * peopleEach
  const { id, tokens } = await site.openRound({ Payments: people / 2, Ledger: people / 2 })
  const crowd = new Crowd(site.url, id, tokens)
  for (let n = 0; n < disturbances; n++) {
    await pause(random() * most.life)
    await disturb(n)
  }
  await crowd.done
  const { outcome } = await site.json('POST', `/rounds/${id}/closure`, {})
  expect(outcome).toMatchObject({ published: true, invited: people, ballots: people, spoiled: 0 })
  expect(await site.receipts(id)).toEqual([...crowd.receipts].sort())
}

async function killed(n: number) {
  await site.kill(n)
  await site.restart(n)
}

test('a server that is killed again and again while people answer loses and doubles nothing it acknowledged', async () => {
  site = await Site.start(1)
  await answeredDespite(kills, () => killed(0))
})

const onPostgresInSoak = hasPostgres && soaking ? test : () => {}

onPostgresInSoak(
  'nor do two servers on a database that crashes ten times, cuts its connections, and for a while can only be read',
  async () => {
    const url = await postgres.database()
    site = await Site.start(2, { DATABASE_URL: url })
    await answeredDespite(kills, async (n) => {
      if (n % 5 === 4) {
        await postgres.crash()
        await pause(random() * most.away)
        await postgres.comeBack()
      } else if (n % 10 === 3) {
        await postgres.onlyReads(true)
        await pause(random() * most.away)
        await postgres.onlyReads(false)
      }
      if (n % 10 === 6) await postgres.cutConnections()
      await killed(n % 2)
    })
  },
)
