import { setImmediate, setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { Troubles, writesInto, type Turn, type Writes } from './store.ts'
import { byItself, inOnePiece, inTransaction, lostRace, OutcomeUnknown } from './postgres-transaction.ts'

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
      const results = await (turns.every(({ isStatement }) => isStatement)
        ? inOnePiece(pool, turns)
        : inTransaction(pool, (tx) => oneAfterAnother(turns, tx), committing))
      troubles.over()
      turns.forEach((turn, n) => turn.resolve(results[n]))
    } catch (error) {
      if (error instanceof OutcomeUnknown) turns.forEach((turn) => turn.reject(error.cause))
      else await Promise.all(turns.map((turn) => alone(turn)))
    }
  }

  async function alone(turn: Turn, committing = () => {}) {
    for (let attempt = 1; ; attempt++) {
      try {
        const result = await (turn.isStatement
          ? byItself(pool, turn.work)
          : inTransaction(pool, turn.work, committing))
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
    ...writesInto((turn) => {
      waiting.push(turn)
      if (!isRunning) void run()
    }),
  }
}

async function oneAfterAnother(turns: Turn[], tx: Writes): Promise<unknown[]> {
  const results: unknown[] = []
  for (const turn of turns) results.push(await turn.work(tx))
  return results
}
