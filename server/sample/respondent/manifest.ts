import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Question } from '../../storage/schema/questions.ts'
import { toNumber, type UnitKey } from './blind.ts'
import { objectIn, text, type Transport } from './transport.ts'

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

export interface Invitation {
  round: string
  unit: { id: string; name: string; size: number; members: string[] }
  /** The teams in the unit, when it is more than one. */
  pooled?: string[]
  questions: Question[]
  ownQuestions: Question[]
  /** What the unit's teams decided, to be read before answering. */
  actions?: { team: string; text: string; state: 'open' | 'done' | 'dropped'; reason?: string }[]
  ticket: boolean
}

/** A manifest that passed, and its keys, by the unit's id. */
export interface ReadManifest {
  manifest: Manifest
  fingerprint: string
  keys: { seal: KeyObject; units: Map<string, UnitKey> }
}

export type ManifestReason =
  | 'unreadable'
  | 'format'
  | 'round'
  | 'threshold'
  | 'unitTooSmall'
  | 'modulus'
  | 'exponent'
  | 'sharedId'
  | 'sharedKey'
  | 'sealingKey'
  | 'unitMissing'
  | 'unitDiffers'
  | 'questions'
  | 'ownQuestions'

/** The manifest is not one to answer under. */
export class ManifestRefused extends Error {
  constructor(
    readonly reason: ManifestReason,
    readonly subject = '',
  ) {
    super(subject ? `${reason}: ${subject}` : reason)
  }
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

/** Throws ManifestRefused where the manifest is not the one this person was invited under. */
export function checkInvitation({ manifest }: ReadManifest, invitation: Invitation): void {
  demand(manifest.round === invitation.round, 'round', manifest.round)
  const { id, name, size } = invitation.unit
  const unit = manifest.units.find((unit) => unit.id === id)
  if (!unit) throw new ManifestRefused('unitMissing', id)
  demand(unit.name === name && unit.size === size, 'unitDiffers', id)
  demand(manifest.questions === hashOf(invitation.questions), 'questions')
  const own = invitation.ownQuestions.length > 0 ? hashOf(invitation.ownQuestions) : undefined
  demand(unit.questions === own, 'ownQuestions', id)
}

function hashOf(questions: Question[]): string {
  return createHash('sha256').update(canonicalize(questions)!).digest('hex')
}

function demand(holds: boolean, reason: ManifestReason, subject?: string): void {
  if (!holds) throw new ManifestRefused(reason, subject)
}
