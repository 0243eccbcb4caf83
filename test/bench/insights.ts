import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, inArray } from 'drizzle-orm'
import fastify, { type FastifyInstance } from 'fastify'
import { newSignInLink, setUp } from '#server/access/access.ts'
import { buildApp } from '#server/app.ts'
import { systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import type { Context } from '#server/context.ts'
import { openKeys } from '#server/keys.ts'
import { openStore, type Store } from '#server/storage/index.ts'
import { newId } from '#server/storage/identifier.ts'
import { leaderships, people, soughtBy, teams } from '#server/storage/schema/people.ts'
import { sums } from '#server/storage/schema/publishing.ts'
import { rounds } from '#server/storage/schema/rounds.ts'
import { Visitor } from '../helpers/app.ts'
import { publishRound } from '../helpers/published.ts'

const divisions = 20
const unitsEach = 25
const months = 24
const times = 40

/** 500 units, 24 rounds and the whole questionnaire, about 360,000 codes: pages against a route that reads the same rows. */
export async function benchInsights(database: string, url: string | undefined): Promise<void> {
  // The tables of a process are of one database, chosen when they are imported: SQLite's here.
  if (url) return
  console.log(`\n${database}: insights`)
  const directory = mkdtempSync(join(tmpdir(), 'safe-to-say-insights-'))
  const config = readConfig({
    NODE_ENV: 'test',
    PUBLIC_URL: 'http://localhost:3000',
    DATA_DIR: join(directory, 'data'),
    KEY_DIR: join(directory, 'keys'),
  })
  const store = await openStore(config)
  const post = { async send() {}, async forget() {}, close() {} }
  const context: Context = {
    config,
    store,
    keys: openKeys(config.KEY_DIR),
    clock: systemClock,
    post,
    wake() {},
  }
  const app = await buildApp(context, {})
  const company = await found(context)
  const codes = await publishRounds(store, company)
  console.log(`  ${codes} codes in ${months} rounds of ${company.units.length} units`)

  const visitor = new Visitor(app)
  const link = await newSignInLink(context, company.manager)
  await visitor.post(new URL(link!, config.PUBLIC_URL).pathname, {})
  const bare = await bareRoute(store, company)
  for (const group of ['organisation', company.divisions[0]!])
    for (const page of ['overview', 'heatmap', 'gaps'])
      await compare(
        `${page} of ${group === 'organisation' ? group : 'a division'}`,
        visitor,
        `/${page}/${group}`,
        bare,
        group,
      )
  await app.close()
  await bare.close()
  await store.close()
}

interface Company {
  manager: string
  divisions: string[]
  units: { teamId: string; path: string[] }[]
}

/** A manager of everything, and teams of ten. */
async function found(context: Context): Promise<Company> {
  const manager = 'manager@example.com'
  const by = await setUp(context, { organisation: 'Bench', timeZone: 'UTC', name: 'Manager', email: manager })
  const root = newId()
  const above = Array.from({ length: divisions }, () => newId())
  const units = above.flatMap((division) =>
    Array.from({ length: unitsEach }, () => ({ teamId: newId(), path: [root, division] })),
  )
  await context.store.write(async (tx) => {
    await tx.insert(teams).values({ id: root, name: 'Everything', parentId: null })
    await tx.insert(teams).values(above.map((id, n) => ({ id, name: `Division ${n}`, parentId: root })))
    for (const { teamId, path } of units)
      await tx.insert(teams).values({ id: teamId, name: `Team ${teamId.slice(0, 4)}`, parentId: path[1]! })
    await tx.insert(leaderships).values({ personId: by, teamId: root, role: 'manager' })
    const email = 'member@example.com'
    const person = { id: newId(), email, name: null, sought: soughtBy(null, email), teamId: units[0]!.teamId }
    await tx.insert(people).values({ ...person, answers: true, administrator: false })
  })
  return { manager, divisions: above, units }
}

/** Answers wander, so that codes differ. */
async function publishRounds(store: Store, { units }: Company): Promise<number> {
  let codes = 0
  for (let n = 0; n < months; n++)
    codes += await publishRound(store, {
      closesAt: new Date(Date.UTC(2024, 10 + n, 20)),
      units: units.map((unit) => ({ ...unit, invited: 10 })),
      histogram: ({ key, bands }, ballots, unit) =>
        answers(key, bands, ballots, `${unit} ${Math.floor(n / 3)}`),
    })
  return codes
}

function answers(key: string, bands: string[], ballots: number, seed: string): number[] {
  const histogram = bands.map(() => 0)
  for (let person = 0; person < ballots; person++) {
    const digest = createHash('sha256').update(`${key} ${person} ${seed}`).digest()
    histogram[digest[0]! % bands.length]! += 1
  }
  return histogram
}

/** Reads the rows that the page rests on, and sends them as they are. */
async function bareRoute(store: Store, company: Company): Promise<FastifyInstance> {
  const bare = fastify()
  const ids = (await store.read.select({ id: rounds.id }).from(rounds)).map(({ id }) => id)
  bare.get<{ Params: { page: string; group: string } }>('/:page/:group', async (request) => {
    const { page, group } = request.params
    if (page === 'heatmap') {
      const below =
        group === 'organisation'
          ? company.divisions
          : company.units.slice(0, unitsEach).map(({ teamId }) => teamId)
      return store.read
        .select()
        .from(sums)
        .where(and(eq(sums.roundId, ids.at(-1)!), inArray(sums.teamId, below)))
    }
    return store.read
      .select()
      .from(sums)
      .where(and(inArray(sums.roundId, ids.slice(-13)), eq(sums.teamId, group)))
  })
  await bare.ready()
  return bare
}

async function compare(name: string, visitor: Visitor, url: string, bare: FastifyInstance, group: string) {
  const ours = await median(async () => {
    const { statusCode } = await visitor.get(url)
    if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`)
  })
  const ceiling = await median(() => bare.inject({ method: 'GET', url: `/${url.split('/')[1]}/${group}` }))
  console.log(
    `  ${name}: ${ours.toFixed(1)} ms, bare ${ceiling.toFixed(1)} ms, ratio ${(ceiling / ours).toFixed(2)}`,
  )
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const measured: number[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    await work()
    measured.push(performance.now() - began)
  }
  return measured.sort((a, b) => a - b)[Math.floor(times / 2)]!
}
