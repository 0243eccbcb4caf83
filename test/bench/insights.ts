import { mkdtempSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, inArray } from 'drizzle-orm'
import fastify, { type FastifyInstance } from 'fastify'
import { newSignInLink } from '#server/access/access.ts'
import { buildApp } from '#server/app.ts'
import type { Store } from '#server/storage/index.ts'
import { sums } from '#server/storage/schema/publishing.ts'
import { rounds } from '#server/storage/schema/rounds.ts'
import { Visitor } from '../helpers/app.ts'
import { bringFigures, foundCompany, openContext, publishMonth, type Company } from './company.ts'

const divisions = 20
const unitsEach = 25
const months = 24
const times = 100

/** 500 units, 24 rounds and the whole questionnaire, 420,000 codes: pages against a route that reads the same rows. */
export async function benchInsights(database: string, url: string | undefined): Promise<void> {
  // The tables of a process are of one database, chosen when they are imported: SQLite's here.
  if (url) return
  console.log(`\n${database}: insights`)
  const context = await openContext(mkdtempSync(join(tmpdir(), 'safe-to-say-insights-')))
  const { config, store } = context
  const app = await buildApp(context, {})
  const company = await foundCompany(context, divisions, unitsEach)
  const reporting = company.units.map(({ teamId, path }) => ({ teamIds: [teamId], path, invited: 10 }))
  let codes = 0
  for (let n = 0; n < months; n++) codes += await publishMonth(store, reporting, n)
  const figures = await bringFigures(store, company, months)
  console.log(
    `  ${codes} codes in ${months} rounds of ${company.units.length} units, ${figures} figures beside them`,
  )

  const visitor = new Visitor(app)
  const link = await newSignInLink(context, company.manager.email)
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
