import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { openBulletin } from './bulletin.ts'
import { refuseUnsoundDriver } from './driver.ts'
import { migrationsFor } from './migrations.ts'
import type { Reads, Store } from './store.ts'
import { copyDatabase, openWriter, rewriteTable, newestMigration } from './sqlite-file.ts'
import { commitQueue } from './sqlite-commits.ts'

/** One writer, one read-only reader: WAL lets reads see the last commit while a write awaits. */
export function openSqlite(file: string): Store {
  refuseUnsoundDriver()
  const writer = openWriter(file)
  migrate(drizzle(writer), migrationsFor('sqlite', newestMigration(writer)))
  const reader = new Database(file, { readonly: true })

  const queue = commitQueue(writer)
  return {
    read: drizzle(reader) as unknown as Reads,
    write: queue.write,
    execute: queue.execute,
    bulletin: openBulletin(),
    trouble: () => queue.troubles.now,
    async tidy() {
      await queue.settled()
      writer.pragma('wal_checkpoint(TRUNCATE)')
    },
    async rewrite(table) {
      do await queue.settled()
      while (writer.inTransaction)
      rewriteTable(writer, table)
    },
    async backup(copy) {
      await copyDatabase(reader, copy)
    },
    async close() {
      await queue.settled()
      reader.close()
      writer.pragma('wal_checkpoint(TRUNCATE)')
      writer.close()
    },
  }
}
