import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { StoreUnusable, type Store } from './store.ts'

export { StoreUnusable, type Store, type Reads, type Writes } from './store.ts'

/** PostgreSQL where a URL is given, else the embedded database in the data directory. */
export async function openStore(where: {
  DATABASE_URL?: string | undefined
  DATA_DIR: string
}): Promise<Store> {
  makeDirectory(where.DATA_DIR, 'data')
  if (where.DATABASE_URL) return (await import('./postgres.ts')).openPostgres(where.DATABASE_URL)
  return (await import('./sqlite.ts')).openSqlite(join(where.DATA_DIR, 'safe-to-say.db'))
}

/** Makes a directory that only this account reads. Throws StoreUnusable, which says which one and why. */
export function makeDirectory(directory: string, name: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    accessSync(directory, constants.W_OK)
  } catch (error) {
    throw new StoreUnusable(`The ${name} directory ${directory} cannot be used: ${(error as Error).message}.`)
  }
}
