import { compactDecrypt, type CryptoKey } from 'jose'
import { z } from 'zod'
import type { Ballot } from '../disclosure/tabulate.ts'

/** A ballot as docs/protocol.md, section 4, pads it. */
export const plaintextBytes = 8192
const longestRemark = 600
const mostRemarks = 3

const ballot = z.object({
  answers: z.record(z.string(), z.unknown()).default({}),
  attributes: z.record(z.string(), z.string().nullable()).default({}),
  remarks: z
    .array(
      z.object({
        question: z.string(),
        // oxlint-disable-next-line no-control-regex -- control characters are what is refused
        text: z
          .string()
          .trim()
          .max(longestRemark)
          // oxlint-disable-next-line no-control-regex -- control characters are what is refused
          .regex(/^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f]*$/),
        audience: z.enum(['team', 'organisation']),
      }),
    )
    .max(mostRemarks)
    .default([]),
})

/** Opens one sealed ballot; null when it is spoiled: not sealed to this round, not padded, or not a ballot. */
export async function openBallot(key: CryptoKey, unit: string, sealed: string): Promise<Ballot | null> {
  try {
    const { plaintext } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    if (plaintext.length !== plaintextBytes) return null
    return { unit, ...ballot.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext))) }
  } catch {
    return null
  }
}
