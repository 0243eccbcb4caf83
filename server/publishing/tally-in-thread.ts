import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { SealedBallot } from './sealed-ballots.ts'
import type { Unit } from '../disclosure/partition.ts'
import type { Tally } from './ballot-box.ts'
import type { Asked } from '../disclosure/asked.ts'

export interface TallyOrder {
  /** The round's sealing key, PEM. */
  key: string
  units: Unit[]
  asked: Asked
  threshold: number
}

/** Opens and counts ballots in a thread of their own; `progress` hears how many are done. */
export async function tallyBallots(
  order: TallyOrder,
  portions: AsyncIterable<SealedBallot[]>,
  progress: (opened: number) => void,
): Promise<Tally> {
  const worker = new Worker(new URL('./tally-thread.js', import.meta.url), {
    workerData: order,
    // What it opens is garbage at once: a small nursery keeps the process small, and nobody waits for this thread.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  })
  const gone = endOf(worker)
  gone.catch(() => {})
  try {
    for await (const portion of portions) {
      await Promise.race([answerTo(worker, portion), gone])
      progress(portion.length)
    }
    return (await Promise.race([answerTo(worker, null), gone])) as Tally
  } finally {
    await worker.terminate()
  }
}

async function answerTo(worker: Worker, portion: SealedBallot[] | null): Promise<unknown> {
  const answer = once(worker, 'message') // rejects on the worker's 'error'
  worker.postMessage(portion)
  const [message] = await answer
  return message
}

/** A thread that ends without an answer would be waited for forever. */
async function endOf(worker: Worker): Promise<never> {
  await once(worker, 'exit')
  throw new Error('the thread that opens ballots has ended')
}
