import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { migrationsFor } from './migrations.ts'
import { queued, StoreUnusable, Troubles, type Reads, type Store, type Turn, type Writes } from './store.ts'

/** One writer, one read-only reader: WAL lets reads see the last commit while a write awaits. */
export function openSqlite(file: string): Store {
  const writer = openWriter(file)
  migrate(drizzle(writer), migrationsFor('sqlite', newestMigration(writer)))
  const reader = new Database(file, { readonly: true })

  const queue = commitQueue(writer)
  return {
    read: drizzle(reader) as unknown as Reads,
    write: (work) => queue.write(work),
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
      await reader.backup(copy)
    },
    async close() {
      await queue.settled()
      reader.close()
      writer.pragma('wal_checkpoint(TRUNCATE)')
      writer.close()
    },
  }
}

function openWriter(file: string): Database.Database {
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

/**
 * Deleting a row overwrites it, but not the copies that were left when pages were balanced. A table that is emptied as
 * a whole has all its pages overwritten, which SQLite does only where no foreign key asks for each row.
 */
function rewriteTable(writer: Database.Database, table: string) {
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

function newestMigration(writer: Database.Database): number | null {
  const known = writer.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
  if (!known) return null
  return writer.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number | null
}

/**
 * Writes run one after another. All that arrive in one turn of the event loop share one commit, and so one trip to the
 * disk, which takes longer than everything else and holds the loop up.
 */
function commitQueue(writer: Database.Database) {
  const tx = drizzle(writer) as unknown as Writes
  const say = statements(writer)
  const troubles = new Troubles()
  let waiting: Turn[] = []
  let running: Promise<void> | null = null

  async function run() {
    while (waiting.length > 0) {
      await setImmediate()
      const turns = waiting
      waiting = []
      await commit(turns)
    }
    running = null
  }

  async function commit(turns: Turn[]) {
    const done: (() => void)[] = []
    try {
      say.begin.run()
      for (const turn of turns) done.push(await attempt(turn))
      say.commit.run()
      if (troubles.now !== 'full' || hasRoom(writer.name)) troubles.over()
      done.forEach((settle) => settle())
    } catch (error) {
      troubles.note(error)
      if (writer.inTransaction) say.rollback.run()
      turns.forEach((turn) => turn.reject(error))
    }
  }

  async function attempt(turn: Turn): Promise<() => void> {
    say.savepoint.run()
    try {
      const result = await turn.work(tx)
      say.release.run()
      return () => turn.resolve(result)
    } catch (error) {
      troubles.note(error)
      // A full disk ends the whole transaction, savepoints and all.
      if (!writer.inTransaction) throw error
      say.undo.run()
      say.release.run()
      return () => turn.reject(error)
    }
  }

  return {
    troubles,
    write<T>(work: (tx: Writes) => Promise<T>): Promise<T> {
      const done = queued(waiting, work)
      running ??= run()
      return done
    },
    async settled() {
      while (running) await running
    },
  }
}

const megabyte = 1024 * 1024

/** What is small still fits where something was before: only room on the disk ends a want of it. */
function hasRoom(file: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(file))
  return bavail * bsize > megabyte
}

const statements = (writer: Database.Database) => ({
  begin: writer.prepare('BEGIN IMMEDIATE'),
  commit: writer.prepare('COMMIT'),
  rollback: writer.prepare('ROLLBACK'),
  savepoint: writer.prepare('SAVEPOINT turn'),
  release: writer.prepare('RELEASE turn'),
  undo: writer.prepare('ROLLBACK TO turn'),
})
