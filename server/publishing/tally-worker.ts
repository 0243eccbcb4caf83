import { parentPort, workerData } from 'node:worker_threads'
import { importPKCS8 } from 'jose'
import type { SealedBallot } from './ballots.ts'
import { BallotBox } from './tally.ts'
import type { TallyOrder } from './tallying.ts'

/** Opening ten thousand ballots takes seconds of arithmetic: here it stands in nobody's way. */
const { key, units, asked, threshold } = workerData as TallyOrder
const box = new BallotBox(await importPKCS8(key, 'ECDH-ES'), units, asked, threshold)

parentPort!.on('message', (portion: SealedBallot[] | null) => {
  void (portion === null ? finish() : take(portion))
})

async function take(portion: SealedBallot[]) {
  await box.openAll(portion)
  parentPort!.postMessage('taken')
}

async function finish() {
  parentPort!.postMessage(box.close())
  parentPort!.close()
}
