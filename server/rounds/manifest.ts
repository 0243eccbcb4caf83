import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Question } from '../storage/schema/questions.ts'
import type { RsaPublicKey, SealPublicKey } from './round-keys.ts'

/** What a round commits to before anybody answers; docs/protocol.md gives its meaning, field by field. */
export interface Manifest {
  format: 'safe-to-say/1'
  round: string
  name: string
  organisation: string
  opens: string
  closes: string
  threshold: number
  questions: string
  script: string
  seal: SealPublicKey
  units: { id: string; name: string; size: number; key: RsaPublicKey; questions?: string }[]
}

/** Canonical JSON (RFC 8785): the same content has the same bytes, and so the same fingerprint. */
export const canonical = (value: object): string => canonicalize(value)!

export const hashOfQuestions = (questions: Question[]): string => sha256(canonical(questions)).toString('hex')

/** The first 26 base32 characters of the manifest's SHA-256: 130 bits, short enough to read out. */
export const fingerprintOf = (manifest: string): string => base32(sha256(manifest)).slice(0, 26)

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** RFC 4648, in lower case. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{5}/g) ?? []
  return groups.map((group) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(group, 2)]).join('')
}
