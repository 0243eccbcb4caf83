import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Writes } from './store.ts'

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
    throw lostRace(error) ? error : new OutcomeUnknown('commit', { cause: error })
  })
  return result
}

async function begun<T>(client: pg.PoolClient, work: (tx: Writes) => Promise<T>): Promise<T> {
  try {
    // What comes first is sent behind the beginning, as what follows is behind the commit.
    const [begin, worked] = await Promise.allSettled([
      client.query('begin isolation level serializable'),
      work(handleOf(client)),
    ])
    if (begin.status === 'rejected') throw begin.reason
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
