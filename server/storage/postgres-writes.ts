import { setImmediate, setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { queued, Troubles, type Turn, type Writes } from './store.ts'
import { OutcomeUnknown, inTransaction, lostRace } from './postgres-transaction.ts'

const attempts = 20
/** How long, in milliseconds, one transaction keeps the next waiting. */
const patience = 50

/**
 * Writes that wait together share a transaction, and so one trip to the disk; side by side they would lose races against
 * each other. If anything in it fails, each is run by itself. A transaction that takes long is not waited for.
 */
export function commitQueue(pool: pg.Pool) {
  const troubles = new Troubles()
  let waiting: Turn[] = []
  let isRunning = false

  async function run() {
    isRunning = true
    while (waiting.length > 0) {
      await setImmediate()
      const turns = waiting
      waiting = []
      const committing = new Promise<void>((resolve) => {
        void (turns.length > 1 ? together(turns, resolve) : alone(turns[0]!, resolve)).then(resolve)
      })
      await Promise.race([committing, setTimeout(patience)])
    }
    isRunning = false
  }

  async function together(turns: Turn[], committing: () => void) {
    try {
      const results = await inTransaction(pool, (tx) => resultsOf(turns, tx), committing)
      troubles.over()
      turns.forEach((turn) => turn.resolve(results.get(turn)))
    } catch (error) {
      if (error instanceof OutcomeUnknown) turns.forEach((turn) => turn.reject(error.cause))
      else await Promise.all(turns.map((turn) => alone(turn)))
    }
  }

  async function alone(turn: Turn, committing = () => {}) {
    for (let attempt = 1; ; attempt++) {
      try {
        const result = await inTransaction(pool, turn.work, committing)
        troubles.over()
        return turn.resolve(result)
      } catch (error) {
        if (!lostRace(error) || attempt === attempts) {
          troubles.note(error)
          return turn.reject(error instanceof OutcomeUnknown ? error.cause : error)
        }
        await setTimeout(Math.random() * 10 * attempt)
      }
    }
  }

  return {
    troubles,
    write<T>(work: (tx: Writes) => Promise<T>, how?: { alongside: true }): Promise<T> {
      const done = queued(waiting, work, how)
      if (!isRunning) void run()
      return done
    },
  }
}

async function resultsOf(turns: Turn[], tx: Writes): Promise<Map<Turn, unknown>> {
  const alongside = turns.filter((turn) => turn.alongside)
  const results = new Map(await sideBySide(alongside, tx))
  for (const turn of turns) if (!turn.alongside) results.set(turn, await turn.work(tx))
  return results
}

/** Waits for every one of them, since what went on after a rollback would stand in no transaction. */
async function sideBySide(turns: Turn[], tx: Writes): Promise<[Turn, unknown][]> {
  const ended = await Promise.allSettled(
    turns.map(async (turn): Promise<[Turn, unknown]> => [turn, await turn.work(tx)]),
  )
  return ended.map((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
}
