import { constants, createPublicKey, privateDecrypt, verify } from 'node:crypto'
import { compactDecrypt, decodeProtectedHeader } from 'jose'
import { describe, expect, test } from 'vitest'
import { pulse } from '#server/questionnaire/pulse.ts'
import { turns } from '#server/questionnaire/rotating.ts'
import {
  blindMessage,
  finalizeTicket,
  isTooLong,
  padded,
  receiptOf,
  sealBallot,
} from '../../public/answering/ballot.ts'
import type { Draft } from '../../public/answering/draft.ts'
import { faultsIn } from '../../public/answering/faults.ts'
import { cleaned, plaintextOf } from '../../public/answering/plaintext.ts'
import { base64url, fakeRound, hexHash } from './fake-round.ts'

const { manifest, signingKey, sealKey } = fakeRound(new Uint8Array())
const [unit, otherUnit] = manifest.units
const decoded = (text: string) => Buffer.from(text, 'base64url')
const sign = (blinded: string) =>
  base64url(privateDecrypt({ key: signingKey, padding: constants.RSA_NO_PADDING }, decoded(blinded)))

const nothing: Draft = { choices: {}, remarks: {} }
const remark = (text: string, audience?: 'team' | 'organisation') => ({ text, ...(audience && { audience }) })
const full: Draft = {
  choices: { 'ai-helped': '5', stress: '', 'work/tests': 'hurt', 'work/review': '', experience: 'over-10' },
  remarks: {
    'when-helped': remark('€'.repeat(600), 'team'),
    'when-hurt': remark('"\n'.repeat(299), 'organisation'),
    'what-change': remark('😀'.repeat(300), 'team'),
  },
}

describe('a ticket', () => {
  test('is a signature by the unit’s key on a message that names round and unit', async () => {
    const blinded = await blindMessage(manifest.round, unit!)
    const signature = await finalizeTicket(unit!, blinded, sign(blinded.blindedMessage))
    const message = decoded(blinded.message)
    const prefix = `safe-to-say ballot\n${manifest.round}\n${unit!.id}\n`
    expect(message.subarray(32).toString()).toMatch(new RegExp(`^${prefix}[\\w-]{43}$`))
    const key = { key: createPublicKey(signingKey), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
    expect(verify('sha384', message, key, decoded(signature))).toBe(true)
  })

  test('shares nothing with what the server signed', async () => {
    const blinded = await blindMessage(manifest.round, unit!)
    const signature = await finalizeTicket(unit!, blinded, sign(blinded.blindedMessage))
    expect(decoded(blinded.blindedMessage)).toHaveLength(256)
    expect(
      new Set([blinded.blindedMessage, sign(blinded.blindedMessage), signature, blinded.message]).size,
    ).toBe(4)
  })

  test('signed with another key is refused', async () => {
    const blinded = await blindMessage(manifest.round, otherUnit!)
    const smaller = decoded(blinded.blindedMessage)
    smaller[0] = 0 // the other modulus may be the smaller one
    const signature = sign(Buffer.from(smaller).toString('base64url'))
    await expect(finalizeTicket(otherUnit!, blinded, signature)).rejects.toThrow()
  })

  test('has a receipt that is the hash of its message', async () => {
    const { message } = await blindMessage(manifest.round, unit!)
    expect(await receiptOf(message)).toBe(hexHash(decoded(message)))
  })
})

describe('a sealed ballot', () => {
  test('is padded with spaces to exactly 8,192 bytes', () => {
    for (const draft of [nothing, full]) {
      const bytes = padded(plaintextOf(draft, pulse))
      const text = new TextDecoder().decode(bytes)
      expect(bytes).toHaveLength(8192)
      expect(text.trimEnd()).toBe(JSON.stringify(plaintextOf(draft, pulse)))
    }
  })

  test('has one length, whatever was answered', async () => {
    const drafts = [nothing, full, { ...nothing, choices: { 'ai-helped': '1' } }]
    const sealed = await Promise.all(
      Array.from({ length: 30 }, (_, turn) =>
        sealBallot(plaintextOf(drafts[turn % 3]!, pulse), manifest.seal),
      ),
    )
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1)
  })

  test('has exactly the agreed header and opens with the round’s key', async () => {
    const sealed = await sealBallot(plaintextOf(full, pulse), manifest.seal)
    const { epk } = decodeProtectedHeader(sealed) as { epk: { x: string; y: string } }
    const header = { alg: 'ECDH-ES', enc: 'A256GCM', epk: { x: epk.x, crv: 'P-256', kty: 'EC', y: epk.y } }
    expect(decoded(sealed.split('.')[0]!).toString()).toBe(JSON.stringify(header))
    const { plaintext } = await compactDecrypt(sealed, sealKey)
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual(plaintextOf(full, pulse))
  })
})

