import { askUntilAnswered, type OnPause } from './asking.ts'
import { blindMessage, finalizeTicket, receiptOf, sealBallot } from './ballot.ts'
import type { Errand } from './errand.ts'
import {
  keepReceipt,
  keyFor,
  keepSubmission,
  keptReceipt,
  submissionOf,
  type Receipt,
  type Submission,
} from './keeping.ts'
import type { Plaintext } from './plaintext.ts'

export type Step = 'waiting' | 'ticket' | 'sealing' | 'handingIn'

/** Why handing in cannot go on. Everything kept on the device stays. */
export type Obstacle =
  | 'used'
  | 'unknown'
  | 'closed'
  | 'refused'
  | 'wrongSignature'
  | 'notAdmitted'
  | 'countedOtherwise'
  | 'manifestChanged'
  | 'nothingKept'

export class HandingInStopped extends Error {
  constructor(
    readonly obstacle: Obstacle,
    readonly receipt?: string,
  ) {
    super(obstacle)
  }
}

interface Task extends Errand {
  /** Absent when finishing what an earlier visit began. */
  plaintext?: Plaintext
  onStep: (step: Step) => void
  onPause: OnPause
}

type Blinded = Extract<Submission, { stage: 'blinded' }>
type Sealed = Extract<Submission, { stage: 'sealed' }>

/** Hands in one ballot, from wherever an earlier attempt stopped. Another tab at it is waited for. Throws `HandingInStopped`. */
export function submit(task: Task): Promise<Receipt> {
  task.onStep('waiting')
  return navigator.locks.request(`safe-to-say ${task.key}`, () => finish(task))
}

async function finish(task: Task): Promise<Receipt> {
  const receipt = await keptReceipt(task.key)
  if (receipt) return receipt
  const submission = (await submissionOf(task.key)) ?? (await begin(task))
  // The keys it was begun under are gone: a server that changes them midway wants to know who is who.
  if (submission.fingerprint !== task.fingerprint) throw new HandingInStopped('manifestChanged')
  return handIn(task, submission.stage === 'blinded' ? await seal(task, submission) : submission)
}

async function begin({ key, manifest, fingerprint, unit, plaintext, onStep }: Task): Promise<Blinded> {
  if (!plaintext) throw new HandingInStopped('nothingKept')
  onStep('ticket')
  const blinded = await blindMessage(manifest.round, unit)
  const begun: Blinded = { stage: 'blinded', fingerprint, closes: manifest.closes, blinded, plaintext }
  await keepSubmission(key, begun)
  return begun
}

async function seal(task: Task, { blinded, plaintext, fingerprint, closes }: Blinded): Promise<Sealed> {
  const { key, unit, manifest, onStep } = task
  onStep('ticket')
  const blindSignature = await ticketFor(task, blinded.blindedMessage)
  onStep('sealing')
  const signature = await finalizeTicket(unit, blinded, blindSignature).catch(() => {
    throw new HandingInStopped('wrongSignature')
  })
  const ballot = await sealBallot(plaintext, manifest.seal)
  const sealed: Sealed = { stage: 'sealed', fingerprint, closes, message: blinded.message, signature, ballot }
  await keepSubmission(key, sealed)
  return sealed
}

async function ticketFor({ token, onPause }: Task, blindedMessage: string): Promise<string> {
  const request = { body: { token, blindedMessage }, credentials: 'same-origin' as const }
  const { status, body } = await askUntilAnswered('/answering/tickets', request, onPause)
  if (status === 409) throw new HandingInStopped('used')
  if (status === 404) throw new HandingInStopped('unknown')
  if (status === 410) throw new HandingInStopped('closed')
  if (status !== 200) throw new HandingInStopped('refused')
  return (body as { blindSignature: string }).blindSignature
}

async function handIn(
  { key, token, manifest, unit, onStep, onPause }: Task,
  sealed: Sealed,
): Promise<Receipt> {
  onStep('handingIn')
  const { message, signature, ballot } = sealed
  const receipt = await receiptOf(message)
  const body = { round: manifest.round, unit: unit.id, message, signature, ballot }
  const { status } = await askUntilAnswered('/answering/ballots', { body, credentials: 'omit' }, onPause)
  if (status === 403) throw new HandingInStopped('notAdmitted')
  if (status === 409) throw new HandingInStopped('countedOtherwise', receipt)
  if (status === 410) throw new HandingInStopped('closed')
  if (status !== 204) throw new HandingInStopped('refused')
  const kept = { round: manifest.round, receipt }
  await keepReceipt(key, await keyFor(token), kept)
  return kept
}
