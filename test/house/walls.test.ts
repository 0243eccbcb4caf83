import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { floors } from './rooms.js'

const violations: [promise: string, file: string, source: string][] = [
  [
    'a view cannot reach the server',
    'views/planted.tsx',
    "import { newId } from '../server/storage/identifier.ts'\nexport const id = newId()\n",
  ],
  [
    'people/ cannot reach rounds/, which stands after it',
    'server/people/planted.ts',
    "import { allRounds } from '../rounds/rounds.ts'\nexport const all = allRounds\n",
  ],
  [
    'rounds/ reaches people/ through its verbs alone',
    'server/rounds/planted.ts',
    "import { teamPaths } from '../people/queries.ts'\nexport const paths = teamPaths\n",
  ],
  [
    'what is disclosed is decided without a database',
    'server/disclosure/planted.ts',
    "import type { Store } from '../storage/index.ts'\nexport const close = (store: Store) => store.close()\n",
  ],
  [
    'not even a type comes from a room above',
    'server/storage/planted.ts',
    "import type { Viewer } from '../access/access.ts'\nexport const id = (viewer: Viewer) => viewer.id\n",
  ],
  [
    'two rooms of one floor do not know each other',
    'server/publishing/planted.ts',
    "import { isPublished } from '../results/results.ts'\nexport const published = isPublished\n",
  ],
  [
    'a file in no room is noticed',
    'server/planted/planted.ts',
    "import { newId } from '../storage/identifier.ts'\nexport const id = newId\n",
  ],
  [
    'no room speaks a language of its own accord',
    'server/web/planted.ts',
    "import { en } from '#views/messages/en/index.ts'\nexport const text = en.product\n",
  ],
  [
    'nor does a view',
    'views/planted.tsx',
    "import { en } from './messages/en/index.ts'\nexport const text = en.product\n",
  ],
  [
    'a verb knows no views',
    'server/rounds/planted.ts',
    "import { RoundsPage } from '#views/rounds/rounds.tsx'\nexport const page = RoundsPage\n",
  ],
  [
    'a verb names what a view shows, and knows no view for it',
    'server/retro/board/planted.ts',
    "import { topicName } from '#views/retro/board/props.ts'\nexport const name = topicName\n",
  ],
  [
    'a verb knows no Fastify',
    'server/rounds/planted.ts',
    "import fastify from 'fastify'\nexport const app = fastify()\n",
  ],
  [
    'nobody but answering/ and publishing/ reaches ballots',
    'server/rounds/planted.ts',
    "import { ballots } from '../storage/schema/ballots.ts'\nexport const all = ballots\n",
  ],
  [
    'a forgotten await on a change of the database is found',
    'server/rounds/planted.ts',
    "import type { Writes } from '../storage/index.ts'\nimport { rounds } from '../storage/schema/rounds.ts'\nexport const forget = (tx: Writes) => {\n  tx.delete(rounds)\n}\n",
  ],
]

/** All planted together, each under a name of its own, since the lint takes longer to start than to look. */
const planted = violations.map(([promise, file, source], n) => ({
  promise,
  file: file.replace('planted.', `planted-${n}.`),
  source,
}))
let found: string[]
beforeAll(() => {
  for (const { file, source } of planted) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, source)
  }
  found = lint(planted.map(({ file }) => file)).split('\n')
})
afterAll(() => {
  for (const { file } of planted) rmSync(file, { force: true })
  rmSync('server/planted', { recursive: true, force: true })
})

test.each(planted)('$promise', ({ file }) => {
  const said = found.filter((line) => line.startsWith(`${file}:`)).join('\n')
  expect(said).toMatch(/house\(walls\)|no-floating-promises/)
})

function lint(files: string[]): string {
  try {
    const args = ['--type-aware', '--format=unix', ...files]
    return execFileSync('node_modules/.bin/oxlint', args, { stdio: 'pipe' }).toString()
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout)
  }
}

test('the page about walls draws the rooms as the lint knows them', () => {
  const drawn = floors.map((rooms) => `    ${rooms.join(', ')}`).join('\n')
  expect(readFileSync('docs/decisions/direction-and-walls.md', 'utf8')).toContain(`\n${drawn}\n`)
})
