import { constants, createHash, publicEncrypt, randomBytes, verify, type KeyObject } from 'node:crypto'

// RSABSSA-SHA384-PSS-Randomized (RFC 9474) for moduli of exactly 2048 bits.
const modulusLength = 256
const hashLength = 48
const saltLength = 48

export interface UnitKey {
  key: KeyObject
  modulus: bigint
}

/** What a client keeps until its ballot is counted. `inverse` is the blinding secret. */
export interface Blinding {
  message: Buffer
  blindedMessage: Buffer
  inverse: bigint
}

/** The prepared bytes: 32 random ones, then the text that names round, unit and a nonce. */
export function ballotMessage(round: string, unit: string): Buffer {
  const nonce = randomBytes(32).toString('base64url')
  return Buffer.concat([randomBytes(32), Buffer.from(`safe-to-say ballot\n${round}\n${unit}\n${nonce}`)])
}

/** Throws RangeError where message or secret share a factor with the modulus: only with a crafted key. */
export function blind({ key, modulus }: UnitKey, message: Buffer): Blinding {
  const encoded = toNumber(encode(message))
  const secret = randomBelow(modulus)
  const power = publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, toBytes(secret))
  const blindedMessage = toBytes((encoded * toNumber(power)) % modulus)
  // One inversion both inverts the secret and shows that secret and message are coprime to the modulus;
  // a message that is not would be recognisable behind any blinding.
  const inverse = (encoded * inverted((encoded * secret) % modulus, modulus)) % modulus
  return { message, blindedMessage, inverse }
}

/** Null where the result is not this key's signature on the message. */
export function finalize(unit: UnitKey, blinding: Blinding, blindSignature: Buffer): Buffer | null {
  if (blindSignature.length !== modulusLength) return null
  const signature = toBytes((toNumber(blindSignature) * blinding.inverse) % unit.modulus)
  const pss = { key: unit.key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
  return verify('sha384', blinding.message, pss, signature) ? signature : null
}

/** EMSA-PSS-ENCODE of RFC 8017, 9.1.1, with emBits 2047. */
function encode(message: Buffer): Buffer {
  const salt = randomBytes(saltLength)
  const hash = sha384(Buffer.alloc(8), sha384(message), salt)
  const block = Buffer.alloc(modulusLength - hashLength - 1)
  block[block.length - saltLength - 1] = 1
  salt.copy(block, block.length - saltLength)
  const mask = maskFrom(hash, block.length)
  const masked = block.map((byte, at) => byte ^ mask[at]!)
  masked[0]! &= 0x7f
  return Buffer.concat([masked, hash, Buffer.of(0xbc)])
}

/** MGF1 of RFC 8017, B.2.1. */
function maskFrom(seed: Buffer, length: number): Buffer {
  const rounds = Array.from({ length: Math.ceil(length / hashLength) }, (_, counter) =>
    sha384(seed, Buffer.of(0, 0, 0, counter)),
  )
  return Buffer.concat(rounds, length)
}

function sha384(...parts: Buffer[]): Buffer {
  const hash = createHash('sha384')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Uniform in 1 to modulus - 1. */
function randomBelow(modulus: bigint): bigint {
  const drawn = toNumber(randomBytes(modulusLength))
  return drawn > 0n && drawn < modulus ? drawn : randomBelow(modulus)
}

/** The modular inverse, by the extended Euclidean algorithm. Throws RangeError where there is none. */
function inverted(value: bigint, modulus: bigint): bigint {
  let [rest, next] = [modulus, value]
  let [factor, nextFactor] = [0n, 1n]
  while (next !== 0n) {
    const quotient = rest / next
    ;[rest, next] = [next, rest - quotient * next]
    ;[factor, nextFactor] = [nextFactor, factor - quotient * nextFactor]
  }
  if (rest !== 1n) throw new RangeError('The modulus shares a factor with what is blinded.')
  return factor < 0n ? factor + modulus : factor
}

export function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
}

function toBytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(2 * modulusLength, '0'), 'hex')
}
