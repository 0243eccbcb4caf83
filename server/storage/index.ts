import { join } from 'node:path'
import { makeDirectory } from './directory.ts'
import type { Store } from './store.ts'

export { holdAlone } from './alone.ts'
export { glanceAt, type Glance } from './glance.ts'
export { newestKnown } from './migrations.ts'
export { makeDirectory } from './directory.ts'
export { storeFault, type StoreFault } from './faults.ts'
export { isWriting, StoreUnusable, type Store, type Reads, type Writes } from './store.ts'

/** PostgreSQL where a URL is given, else the embedded database in the data directory. */
export async function openStore(where: {
  DATABASE_URL?: string | undefined
  DATA_DIR: string
}): Promise<Store> {
  makeDirectory(where.DATA_DIR, 'data')
  if (where.DATABASE_URL) return (await import('./postgres.ts')).openPostgres(where.DATABASE_URL)
  return (await import('./sqlite.ts')).openSqlite(join(where.DATA_DIR, 'safe-to-say.db'))
}
