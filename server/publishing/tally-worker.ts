import { parentPort, workerData } from 'node:worker_threads'
import { importPKCS8 } from 'jose'
import type { SealedBallot } from './sealed-ballots.ts'
import { BallotBox } from './ballot-box.ts'
import type { TallyOrder } from './tally-in-thread.ts'

/** Opening ten thousand ballots takes seconds of arithmetic: here it stands in nobody's way. */
const { key, units, asked, threshold } = workerData as TallyOrder
const box = new BallotBox(await importPKCS8(key, 'ECDH-ES'), units, asked, threshold)

if (!parentPort) throw new Error('Ballots are opened in a thread of their own.')
const port = parentPort
port.on('message', (portion: SealedBallot[] | null) => {
  void (portion === null ? finish() : take(portion))
})

async function take(portion: SealedBallot[]) {
  await box.openAll(portion)
  port.postMessage('taken')
}

async function finish() {
  port.postMessage(box.close())
  port.close()
}
