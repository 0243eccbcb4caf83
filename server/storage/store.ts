import { AsyncLocalStorage } from 'node:async_hooks'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { Bulletin } from './bulletin.ts'
import { storeFault, type StoreFault } from './faults.ts'

type Db = BaseSQLiteDatabase<'async', unknown>
export type Reads = Pick<Db, 'select' | 'selectDistinct' | '$with' | 'with' | '$count'>
export type Writes = Reads & Pick<Db, 'insert' | 'update' | 'delete'>

/** What `preparedOn` makes of a statement that changes something. */
export type Statement<T> = (tx: Writes) => { execute(values: Record<string, unknown>): Promise<T> }

export interface Store {
  /** Sees what is committed, nothing else. */
  read: Reads
  /**
   * Runs the work in one transaction and resolves once it is durable. Only database work belongs inside:
   * on PostgreSQL a lost race runs it again.
   */
  write<T>(work: (tx: Writes) => Promise<T>): Promise<T>
  /**
   * Runs one prepared statement, which is then a transaction by itself, and resolves with what it returns once that is
   * durable. On PostgreSQL it travels with its commit, so that one journey does.
   */
  execute<T>(statement: Statement<T>, values: Record<string, unknown>): Promise<T>
  /** What processes on this database tell each other. */
  bulletin: Bulletin
  /** Why the last write that was tried could not be kept; null once one was. */
  trouble(): StoreFault | null
  /** Leaves nothing of past states in the write-ahead log, as far as the database can help it. */
  tidy(): Promise<void>
  /** Writes a table anew, so that no page of it holds a copy of a row that is gone (SQLite only). */
  rewrite(table: 'invitations' | 'outbox'): Promise<void>
  /** Writes a consistent copy to a new file while the store goes on (SQLite only; PostgreSQL has pg_dump). */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

/** The start stops with this sentence, without a stack. */
export class StoreUnusable extends Error {}

/** Remembers why writes fail, as long as they do. */
export class Troubles {
  now: StoreFault | null = null
  readonly note = (error: unknown) => void (this.now = storeFault(error) ?? this.now)
  readonly over = () => void (this.now = null)
}

const writing = new AsyncLocalStorage<true>()
let writes = 0

/** Until Node 24, every promise of the process takes longer while a storage is in use: so it is only while something is written. */
async function asWrite<T>(work: () => Promise<T>): Promise<T> {
  writes++
  try {
    return await writing.run(true, work)
  } finally {
    if (--writes === 0) writing.disable()
  }
}

/** Whether this is part of a write, whose work may yet be undone. */
export const isWriting = (): boolean => writing.getStore() === true

/** A write that waits until it is run. */
export interface Turn {
  work: (tx: Writes) => Promise<unknown>
  /** Whether it is one statement, sent when the work is called. */
  isStatement: boolean
  resolve(value: unknown): void
  reject(reason: unknown): void
}

/** What a store can be asked to write, where each waits in a line. */
export const writesInto = (line: (turn: Turn) => void): Pick<Store, 'write' | 'execute'> => ({
  write: (work) => turnIn(line, (tx) => asWrite(() => work(tx)), false),
  execute: (statement, values) => turnIn(line, (tx) => statement(tx).execute(values), true),
})

/** Refuses a write inside a write: it would wait for itself forever. */
function turnIn<T>(
  line: (turn: Turn) => void,
  work: (tx: Writes) => Promise<T>,
  isStatement: boolean,
): Promise<T> {
  if (isWriting()) throw new Error('write() inside write(): pass the tx on instead')
  return new Promise<T>((resolve, reject) => {
    const settle = resolve as (value: unknown) => void
    line({ work, isStatement, resolve: settle, reject })
  })
}
