import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, expect, test } from 'vitest'

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
    'a verb knows no views',
    'server/rounds/planted.ts',
    "import { RoundsPage } from '#views/rounds/rounds.tsx'\nexport const page = RoundsPage\n",
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

let planted: string
afterEach(() => rmSync(planted, { force: true }))

test.each(violations)('%s', (_promise, file, source) => {
  planted = file
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, source)
  expect(lint(file)).toMatch(/no-restricted-imports|no-floating-promises/)
})

function lint(file: string): string {
  try {
    return execFileSync('node_modules/.bin/oxlint', ['--type-aware', file], { stdio: 'pipe' }).toString()
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout)
  }
}
