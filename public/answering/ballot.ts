import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { base64url, CompactEncrypt } from 'jose'
import { sha256Hex } from './digest.ts'
import type { Manifest, Unit } from './manifest.ts'
import type { Plaintext } from './plaintext.ts'

const suite = RSABSSA.SHA384.PSS.Randomized()
const plaintextLength = 8192

/** A message of one's own and what takes the blinding off again; all base64url. */
export interface Blinded {
  message: string
  blindingSecret: string
  blindedMessage: string
}

export async function blindMessage(round: string, unit: Unit): Promise<Blinded> {
  const nonce = base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const text = `safe-to-say ballot\n${round}\n${unit.id}\n${nonce}`
  const message = suite.prepare(new TextEncoder().encode(text))
  const { blindedMsg, inv } = await suite.blind(await publicKey(unit), message)
  return {
    message: base64url.encode(message),
    blindingSecret: base64url.encode(inv),
    blindedMessage: base64url.encode(blindedMsg),
  }
}

/** The ticket: a signature by the unit's key that the server has never seen. Throws if it is not one. */
export async function finalizeTicket(unit: Unit, blinded: Blinded, blindSignature: string): Promise<string> {
  const signature = await suite.finalize(
    await publicKey(unit),
    base64url.decode(blinded.message),
    base64url.decode(blindSignature),
    base64url.decode(blinded.blindingSecret),
  )
  return base64url.encode(signature)
}

const publicKey = ({ key: { kty, n, e } }: Unit) =>
  crypto.subtle.importKey('jwk', { kty, n, e }, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])

/** Every ballot is sealed at one length, whatever was answered. Throws if it does not fit: see `isTooLong`. */
export function padded(plaintext: Plaintext): Uint8Array {
  const ballot = new Uint8Array(plaintextLength).fill(0x20)
  ballot.set(encoded(plaintext))
  return ballot
}

export const isTooLong = (plaintext: Plaintext): boolean => encoded(plaintext).length > plaintextLength

const encoded = (plaintext: Plaintext) => new TextEncoder().encode(JSON.stringify(plaintext))

export async function sealBallot(
  plaintext: Plaintext,
  { kty, crv, x, y }: Manifest['seal'],
): Promise<string> {
  return new CompactEncrypt(padded(plaintext))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt({ kty, crv, x, y })
}

export const receiptOf = (message: string): Promise<string> =>
  sha256Hex(base64url.decode(message) as Uint8Array<ArrayBuffer>)
