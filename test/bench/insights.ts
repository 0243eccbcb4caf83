import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, inArray } from 'drizzle-orm'
import fastify, { type FastifyInstance } from 'fastify'
import { newSignInLink, setUp } from '#server/access/access.ts'
import { buildApp } from '#server/app.ts'
import { systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import type { Context } from '#server/context.ts'
import { adoptionBands } from '#server/figures/adoption.ts'
import { measures } from '#server/figures/measures.ts'
import { saveFigures } from '#server/figures/saving.ts'
import { openKeys } from '#server/keys.ts'
import { add } from '#server/disclosure/add.ts'
import { code } from '#server/disclosure/code.ts'
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
const times = 100
const closeOf = (n: number) => new Date(Date.UTC(2024, 10 + n, 20))
const monthOf = (n: number) => closeOf(n).toISOString().slice(0, 7)

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
  const figures = await bringFigures(store, company)
  console.log(
    `  ${codes} codes in ${months} rounds of ${company.units.length} units, ${figures} figures beside them`,
  )

  const visitor = new Visitor(app)
  const link = await newSignInLink(context, company.manager)
  await visitor.post(new URL(link!, config.PUBLIC_URL).pathname, {})
  const bare = await bareRoute(store, company)
  const cookie = `session=${visitor.cookie('session')}`
  const [ours, theirs] = [await timed(app, { cookie }), await timed(bare, {})]
  for (const group of ['organisation', company.divisions[0]!])
    for (const page of ['overview', 'heatmap', 'gaps'])
      await compare(
        `${page} of ${group === 'organisation' ? group : 'a division'}`,
        `/${page}/${group}`,
        ours,
        theirs,
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
      closesAt: closeOf(n),
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

/** Adoption and every measure of delivery for each group and month. Returns how many. */
async function bringFigures(store: Store, { divisions, units }: Company): Promise<number> {
  const groups = ['organisation', ...divisions, ...units.map(({ teamId }) => teamId)]
  let figures = 0
  for (let n = 0; n < months; n++) {
    const about = { month: monthOf(n), threshold: 5, source: 'bench' }
    const sum = add([code([2 + (n % 3), 6 - (n % 3)], adoptionBands, 5)], adoptionBands)
    const sums = groups.map((teamId) => ({ teamId, sum, pooledAs: null }))
    const values = groups.flatMap((teamId) =>
      measures.map(({ id: measure }) => ({ teamId, measure, value: 10 + n, standsFor: null })),
    )
    await store.write(async (tx) => {
      await saveFigures(
        tx,
        { kind: 'adoption', ...about, seats: 'file', days: 30, classes: [], sums },
        closeOf(n),
      )
      await saveFigures(tx, { kind: 'delivery', ...about, values }, closeOf(n))
    })
    figures += sums.length + values.length
  }
  return figures
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

async function compare(name: string, path: string, ours: Timed, theirs: Timed) {
  const [page, bare] = [await median(ours, path), await median(theirs, path)]
  console.log(
    `  ${name}: ${page.toFixed(1)} ms, bare ${bare.toFixed(1)} ms, ratio ${(bare / page).toFixed(2)}`,
  )
}

/** Milliseconds from when the server has a request until it has handed over the whole answer. */
type Timed = (path: string) => Promise<number>

async function timed(app: FastifyInstance, headers: Record<string, string>): Promise<Timed> {
  let took = 0
  app.server.prependListener('request', (_request: unknown, response: ServerResponse) => {
    const began = performance.now()
    response.once('finish', () => (took = performance.now() - began))
  })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  return async (path) => {
    const answer = await fetch(origin + path, { headers })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    return took
  }
}

async function median(ask: Timed, path: string): Promise<number> {
  for (let n = 0; n < times; n++) await ask(path)
  const measured: number[] = []
  for (let n = 0; n < times; n++) measured.push(await ask(path))
  return measured.sort((a, b) => a - b)[Math.floor(times / 2)]!
}