describe('the plaintext', () => {
  test('holds a level, a band or null for each question asked, and nothing else', () => {
    const { answers, attributes } = plaintextOf(
      { ...full, choices: { ...full.choices, foreign: '3' } },
      pulse,
    )
    expect(answers).toMatchObject({ 'ai-helped': 5, stress: null, 'ai-trust': null })
    expect(answers['work']).toMatchObject({ tests: 'hurt', review: null, security: null })
    expect(answers).not.toHaveProperty('foreign')
    expect(attributes).toEqual({ experience: 'over-10' })
  })

  test('holds the option of one of several, or null', () => {
    const [, , third] = turns
    const of = (choice: string) =>
      plaintextOf({ ...nothing, choices: { 'push-from': choice } }, third!).answers
    expect(of('show')).toMatchObject({ 'push-from': 'show' })
    expect(of('')).toMatchObject({ 'push-from': null })
    expect(plaintextOf(nothing, third!).answers).toMatchObject({ 'push-from': null })
  })

  test('leaves a declined attribute out', () => {
    expect(plaintextOf({ ...nothing, choices: { experience: '' } }, pulse).attributes).toEqual({})
  })

  test('keeps no control character but the newline, and no half character', () => {
    expect(cleaned(' a\tb\r\nc\u0000\u009f\ud800d ')).toBe('a b\nc\ufffdd')
  })
})

describe('a draft is not handed in', () => {
  test('with a remark whose audience is not chosen', () => {
    const draft = { ...nothing, remarks: { 'when-hurt': remark('It did.'), 'when-helped': remark('  ') } }
    expect(faultsIn(draft, pulse)).toEqual({ 'when-hurt': 'audience' })
  })

  test('with a remark of 601 code units', () => {
    const draft = { ...nothing, remarks: { 'when-hurt': remark('x'.repeat(601), 'team') } }
    expect(faultsIn(draft, pulse)).toEqual({ 'when-hurt': 'remarkTooLong' })
  })

  test('with a fourth remark', () => {
    const fourth = { ...pulse.find(({ id }) => id === 'when-hurt')!, id: 'fourth' }
    const draft = { ...full, remarks: { ...full.remarks, fourth: remark('More.', 'team') } }
    expect(faultsIn(draft, [...pulse, fourth])).toEqual({ fourth: 'tooManyRemarks' })
  })

  test('when all of it does not fit', () => {
    const many = Array.from({ length: 200 }, (_, place) => ({
      ...pulse[0]!,
      id: `a-very-long-question-id-${place}`,
    }))
    expect(isTooLong(plaintextOf(full, pulse))).toBe(false)
    expect(faultsIn(full, [...many, ...pulse])).toEqual({ 'what-change': 'ballotTooLong' })
    expect(() => padded(plaintextOf(full, [...many, ...pulse]))).toThrow(RangeError)
  })

  test('but longest remarks in any script fit', () => {
    expect(faultsIn(full, pulse)).toEqual({})
  })
})
