import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { StoreUnusable, type Store } from './store.ts'

export { StoreUnusable, type Store, type Reads, type Writes } from './store.ts'

/** PostgreSQL where a URL is given, else the embedded database in the data directory. */
export async function openStore(where: { DATABASE_URL?: string | undefined; DATA_DIR: string }): Promise<Store> {
  makeDirectory(where.DATA_DIR)
  if (where.DATABASE_URL) return (await import('./postgres.ts')).openPostgres(where.DATABASE_URL)
  return (await import('./sqlite.ts')).openSqlite(join(where.DATA_DIR, 'safe-to-say.db'))
}

function makeDirectory(directory: string) {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new StoreUnusable(`The data directory ${directory} cannot be made: ${(error as Error).message}.`)
  }
}
