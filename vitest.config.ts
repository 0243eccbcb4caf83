import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { defineConfig } from 'vitest/config'
import { inMemory } from './test/helpers/memory.ts'
import { freePort, postgresBinaries } from './test/helpers/postgres.ts'
import { isInstalled, proxies } from './test/machine/proxies.ts'

const browser = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const strict = process.env['CI'] !== undefined

function missing(what: string, how: string) {
  if (strict) throw new Error(`${what} is missing, and nothing is skipped in CI. ${how}`)
  console.warn(`\nSkipped: tests that need ${what}. ${how}\n`)
}

const hasPostgres = process.env['TEST_DATABASE_URL'] !== undefined || postgresBinaries() !== null
if (!hasPostgres)
  missing(
    'PostgreSQL',
    'Install it (Debian: apt-get install postgresql), or set TEST_DATABASE_URL to a server where databases may be made.',
  )
const hasBrowser = existsSync(browser)
if (!hasBrowser) missing('Chromium', 'Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.')

for (const proxy of proxies.filter((proxy) => !isInstalled(proxy)))
  missing(proxy, `Install it (Debian: apt-get install ${proxy}).`)

/** Everything that tests write lies in here, and goes with the run. */
const directory = mkdtempSync(join(inMemory(), 'safe-to-say-tests-'))
process.env['TEST_DIRECTORY'] = directory
process.once('exit', () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }))

/** Every round that closes starts a thread, which with a loader of its own takes four times as long. */
const tallyThread = join(directory, 'tally-thread.mjs')
process.env['TALLY_THREAD'] = tallyThread
buildSync({
  entryPoints: ['server/publishing/tally-worker.ts'],
  outfile: tallyThread,
  bundle: true,
  platform: 'node',
  format: 'esm',
})

/** Only what is stored differs between the databases: pure functions, attacks on them and the browser run once. */
const pure = [
  'test/disclosure/**',
  'test/sample/story.test.ts',
  'test/insights/verdict-*.test.ts',
  // Kills a whole server, whose database has to be its own.
  'test/attacks/kill.test.ts',
  'test/answering/**',
  'test/chat/addresses.test.ts',
  'test/chat/payloads.test.ts',
  'test/chat/sending.test.ts',
  'test/people/roster.test.ts',
  'test/people/difference.test.ts',
  'test/figures/reading.test.ts',
  'test/attacks/worlds.test.ts',
  'test/attacks/solver.test.ts',
  'test/house/**',
  // Opens an embedded database of its own.
  'test/questionnaire/upgrade.test.ts',
  'test/machine/**',
  // Starts servers of its own, on databases of its own.
  'test/soak/**',
  'test/results/who-looked.test.ts',
  'test/web/languages.test.ts',
]
/** SQLite has but one process, and no connections. */
const onPostgres = ['test/storage/processes.test.ts', 'test/storage/statements.test.ts']
const journeys = ['test/journeys/**/*.test.ts']
/** `npm run soak` takes long what `npm test` takes short. */
const testTimeout = process.env['SOAK'] === undefined ? 180_000 : 900_000
/** What is waited for comes in milliseconds, but behind a machine that is busy. */
const timeouts = { testTimeout, hookTimeout: 180_000, expect: { poll: { timeout: 15_000 } } }
/** Files of one worker share what they import, which takes longer than most of them; every test has a database of its own. */
const shared = { ...timeouts, isolate: false }
const postgresUrl =
  process.env['TEST_DATABASE_URL'] ?? `postgres://postgres@127.0.0.1:${await freePort()}/postgres`

const sqlite = {
  test: {
    ...shared,
    name: 'sqlite',
    include: ['test/**/*.test.ts'],
    exclude: [...journeys, ...onPostgres],
    // Tests that start processes start what `npm start` would; they run here alone.
    globalSetup: ['test/helpers/compile-setup.ts'],
  },
}
const postgres = {
  test: {
    ...shared,
    name: 'postgres',
    include: ['test/**/*.test.ts'],
    // What a retro leads to runs in a browser once more where this database stands behind it.
    exclude: [...(hasBrowser ? ['test/journeys/!(retro).test.ts'] : journeys), ...pure],
    globalSetup: ['test/helpers/postgres-setup.ts'],
    env: { DATABASE_URL: postgresUrl, CHROMIUM_PATH: browser },
  },
}
const chromium = {
  test: {
    ...shared,
    testTimeout: 240_000,
    name: 'journeys',
    include: journeys,
    env: { CHROMIUM_PATH: browser },
  },
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // Left to itself, vitest leaves one core idle, which on two cores is half of them.
  test: {
    maxWorkers: availableParallelism(),
    projects: [sqlite, ...(hasPostgres ? [postgres] : []), ...(hasBrowser ? [chromium] : [])],
  },
})
