import { setImmediate } from 'node:timers/promises'
import type pg from 'pg'

interface SharedTurn {
  client: Promise<pg.PoolClient>
  /** Queries under way. */
  reading: number
}

/** What is read in one turn of the event loop goes over one connection, each query sent without waiting for the last. */
export function sharedReads(pool: pg.Pool): pg.Pool {
  let turn: SharedTurn | null = null

  function begin(): SharedTurn {
    const begun = { client: pool.connect(), reading: 0 }
    turn = begun
    void setImmediate().then(() => (turn = null))
    return begun
  }

  function end(ended: SharedTurn) {
    if (turn === ended) turn = null
    ended.client.then((client) => client.release()).catch(() => {})
  }

  const query = async (asked: pg.QueryConfig, values?: unknown[]) => {
    const mine = turn ?? begin()
    mine.reading++
    try {
      return await (await mine.client).query(asked, values)
    } finally {
      if (--mine.reading === 0) end(mine)
    }
  }
  return { query } as unknown as pg.Pool
}
