import type { KeyObject } from 'node:crypto'
import { Worker } from 'node:worker_threads'

interface Signed {
  id: number
  /** Null when it could not be made. */
  signature: Uint8Array | null
}

interface Waiting {
  resolve(signature: Buffer): void
  reject(error: Error): void
}

/** A signature takes half a millisecond of arithmetic: on the event loop everybody else would wait for it. */
const waiting = new Map<number, Waiting>()
let thread: Worker | null = null
let orders = 0

/** Rejects when the signature could not be made, or the thread was lost; asking again is safe. */
export function signInThread(key: KeyObject, publicKey: KeyObject, message: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const id = ++orders
    waiting.set(id, { resolve, reject })
    thread ??= start()
    thread.ref()
    thread.postMessage({ id, key, publicKey, message })
  })
}

function start(): Worker {
  const worker = new Worker(new URL('./signing-thread.js', import.meta.url))
  worker.on('message', settle)
  worker.on('error', lost)
  return worker
}

function settle(signed: Signed) {
  const order = waiting.get(signed.id)
  waiting.delete(signed.id)
  // An idle thread does not keep the process from ending.
  if (waiting.size === 0) thread?.unref()
  if (signed.signature) order?.resolve(Buffer.from(signed.signature))
  else order?.reject(new Error('the signature could not be made'))
}

/** The next order starts another thread. */
function lost(error: Error) {
  thread = null
  for (const order of waiting.values()) order.reject(error)
  waiting.clear()
}
