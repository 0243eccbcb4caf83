import Database from 'better-sqlite3'
import { StoreUnusable } from './store.ts'

export function openWriter(file: string): Database.Database {
  try {
    const writer = new Database(file)
    writer.pragma('journal_mode = WAL')
    writer.pragma('synchronous = FULL')
    writer.pragma('secure_delete = ON')
    writer.pragma('temp_store = MEMORY')
    writer.pragma('foreign_keys = ON')
    return writer
  } catch (error) {
    throw new StoreUnusable(`The database ${file} cannot be opened: ${(error as Error).message}.`)
  }
}

/** A consistent copy, while others write. In one step: between two, each write would begin it anew. */
export const copyDatabase = async (reader: Database.Database, copy: string): Promise<void> =>
  void (await reader.backup(copy, { progress: () => allPages }))

const allPages = 2 ** 31 - 1

/**
 * Deleting a row overwrites it, but not the copies that were left when pages were balanced. A table that is emptied as
 * a whole has all its pages overwritten, which SQLite does only where no foreign key asks for each row.
 */
export function rewriteTable(writer: Database.Database, table: string) {
  writer.pragma('foreign_keys = OFF')
  try {
    writer.transaction(() => {
      writer.exec(`create temp table kept as select * from ${table}`)
      writer.exec(`delete from ${table}`)
      writer.exec(`insert into ${table} select * from kept`)
      writer.exec('drop table temp.kept')
    })()
  } finally {
    writer.pragma('foreign_keys = ON')
  }
}

export function newestMigration(writer: Database.Database): number | null {
  const known = writer.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
  if (!known) return null
  return writer.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number | null
}
