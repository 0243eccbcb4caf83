import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { freePort, postgresBinaries, startPostgres, type Cluster } from '../helpers/postgres.ts'
import { Child, killChildren } from '../helpers/process.ts'
import { temporaryDirectory } from '../helpers/store.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const binaries = postgresBinaries()
if (!binaries && process.env['CI']) throw new Error('PostgreSQL is missing, and nothing is skipped in CI')
const withPostgres = test.skipIf(!binaries)

let cluster: Cluster
let origin: string
beforeAll(async () => {
  if (!binaries) return
  const port = await freePort()
  origin = `postgres://postgres@127.0.0.1:${port}`
  cluster = await startPostgres(binaries, port)
})
afterAll(async () => cluster?.stop())
afterEach(killChildren)

async function emptyDatabase(name: string): Promise<string> {
  await asked(`${origin}/postgres`, `create database ${name}`)
  return `${origin}/${name}`
}

async function asked(url: string, query: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(query)
  await client.end()
  return rows
}

async function server(DATABASE_URL: string): Promise<{ child: Child; url: string }> {
  const PORT = String(await freePort())
  const directory = temporaryDirectory()
  const child = new Child('main', {
    DATABASE_URL,
    PORT,
    DATA_DIR: join(directory, 'data'),
    KEY_DIR: join(directory, 'keys'),
  })
  return { child, url: `http://localhost:${PORT}` }
}

/** Begins one import after another until told to stop; the ids of those that were acknowledged. */
function asking(url: string) {
  const acknowledged: string[] = []
  const statuses = new Set<number>()
  let isOver = false
  const one = async (who: number) => {
    for (let n = 0; !isOver; n++) {
      const email = `person${who}-${n}@acme.example`
      const answer = await fetch(`${url}/roster/imports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url, cookie },
        body: JSON.stringify({ roster: `email,team\n${email},Eng` }),
      }).catch(() => null)
      if (!answer) continue
      statuses.add(answer.status)
      if (answer.status === 200) acknowledged.push(((await answer.json()) as { id: string }).id)
      else await answer.text()
    }
  }
  const all = Promise.all(Array.from({ length: 8 }, (_, who) => one(who)))
  return {
    acknowledged,
    statuses,
    async stop() {
      isOver = true
      await all
    },
  }
}
let cookie = ''

async function setUp(url: string, child: Child) {
  const answer = await fetch(`${url}/setup`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({
      token: /#(\S+)/.exec(child.out)![1],
      organisation: 'Acme',
      timeZone: 'UTC',
      email: 'dana@acme.example',
    }),
  })
  cookie = answer.headers.get('set-cookie')!.split(';')[0]!
}

const healthOf = async (url: string) => (await fetch(`${url}/health`).catch(() => null))?.status

withPostgres(
  'a database that dies under writes and comes back loses nothing that was acknowledged, and no server dies with it',
  async () => {
    const url = await emptyDatabase('crashed')
    const started = await server(url)
    await started.child.prints('Safe to Say is at')
    await started.child.prints('Set up:')
    await setUp(started.url, started.child)
    const writers = asking(started.url)
    while (writers.acknowledged.length < 40) await pause(20)

    for (const away of [500, 2500]) {
      await cluster.crash()
      await pause(away)
      expect(await healthOf(started.url)).toBe(503)
      await cluster.start()
      const before = writers.acknowledged.length
      while (writers.acknowledged.length < before + 40) await pause(20)
    }
    await writers.stop()
    expect(await healthOf(started.url)).toBe(200)
    expect([...writers.statuses].sort()).toEqual([200, 503])
    const kept = new Set((await asked(url, 'select id from roster_imports')).map(({ id }) => id))
    expect(writers.acknowledged.filter((id) => !kept.has(id))).toEqual([])
    started.child.signal('SIGTERM')
    expect((await started.child.ended).code).toBe(0)
  },
)

withPostgres('servers that start together on an empty database all start', async () => {
  const url = await emptyDatabase('together')
  const servers = await Promise.all([server(url), server(url), server(url)])
  await Promise.all(servers.map(({ child }) => child.prints('Safe to Say is at')))
  for (const { child, url: at } of servers) {
    expect(await healthOf(at)).toBe(200)
    expect(child.err).toBe('')
  }
  const [{ questions }] = await asked(url, 'select count(*)::int as questions from questions')
  expect(questions).toBeGreaterThan(10)
})
