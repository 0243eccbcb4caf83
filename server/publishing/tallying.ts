import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { SealedBallot } from './ballots.ts'
import type { Unit } from './partition.ts'
import type { Tally } from './tally.ts'
import type { Asked } from './tabulate.ts'

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
  const worker = new Worker(new URL('./tally-thread.js', import.meta.url), { workerData: order })
  try {
    for await (const portion of portions) {
      await answerTo(worker, portion)
      progress(portion.length)
    }
    return (await answerTo(worker, null)) as Tally
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
