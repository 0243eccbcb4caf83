import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newSignInLink } from '#server/access/access.ts'
import { buildApp } from '#server/app.ts'
import type { Context } from '#server/context.ts'
import { Visitor } from '../helpers/app.ts'
import { addresses, type Parameters } from '../helpers/pages.ts'
import { openContext } from './company.ts'
import { seedScale, type Seeded } from './scale-company.ts'

const times = 15
const aims = { milliseconds: 25, kilobytes: 150 }

/**
 * Every page of an organisation of 2,000 teams and 60 rounds, as a manager of everything sees it. With `BENCH_DATA`
 * the organisation is kept in that directory, and used again.
 */
export async function benchScale(database: string, url: string | undefined): Promise<void> {
  // The tables of a process are of one database, chosen when they are imported: SQLite's here.
  if (url) return
  console.log(`\n${database}: scale`)
  const directory = process.env['BENCH_DATA'] ?? mkdtempSync(join(tmpdir(), 'safe-to-say-scale-'))
  const context = await openContext(directory)
  const app = await buildApp(context, {})
  const seeded = await organisationIn(directory, context)
  const visitor = new Visitor(app)
  const link = await newSignInLink(context, seeded.manager)
  await visitor.post(new URL(link!, context.config.PUBLIC_URL).pathname, {})
  for (const path of addresses({ app }, parametersOf(seeded)).filter((one) => !endless.test(one)))
    await measure(visitor, path, seeded)
  await app.close()
  await context.store.close()
}

async function organisationIn(directory: string, context: Context): Promise<Seeded> {
  const file = join(directory, 'seeded.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const began = performance.now()
  const seeded = await seedScale(context)
  console.log(`  seeded in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  writeFileSync(file, JSON.stringify(seeded))
  return seeded
}

/** Streams. */
const endless = /\/events$/
const groups = ['organisation', 'division', 'team', 'pooled']

function parametersOf({ ids }: Seeded): Parameters {
  const named = (...names: string[]) => names.map((name) => ids[name]!)
  return {
    overview: named(...groups),
    gaps: named(...groups),
    heatmap: named(...groups),
    results: named(...groups.slice(1)),
    teams: named('team', 'division'),
    rounds: named('latest', 'open', 'scheduled'),
    boards: named('board', 'record'),
    actions: named('action'),
    people: named('person'),
    questions: ['ai-trust'],
  }
}

/** One line for what can be opened: `!` over an aim, median in ms, size in KB. */
async function measure(visitor: Visitor, path: string, { ids }: Seeded) {
  const taken: number[] = []
  const until = performance.now() + 10_000
  const ask = () => visitor.get(path, { accept: 'text/html' })
  let answer = await ask()
  if (answer.statusCode !== 200) return
  for (let n = 0; n < times && performance.now() < until; n++) {
    const began = performance.now()
    answer = await ask()
    taken.push(performance.now() - began)
  }
  const median = taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)]!
  const kilobytes = answer.rawPayload.length / 1024
  const isPage = answer.headers['content-type']?.toString().startsWith('text/html')
  const isOver = isPage && (median > aims.milliseconds || kilobytes > aims.kilobytes)
  const cells = [
    isOver ? '!' : ' ',
    median.toFixed(1).padStart(8),
    kilobytes.toFixed(0).padStart(7),
    Object.entries(ids).reduce((named, [name, id]) => named.replaceAll(id, name), path),
  ]
  console.log(`  ${cells.join(' ')}`)
}
