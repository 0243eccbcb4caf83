import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { newSignInLink } from '#server/access/access.ts'
import { buildApp } from '#server/app.ts'
import type { Context } from '#server/context.ts'
import { Visitor } from '../helpers/app.ts'
import { filled, pageRoutes, type Parameters } from '../helpers/pages.ts'
import { openContext } from './company.ts'
import { seedScale, type Seeded } from './scale-company.ts'
import { linksOf, makeThings } from './scale-things.ts'

const times = 15
const milliseconds = 25
/** Before compression. */
const kilobytesOf = (path: string): number =>
  path.startsWith('/overview') ? 60 : /\/results|^\/heatmap/.test(path) ? 100 : 150

/**
 * Every page of an organisation of 2,000 teams and 60 rounds, as a manager of everything sees it, a member of a team,
 * and a phone on a board. With `BENCH_DATA` the organisation is kept in that directory, and used again.
 */
export async function benchScale(database: string, url: string | undefined): Promise<void> {
  // The tables of a process are of one database, chosen when they are imported: SQLite's here.
  if (url) return
  console.log(`\n${database}: scale`)
  const directory = process.env['BENCH_DATA'] ?? mkdtempSync(join(tmpdir(), 'safe-to-say-scale-'))
  const context = await openContext(directory)
  const app = await buildApp(context, {})
  const seeded = await organisationIn(directory, context, app)
  const ids = { ...(await linksOf(context, seeded)), ...seeded.ids }
  const routes = pageRoutes({ app }).filter((route) => !endless.test(route))
  const opened = new Set<string>()
  for (const [who, visitor] of [
    ['manager', await signedIn(app, context, seeded.manager)],
    ['member', await signedIn(app, context, seeded.member)],
    ['phone', await seated(app, ids)],
  ] as const) {
    console.log(`  ${who}`)
    for (const route of routes)
      for (const path of filled(route, parametersOf(ids)))
        if (await measure(visitor, path, ids)) opened.add(route)
  }
  console.log(`  not opened: ${routes.filter((route) => !opened.has(route)).join(' ')}`)
  await app.close()
  await context.store.close()
}

async function organisationIn(directory: string, context: Context, app: FastifyInstance): Promise<Seeded> {
  const file = join(directory, 'seeded.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const began = performance.now()
  const seeded = await seedScale(context)
  const manager = await signedIn(app, context, seeded.manager)
  Object.assign(seeded.ids, await makeThings(seeded, manager, await seated(app, seeded.ids)))
  console.log(`  seeded in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  writeFileSync(file, JSON.stringify(seeded))
  return seeded
}

async function signedIn(app: FastifyInstance, context: Context, email: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  const link = await newSignInLink(context, email)
  await visitor.post(new URL(link!, context.config.PUBLIC_URL).pathname, {})
  return visitor
}

async function seated(app: FastifyInstance, { code }: Seeded['ids']): Promise<Visitor> {
  const device = new Visitor(app)
  const joining = await device.get(`/join/${code}`)
  await device.get(joining.headers.location!)
  return device
}

/** Streams. */
const endless = /\/events$/
const groups = ['organisation', 'division', 'team', 'pooled']

function parametersOf(ids: Seeded['ids']): Parameters {
  const named = (...names: string[]) => names.map((name) => ids[name]!)
  return {
    overview: named(...groups),
    gaps: named(...groups),
    heatmap: named(...groups),
    results: named(...groups.slice(1)),
    teams: named('team', 'division'),
    rounds: named('latest', 'open', 'scheduled'),
    boards: named('board', 'record'),
    cards: named('card'),
    actions: named('action'),
    annotations: named('annotation'),
    people: named('person'),
    questions: ['ai-trust'],
    imports: named('rosterImport', 'figuresImport'),
    connectors: named('connector'),
    measures: named('measure'),
    channels: named('channel'),
    'sign-in': named('signIn'),
    reminders: named('reminder'),
  }
}

/** One line for what can be opened: `!` over an aim, median and fastest in ms, size in KB. Returns whether it could. */
async function measure(visitor: Visitor, path: string, ids: Seeded['ids']): Promise<boolean> {
  const taken: number[] = []
  const until = performance.now() + 10_000
  const ask = () => visitor.get(path, { accept: 'text/html' })
  let answer = await ask()
  if (answer.statusCode !== 200) return false
  for (let n = 0; n < times && performance.now() < until; n++) {
    const began = performance.now()
    answer = await ask()
    taken.push(performance.now() - began)
  }
  taken.sort((a, b) => a - b)
  const median = taken[Math.floor(taken.length / 2)]!
  const kilobytes = answer.rawPayload.length / 1024
  const isPage = answer.headers['content-type']?.toString().startsWith('text/html')
  const isOver = isPage && (median > milliseconds || kilobytes > kilobytesOf(path))
  const cells = [
    isOver ? '!' : ' ',
    median.toFixed(1).padStart(8),
    taken[0]!.toFixed(1).padStart(8),
    kilobytes.toFixed(0).padStart(7),
    Object.entries(ids).reduce((named, [name, id]) => named.replaceAll(id, name), path),
  ]
  console.log(`  ${cells.join(' ')}`)
  return true
}
