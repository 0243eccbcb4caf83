import canonicalize from 'canonicalize'
import { base64url } from 'jose'
import { sha256Hex, textHash } from './digest.ts'
import type { Invitation } from './invitation.ts'
import { parseManifest, type Manifest, type Unit } from './manifest.ts'

/** Why a client will not answer under a manifest: docs/protocol.md, section 1. */
export type Refusal =
  | 'malformed'
  | 'format'
  | 'otherRound'
  | 'lowThreshold'
  | 'smallUnit'
  | 'modulusLength'
  | 'evenModulus'
  | 'exponent'
  | 'sharedId'
  | 'sharedKey'
  | 'sealingKey'
  | 'unitMissing'
  | 'unitDiffers'
  | 'questionsDiffer'
  | 'scriptDiffers'

interface Received {
  manifest: ArrayBuffer
  invitation: Invitation
  /** The bytes of the script that is asking. */
  script: ArrayBuffer
}

/** Null if nothing speaks against answering. */
export async function refusalOf({ manifest: bytes, invitation, script }: Received): Promise<Refusal | null> {
  try {
    const manifest = parseManifest(bytes)
    if (manifest.format !== 'safe-to-say/1') return 'format'
    // Other bytes of the same meaning would have another fingerprint, and repeated names another meaning elsewhere.
    if (canonicalize(manifest) !== new TextDecoder().decode(bytes)) return 'malformed'
    if (manifest.round !== invitation.round) return 'otherRound'
    if (!(manifest.threshold >= 5)) return 'lowThreshold'
    return (
      refusalOfUnits(manifest) ??
      refusalOfSeal(manifest.seal) ??
      (await refusalOfOwnUnit(manifest, invitation)) ??
      ((await sha256Hex(script)) === manifest.script ? null : 'scriptDiffers')
    )
  } catch {
    return 'malformed'
  }
}

function refusalOfUnits({ threshold, units }: Manifest): Refusal | null {
  for (const { size, key } of units) {
    const modulus = base64url.decode(key.n)
    if (!(size >= threshold)) return 'smallUnit'
    if (key.kty !== 'RSA' || modulus.length !== 256 || modulus[0]! < 0x80) return 'modulusLength'
    if (modulus[255]! % 2 === 0) return 'evenModulus'
    if (key.e !== 'AQAB') return 'exponent'
  }
  if (repeats(units.map(({ id }) => id))) return 'sharedId'
  return repeats(units.map(modulusOf)) ? 'sharedKey' : null
}

// The last character of 256 bytes in base64url has spare bits: the same key could be written in sixteen ways.
const modulusOf = ({ key }: Unit) => base64url.encode(base64url.decode(key.n))

const repeats = (values: string[]) => new Set(values).size < values.length

function refusalOfSeal({ kty, crv, x, y }: Manifest['seal']): Refusal | null {
  const coordinates = [x, y].every((coordinate) => base64url.decode(coordinate).length === 32)
  return kty === 'EC' && crv === 'P-256' && coordinates ? null : 'sealingKey'
}

async function refusalOfOwnUnit(manifest: Manifest, invitation: Invitation): Promise<Refusal | null> {
  const unit = manifest.units.find(({ id }) => id === invitation.unit.id)
  if (!unit) return 'unitMissing'
  if (unit.name !== invitation.unit.name || unit.size !== invitation.unit.size) return 'unitDiffers'
  const { questions, ownQuestions } = invitation
  const own = ownQuestions.length > 0 ? await textHash(canonicalize(ownQuestions)!) : undefined
  if ((await textHash(canonicalize(questions)!)) !== manifest.questions) return 'questionsDiffer'
  return own === unit.questions ? null : 'questionsDiffer'
}
