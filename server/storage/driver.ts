import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StoreUnusable } from './store.ts'

const { resolve } = createRequire(import.meta.url)
const installed = () =>
  join(dirname(resolve('better-sqlite3/package.json')), 'build/Release/better_sqlite3.node')

/**
 * Compiled with the headers of Node 24.19 or later, better-sqlite3 12 ends the process, without an error that could be
 * caught, when a statement is collected between requests. Only such a driver asks Node for this.
 */
const asksFor = 'RemoveEnvironmentCleanupHook'

/** Refuses with StoreUnusable. */
export function refuseUnsoundDriver(file = installed()) {
  if (existsSync(file) && readFileSync(file).includes(asksFor))
    throw new StoreUnusable(
      `The embedded database does not run safely on Node ${process.version}, for which its driver was compiled. Use Node 22 and run npm ci again, or set DATABASE_URL to a PostgreSQL.`,
    )
}
