import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Writes } from './store.ts'

const begin = 'begin isolation level serializable'

/** The connection was lost while it committed: what was done may be there, and is not done again. */
export class OutcomeUnknown extends Error {}

/** What comes next is sent behind the commit, over the same connection, while the commit is on its way to the disk. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: Writes) => Promise<T>,
  committing = () => {},
): Promise<T> {
  const client = await pool.connect()
  const result = await begun(client, work)
  const committed = client.query('commit')
  client.release()
  committing()
  await committed.catch((error: unknown) => {
    throw failedToCommit(error)
  })
  return result
}

const failedToCommit = (error: unknown) =>
  lostRace(error) ? error : new OutcomeUnknown('commit', { cause: error })

/** One statement is a transaction as it is. */
export async function byItself<T>(pool: pg.Pool, statement: (tx: Writes) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const done = sent(client, statement)
  client.release()
  return done
}

/** Several that need nothing of each other travel in one piece with their commit. */
export async function inOnePiece(
  pool: pg.Pool,
  statements: { work: (tx: Writes) => Promise<unknown> }[],
): Promise<unknown[]> {
  const client = await pool.connect()
  const { stream } = client.connection
  stream.cork()
  const begun = client.query(begin)
  const worked = Promise.all(statements.map(({ work }) => sent(client, work)))
  const committed = client.query('commit')
  stream.uncork()
  client.release()
  const [, work, commit] = await Promise.allSettled([begun, worked, committed])
  if (commit.status === 'rejected') throw failedToCommit(commit.reason)
  if (work.status === 'fulfilled') return work.value
  throw commit.value.command === 'ROLLBACK' ? work.reason : failedToCommit(work.reason)
}

/** Before this returns: whatever happens to it, what stands behind it is sent. */
const sent = async <T>(client: pg.PoolClient, statement: (tx: Writes) => Promise<T>): Promise<T> =>
  statement(handleOf(client))

async function begun<T>(client: pg.PoolClient, work: (tx: Writes) => Promise<T>): Promise<T> {
  try {
    // What comes first is sent behind the beginning, as what follows is behind the commit.
    const [began, worked] = await Promise.allSettled([client.query(begin), work(handleOf(client))])
    if (began.status === 'rejected') throw began.reason
    if (worked.status === 'rejected') throw worked.reason
    return worked.value
  } catch (error) {
    const isLost = await client.query('rollback').then(
      () => false,
      () => true,
    )
    client.release(isLost)
    throw error
  }
}

/** A connection keeps its handle, and with it the queries that were prepared on it. */
const handles = new WeakMap<pg.PoolClient, Writes>()

function handleOf(client: pg.PoolClient): Writes {
  const handle = handles.get(client) ?? (drizzle(client) as unknown as Writes)
  handles.set(client, handle)
  return handle
}

export function lostRace(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown }
  return code === '40001' || code === '40P01' || (cause !== undefined && lostRace(cause))
}
