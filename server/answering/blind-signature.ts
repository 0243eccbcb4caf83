import { constants, verify, type KeyObject } from 'node:crypto'
import { signInThread } from './signing.ts'

/** Bytes of an RSA-2048 modulus, and so of a blinded message and of a signature. */
export const modulusBytes = 256

export class MalformedMessage extends Error {}

/**
 * BlindSign of RFC 9474.
 * Throws MalformedMessage, before anything else is begun, unless the message is exactly as long as the key and 1 < m < n - 1, since OpenSSL
 * returns 0 and 1 unchanged and reduces what is too large.
 */
export function blindSign(
  privateKey: KeyObject,
  { modulus, publicKey }: { modulus: Buffer; publicKey: KeyObject },
  message: Buffer,
): Promise<Buffer> {
  if (message.length !== modulusBytes || !isWithin(message, modulus)) throw new MalformedMessage()
  return signInThread(privateKey, publicKey, message)
}

function isWithin(message: Buffer, modulus: Buffer): boolean {
  const isMoreThanOne =
    message.subarray(0, -1).some((byte) => byte !== 0) || message.readUInt8(message.length - 1) > 1
  // The modulus is odd, so n - 1 differs from n in its last bit alone.
  const last = Buffer.from(modulus)
  last.writeUInt8(last.readUInt8(last.length - 1) - 1, last.length - 1)
  return isMoreThanOne && message.compare(last) < 0
}

/** RSASSA-PSS over SHA-384 with a salt of 48 bytes: what an unblinded signature is. */
export const isSignedBy = (publicKey: KeyObject, message: Buffer, signature: Buffer): boolean =>
  verify(
    'sha384',
    message,
    { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 },
    signature,
  )
