import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** All that CI runs, one after another; the first that fails ends it. */
const directory = mkdtempSync(join(tmpdir(), 'safe-to-say-check-'))
process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
const report = join(directory, 'report.json')
const checks: [name: string, ...command: string[]][] = [
  ['types', 'npm', 'run', 'types'],
  ['lint and walls', 'npm', 'run', 'lint'],
  ['format', 'npm', 'run', 'format'],
  [
    'tests on both databases, journeys',
    'npm',
    'test',
    '--',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
]

for (const [name, command, ...args] of checks) {
  console.log(`\n== ${name}`)
  const began = performance.now()
  if (spawnSync(command!, args, { stdio: 'inherit' }).status !== 0) fail(`${name}: failed`)
  console.log(`${name}: ${Math.round((performance.now() - began) / 1000)} s`)
}
checkEveryPartRan()

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: { name: string; assertionResults: unknown[] }[]
}

/** A part that ran no test has proved nothing. */
function checkEveryPartRan() {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Report
  const parts = [
    'access',
    'answering',
    'attacks',
    'disclosure',
    'figures',
    'house',
    'insights',
    'journeys',
    'machine',
    'operating',
    'people',
    'post',
    'publishing',
    'questionnaire',
    'results',
    'retro',
    'rounds',
    'sample',
    'storage',
    'web',
  ]
  const silent = parts.filter(
    (part) =>
      !testResults.some(
        ({ name, assertionResults }) => name.includes(`/test/${part}/`) && assertionResults.length > 0,
      ),
  )
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
  if (silent.length > 0) fail(`These parts ran no test: ${silent.join(', ')}`)
  if (process.env['CI'] && numPendingTests > 0)
    fail(`${numPendingTests} tests were skipped, and nothing is skipped in CI`)
}

function fail(why: string): never {
  console.error(`\n${why}`)
  process.exit(1)
}
