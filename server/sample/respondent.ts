import { createHash } from 'node:crypto'
import { ballotMessage, blind, finalize, type Blinding } from './respondent/blind.ts'
import { padded, sealed, type Plaintext } from './respondent/ballot.ts'
import { checkInvitation, type Invitation } from './respondent/invitation.ts'
import { readManifest, type ReadManifest } from './respondent/manifest.ts'
import { json, StepFailed, type Transport } from './respondent/transport.ts'
import { known } from '../known.ts'

export * from './respondent/ballot.ts'
export { ballotMessage, type Blinding } from './respondent/blind.ts'
export * from './respondent/manifest.ts'
export * from './respondent/refused.ts'
export * from './respondent/invitation.ts'
export { fetchTransport, StepFailed, type Step, type Transport } from './respondent/transport.ts'

/** All but `round` and `unit` in base64url; `ballot` is the compact JWE. */
export interface BallotRequest {
  round: string
  unit: string
  message: string
  signature: string
  ballot: string
}

/**
 * One person answering one round, from docs/protocol.md alone.
 * `answer` takes every step; each can be taken alone, in order, and again after a lost response or a 503.
 * What a browser would store stays in `blinding`, `signature` and `ballot`.
 */
export class Respondent {
  blinding: Blinding | null = null
  signature: Buffer | null = null
  ballot: string | null = null

  private constructor(
    private readonly transport: Transport,
    readonly token: string,
    readonly invitation: Invitation,
    private readonly read: ReadManifest,
  ) {}

  /** Throws StepFailed and ManifestRefused. Many respondents of a round may share what was read once. */
  static async open(transport: Transport, token: string, read?: ReadManifest): Promise<Respondent> {
    const invitation = await json<Invitation>(
      'invitation',
      transport('POST', '/answering/invitation', { token }),
    )
    const shared = read ?? (await readManifest(transport, invitation.round))
    checkInvitation(shared, invitation)
    return new Respondent(transport, token, invitation, shared)
  }

  get manifest() {
    return this.read.manifest
  }

  get fingerprint() {
    return this.read.fingerprint
  }

  /** All steps not yet taken; gives the receipt. Throws StepFailed and RangeError. */
  async answer(plaintext: Plaintext): Promise<string> {
    if (!this.blinding) this.prepare()
    // Sealed before the ticket: answers that cannot be sealed spend none, and all is kept before any request.
    if (!this.ballot) await this.seal(plaintext)
    if (!this.signature) await this.takeTicket()
    await this.cast()
    return this.receipt
  }

  /** A new message, blinded with the unit's key; what an earlier one earned is forgotten. */
  prepare(message = ballotMessage(this.invitation.round, this.invitation.unit.id)): Blinding {
    this.signature = null
    this.blinding = blind(this.unitKey, message)
    return this.blinding
  }

  /** The finished signature. Throws StepFailed: 404, 409, 410, 503, or a 200 whose signature is wrong. */
  async takeTicket(): Promise<Buffer> {
    const blinding = taken(this.blinding, 'prepare')
    const body = { token: this.token, blindedMessage: blinding.blindedMessage.toString('base64url') }
    const sent = this.transport('POST', '/answering/tickets', body)
    const { blindSignature } = await json<{ blindSignature: unknown }>('ticket', sent)
    return this.finish(blindSignature)
  }

  /** What the server signed, unblinded and verified. Throws StepFailed where it is wrong. */
  finish(blindSignature: unknown): Buffer {
    const blinding = taken(this.blinding, 'prepare')
    const signature = finalize(this.unitKey, blinding, Buffer.from(String(blindSignature), 'base64url'))
    if (!signature) throw new StepFailed('ticket', 200, 'The signature is not by the unit’s key.')
    return (this.signature = signature)
  }

  /** The compact JWE. Bytes are sealed as they are. Throws RangeError as `padded` does. */
  async seal(plaintext: Plaintext | Uint8Array): Promise<string> {
    const bytes = plaintext instanceof Uint8Array ? plaintext : padded(plaintext)
    return (this.ballot = await sealed(bytes, this.read.keys.seal))
  }

  /** The status, 204. Throws StepFailed for every other: 400, 403, 409, 410, 503. */
  async cast(): Promise<number> {
    const { status, text } = await this.transport('POST', '/answering/ballots', this.ballotRequest)
    if (status !== 204) throw new StepFailed('ballot', status, text)
    return status
  }

  get ballotRequest(): BallotRequest {
    return {
      round: this.invitation.round,
      unit: this.invitation.unit.id,
      message: taken(this.blinding, 'prepare').message.toString('base64url'),
      signature: taken(this.signature, 'takeTicket').toString('base64url'),
      ballot: taken(this.ballot, 'seal'),
    }
  }

  get receipt(): string {
    return createHash('sha256').update(taken(this.blinding, 'prepare').message).digest('hex')
  }

  private get unitKey() {
    return known(this.read.keys.units, this.invitation.unit.id)
  }
}

function taken<T>(value: T | null, step: string): T {
  if (value === null) throw new Error(`${step} comes first`)
  return value
}
