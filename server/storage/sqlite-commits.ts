import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { Troubles, writesInto, type Turn, type Writes } from './store.ts'

/**
 * Writes run one after another. All that arrive in one turn of the event loop share one commit, and so one trip to the
 * disk, which takes longer than everything else and holds the loop up.
 */
export function commitQueue(writer: Database.Database) {
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
    ...writesInto((turn) => {
      waiting.push(turn)
      running ??= run()
    }),
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
