import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import canonicalize from 'canonicalize'
import { toNumber, type UnitKey } from './blind.ts'
import { objectIn, text, type Transport } from './transport.ts'
import { ManifestRefused, demand } from './refused.ts'

export interface ManifestUnit {
  id: string
  name: string
  size: number
  key: { kty: 'RSA'; n: string; e: string }
  /** Only where the unit has questions of its own. */
  questions?: string
}

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
  seal: { kty: 'EC'; crv: 'P-256'; x: string; y: string }
  units: ManifestUnit[]
}

/** A manifest that passed, and its keys, by the unit's id. */
export interface ReadManifest {
  manifest: Manifest
  fingerprint: string
  keys: { seal: KeyObject; units: Map<string, UnitKey> }
}

/** Throws StepFailed, and ManifestRefused for every reason that shows without an invitation. */
export async function readManifest(transport: Transport, roundId: string): Promise<ReadManifest> {
  const received = await text(
    'manifest',
    transport('GET', `/rounds/${encodeURIComponent(roundId)}/manifest.json`),
  )
  const manifest = manifestIn(received)
  demand(canonicalize(manifest) === received, 'unreadable', 'not canonical')
  demand(manifest.format === 'safe-to-say/1', 'format', String(manifest.format))
  demand(manifest.round === roundId, 'round', String(manifest.round))
  demand(Number.isInteger(manifest.threshold) && manifest.threshold >= 5, 'threshold')
  const units = new Map(manifest.units.map((unit) => [unit.id, unitKey(unit, manifest.threshold)]))
  demand(units.size === manifest.units.length, 'sharedId')
  const moduli = new Set([...units.values()].map(({ modulus }) => modulus))
  demand(moduli.size === units.size, 'sharedKey')
  const keys = { seal: sealingKey(manifest.seal), units }
  return { manifest, fingerprint: fingerprintOf(received), keys }
}

function manifestIn(received: string): Manifest {
  const manifest = objectIn(received) as Manifest | null
  if (!Array.isArray(manifest?.units) || !manifest.units.every(Boolean))
    throw new ManifestRefused('unreadable')
  return manifest
}

function unitKey(unit: ManifestUnit, threshold: number): UnitKey {
  demand(Number.isInteger(unit.size) && unit.size >= threshold, 'unitTooSmall', unit.id)
  const { kty, n, e } = unit.key ?? {}
  const modulus = naturalIn(n)
  demand(kty === 'RSA' && modulus.toString(2).length === 2048 && modulus % 2n === 1n, 'modulus', unit.id)
  demand(naturalIn(e) === 65537n, 'exponent', unit.id)
  return { modulus, key: createPublicKey({ key: { kty, n, e }, format: 'jwk' }) }
}

function naturalIn(encoded: unknown): bigint {
  return typeof encoded === 'string' ? toNumber(Buffer.from(encoded, 'base64url')) : 0n
}

function sealingKey(seal: JsonWebKey | null | undefined): KeyObject {
  const { kty, crv, x, y } = seal ?? {}
  demand(kty === 'EC' && crv === 'P-256', 'sealingKey')
  try {
    return createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' })
  } catch {
    throw new ManifestRefused('sealingKey', 'not a point of P-256')
  }
}

/** 26 characters of base32 are the first 130 of the hash's 256 bits. */
function fingerprintOf(received: string): string {
  const bits = toNumber(createHash('sha256').update(received).digest()) >> 126n
  const digits = bits.toString(32).padStart(26, '0')
  return digits.replace(/./g, (digit) => 'abcdefghijklmnopqrstuvwxyz234567'.charAt(parseInt(digit, 32)))
}
