import { createHash, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import canonicalize from 'canonicalize'
import { inBase32 } from '../../public/answering/digest.ts'
import type { Invitation } from '../../public/answering/invitation.ts'
import { fingerprintOf, type Manifest } from '../../public/answering/manifest.ts'
import { refusalOf, type Refusal } from '../../public/answering/refusal.ts'
import { fakeRound, manifestBytes } from './fake-round.ts'

const script = new TextEncoder().encode('the answering script')
const round = fakeRound(script)

function refusal(change: (manifest: Manifest, invitation: Invitation) => void = () => {}) {
  const { manifest, invitation } = structuredClone({ manifest: round.manifest, invitation: round.invitation })
  change(manifest, invitation)
  return refusalOf({ manifest: manifestBytes(manifest), invitation, script: script.buffer })
}

const rsaKey = (modulusLength: number, publicExponent = 65537) => {
  const { kty, n, e } = generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey.export({
    format: 'jwk',
  })
  return { kty: kty!, n: n!, e: e! }
}

const withModulus = (n: string, change: (bytes: Buffer) => void) => {
  const bytes = Buffer.from(n, 'base64url')
  change(bytes)
  return bytes.toString('base64url')
}

describe('the client answers', () => {
  test('under a manifest that keeps the rules', async () => {
    expect(await refusal()).toBeNull()
  })

  test('with a unit of exactly the threshold', async () => {
    expect(await refusal((manifest) => (manifest.units[1]!.size = 5))).toBeNull()
  })
})

const faulty: [string, Refusal, (manifest: Manifest, invitation: Invitation) => void][] = [
  ['another format', 'format', (manifest) => (manifest.format = 'safe-to-say/2')],
  ['another round', 'otherRound', (manifest) => (manifest.round = 'another')],
  ['a threshold of four', 'lowThreshold', (manifest) => (manifest.threshold = 4)],
  [
    'a threshold that is no number',
    'lowThreshold',
    (manifest) => Object.assign(manifest, { threshold: 'five' }),
  ],
  [
    'somebody else’s unit smaller than the threshold',
    'smallUnit',
    (manifest) => (manifest.units[1]!.size = 4),
  ],
  ['units smaller than a raised threshold', 'smallUnit', (manifest) => (manifest.threshold = 8)],
  ['a 1024-bit key', 'modulusLength', (manifest) => (manifest.units[1]!.key = rsaKey(1024))],
  ['a 3072-bit key', 'modulusLength', (manifest) => (manifest.units[0]!.key = rsaKey(3072))],
  [
    'a 2047-bit modulus',
    'modulusLength',
    ({ units: [unit] }) => (unit!.key.n = withModulus(unit!.key.n, (bytes) => (bytes[0]! &= 0x7f))),
  ],
  [
    'an even modulus',
    'evenModulus',
    ({ units: [unit] }) => (unit!.key.n = withModulus(unit!.key.n, (bytes) => (bytes[255]! &= 0xfe))),
  ],
  ['an exponent of 3', 'exponent', (manifest) => (manifest.units[0]!.key = rsaKey(2048, 3))],
  ['two units with one id', 'sharedId', ({ units }) => (units[1]!.id = units[0]!.id)],
  ['two units with one key', 'sharedKey', ({ units }) => (units[1]!.key = { ...units[0]!.key })],
  [
    'two units with one key written in two ways',
    'sharedKey',
    ({ units }) => (units[1]!.key.n = respelled(units[0]!.key.n)),
  ],
  ['a sealing key on another curve', 'sealingKey', (manifest) => (manifest.seal.crv = 'P-384')],
  ['a sealing key of another length', 'sealingKey', (manifest) => (manifest.seal.x = 'AAAA')],
  ['a person whose unit is missing', 'unitMissing', (_, invitation) => (invitation.unit.id = 'foreign')],
  ['a unit of another name', 'unitDiffers', (_, invitation) => (invitation.unit.name = 'Search')],
  ['a unit of another size', 'unitDiffers', (_, invitation) => (invitation.unit.size = 30)],
  ['other questions', 'questionsDiffer', (_, invitation) => invitation.questions.pop()],
  ['reordered questions', 'questionsDiffer', (_, invitation) => invitation.questions.reverse()],
  ['a unit’s own questions left out', 'questionsDiffer', (_, invitation) => invitation.ownQuestions.pop()],
  [
    'own questions that were not promised',
    'questionsDiffer',
    (manifest) => delete manifest.units[0]!.questions,
  ],
  ['another script', 'scriptDiffers', (manifest) => (manifest.script = '0'.repeat(64))],
  ['no units', 'malformed', (manifest) => Object.assign(manifest, { units: null })],
]

const respelled = (n: string) => n.slice(0, -1) + String.fromCharCode(n.charCodeAt(n.length - 1) + 1)

describe('the client refuses', () => {
  test.each(faulty)('%s: %s', async (_, reason, change) => {
    expect(await refusal(change)).toBe(reason)
  })

  test('bytes that are not canonical', async () => {
    const manifest = new TextEncoder().encode(JSON.stringify(round.manifest, null, 1)).buffer
    expect(await refusalOf({ manifest, invitation: round.invitation, script: script.buffer })).toBe(
      'malformed',
    )
  })

  test('a name that stands twice', async () => {
    const twice = canonicalize(round.manifest)!.replace('{', '{"closes":"2030-01-01T00:00:00.000Z",')
    const manifest = new TextEncoder().encode(twice).buffer
    expect(await refusalOf({ manifest, invitation: round.invitation, script: script.buffer })).toBe(
      'malformed',
    )
  })

  test('bytes that are no JSON', async () => {
    const manifest = new TextEncoder().encode('<html>').buffer
    expect(await refusalOf({ manifest, invitation: round.invitation, script: script.buffer })).toBe(
      'malformed',
    )
  })
})

describe('the fingerprint', () => {
  test('is base32 as RFC 4648 has it', () => {
    expect(inBase32(new TextEncoder().encode('fooba'))).toBe('mzxw6ytb')
  })

  test('is 26 characters that change with every byte', async () => {
    const bytes = manifestBytes(round.manifest)
    const bits = [...createHash('sha256').update(new Uint8Array(bytes)).digest()]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('')
    const first = 'abcdefghijklmnopqrstuvwxyz234567'[parseInt(bits.slice(0, 5), 2)]
    const fingerprint = await fingerprintOf(bytes)
    expect(fingerprint).toMatch(/^[a-z2-7]{26}$/)
    expect(fingerprint[0]).toBe(first)
    expect(await fingerprintOf(manifestBytes({ ...round.manifest, name: 'December 2026' }))).not.toBe(
      fingerprint,
    )
  })
})
