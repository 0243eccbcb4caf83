import type { KeyObject } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { rawSign } from './raw-signature.ts'

export interface SigningOrder {
  id: number
  key: KeyObject
  message: Uint8Array
}

export type Signed = { id: number; signature: Uint8Array } | { id: number; failed: true }

parentPort!.on('message', ({ id, key, message }: SigningOrder) =>
  parentPort!.postMessage(signed(id, key, message)),
)

function signed(id: number, key: KeyObject, message: Uint8Array): Signed {
  try {
    return { id, signature: rawSign(key, message) }
  } catch {
    return { id, failed: true }
  }
}
