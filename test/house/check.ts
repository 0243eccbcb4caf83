import { spawnSync } from 'node:child_process'

/** All that CI runs, one after another; the first that fails ends it. */
const checks: [name: string, command: string, ...args: string[]][] = [
  ['types', 'tsc', '--noEmit'],
  ['lint and walls', 'oxlint', '--type-aware'],
  ['format', 'oxfmt', '--check'],
  ['tests on SQLite and PostgreSQL, journeys', 'vitest', 'run'],
]

for (const [name, command, ...args] of checks) {
  console.log(`\n== ${name}`)
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`\n${name}: failed`)
    process.exit(1)
  }
}
