import {
  constants,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto'

const padding = constants.RSA_NO_PADDING

/** The bare RSA operation, checked by undoing it, as RFC 9474 asks for in section 4.3: a faulty one would give the key away. */
export function rawSign(privateKey: KeyObject, message: Uint8Array): Buffer {
  const signature = privateDecrypt({ key: privateKey, padding }, message)
  const undone = publicEncrypt({ key: createPublicKey(privateKey), padding }, signature)
  if (!timingSafeEqual(undone, message)) throw new Error('the signature does not undo to its message')
  return signature
}
