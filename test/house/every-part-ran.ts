import { readFileSync } from 'node:fs'

interface Report {
  numTotalTests: number
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: { name: string; assertionResults: { status: string }[] }[]
}

/** Fails when a part of the suite ran no test, or anything was skipped. */
const report = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Report
const parts = ['access', 'answering', 'attacks', 'house', 'journeys', 'people', 'post', 'publishing', 'rounds', 'storage', 'web']
const silent = parts.filter((part) => !report.testResults.some(({ name, assertionResults }) => name.includes(`/test/${part}/`) && assertionResults.length > 0))

console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed, ${report.numPendingTests} skipped`)
if (silent.length > 0 || report.numPendingTests > 0) {
  console.error(`Ran no test: ${silent.join(', ') || 'none'}; skipped: ${report.numPendingTests}`)
  process.exit(1)
}
