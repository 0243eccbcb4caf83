// Plain JavaScript, so that the thread needs no loader: it starts in milliseconds and stays small.
import { constants, privateDecrypt, publicEncrypt, timingSafeEqual } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

const padding = constants.RSA_NO_PADDING

parentPort.on('message', ({ id, key, publicKey, message }) =>
  parentPort.postMessage({ id, signature: sign(key, publicKey, message) }),
)

/** The bare RSA operation, undone to check it, as RFC 9474 asks for in section 4.3: a faulty one would give the key away. */
function sign(key, publicKey, message) {
  try {
    const signature = privateDecrypt({ key, padding }, message)
    const undone = publicEncrypt({ key: publicKey, padding }, signature)
    return timingSafeEqual(undone, message) ? signature : null
  } catch {
    return null
  }
}
