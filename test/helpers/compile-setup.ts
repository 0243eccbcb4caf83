import { execFileSync } from 'node:child_process'

/** Tests that start processes start what `npm start` would. */
export default function setup() {
  execFileSync(process.execPath, ['server/compile.js'])
}
