import { createPrivateKey } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import type { SealedBallot } from './ballots.ts'
import { BallotBox } from './tally.ts'
import type { TallyOrder } from './tallying.ts'

/** Opening ten thousand ballots takes seconds of arithmetic: here it stands in nobody's way. */
const { key, units, asked, threshold } = workerData as TallyOrder
const box = new BallotBox(createPrivateKey(key), units, asked, threshold)

parentPort!.on('message', (portion: SealedBallot[] | null) => {
  void (portion === null ? finish() : take(portion))
})

async function take(portion: SealedBallot[]) {
  for (const ballot of portion) await box.open(ballot)
  parentPort!.postMessage('taken')
}

async function finish() {
  parentPort!.postMessage(box.close())
  parentPort!.close()
}
