import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeDirectory } from './directory.ts'
import { StoreUnusable } from './store.ts'

/** A server that stops just now may still hold it, in milliseconds. */
const patience = 1000

/**
 * Two servers on one SQLite file would each keep state of their own about it. The lock is the kernel's, on a file beside
 * the database, so it goes with the process however that ends. Throws StoreUnusable.
 */
export function holdAlone(directory: string): () => void {
  makeDirectory(directory, 'data')
  const lock = new Database(join(directory, 'server.lock'), { timeout: patience })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new StoreUnusable(
      `Another server runs on the data directory ${directory}. Stop it first, or set DATA_DIR to another directory; several servers need PostgreSQL.`,
    )
  }
  return () => lock.close()
}
