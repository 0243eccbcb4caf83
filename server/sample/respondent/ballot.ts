import type { KeyObject } from 'node:crypto'
import { CompactEncrypt } from 'jose'

export const plaintextLength = 8192

export interface Plaintext {
  /** Scales: from 1 to the number of levels; grids: by row. Null, or left out, does not apply. */
  answers: Record<string, number | string | null | Record<string, 'helped' | 'hurt' | 'unused' | null>>
  attributes: Record<string, string>
  remarks: { question: string; text: string; audience: 'team' | 'organisation' }[]
}

/** Throws RangeError for remarks outside the protocol and for more than fits in 8,192 bytes. */
export function padded(plaintext: Plaintext): Buffer {
  if (plaintext.remarks.length > 3) throw new RangeError('More than three remarks.')
  for (const { text } of plaintext.remarks) {
    if (text.length > 600) throw new RangeError('A remark is over 600 UTF-16 code units.')
    if (/(?!\n)\p{Cc}/u.test(text)) throw new RangeError('A remark has a control character.')
  }
  const written = Buffer.from(JSON.stringify(plaintext))
  if (written.length > plaintextLength) throw new RangeError('The answers are over 8,192 bytes.')
  return Buffer.concat([written, Buffer.alloc(plaintextLength - written.length, ' ')])
}

/** A compact JWE; its length follows from that of the bytes alone. */
export async function sealed(bytes: Uint8Array, key: KeyObject): Promise<string> {
  const jwe = new CompactEncrypt(bytes).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
  return jwe.encrypt(key)
}
