import { AsyncLocalStorage } from 'node:async_hooks'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { Bulletin } from './bulletin.ts'
import { storeFault, type StoreFault } from './faults.ts'

type Db = BaseSQLiteDatabase<'async', unknown>
export type Reads = Pick<Db, 'select' | 'selectDistinct' | '$with' | 'with' | '$count'>
export type Writes = Reads & Pick<Db, 'insert' | 'update' | 'delete'>

export interface Store {
  /** Sees what is committed, nothing else. */
  read: Reads
  /**
   * Runs the work in one transaction and resolves once it is durable. Only database work belongs inside:
   * on PostgreSQL a lost race runs it again. Work that is right whatever other such work does between its statements
   * may run `alongside` it in their transaction, and is then waited for less.
   */
  write<T>(work: (tx: Writes) => Promise<T>, how?: { alongside: true }): Promise<T>
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

/** Whether this is part of a write, whose work may yet be undone. */
export const isWriting = (): boolean => writing.getStore() === true

/** A write that waits until it is run. */
export interface Turn {
  work: (tx: Writes) => Promise<unknown>
  alongside: boolean
  resolve(value: unknown): void
  reject(reason: unknown): void
}

/** Puts a write in the line that is waiting; resolves with what it comes to. */
export function queued<T>(
  waiting: Turn[],
  work: (tx: Writes) => Promise<T>,
  how?: { alongside: true },
): Promise<T> {
  const guarded = insideOneWrite(work)
  return new Promise<T>((resolve, reject) => {
    const settle = resolve as (value: unknown) => void
    waiting.push({ work: guarded, alongside: how !== undefined, resolve: settle, reject })
  })
}

/** Refuse a write inside a write: it would wait for itself forever. */
function insideOneWrite<T>(work: (tx: Writes) => Promise<T>): (tx: Writes) => Promise<T> {
  if (isWriting()) throw new Error('write() inside write(): pass the tx on instead')
  return (tx) => writing.run(true, () => work(tx))
}
