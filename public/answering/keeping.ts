import type { Blinded } from './ballot.ts'
import { textHash } from './digest.ts'
import type { Draft } from './draft.ts'
import type { Plaintext } from './plaintext.ts'

/** How far handing in has come; what a step needs is kept before its request is sent. */
export type Submission = { fingerprint: string; closes: string } & (
  | { stage: 'blinded'; blinded: Blinded; plaintext: Plaintext }
  | { stage: 'sealed'; message: string; signature: string; ballot: string }
)
export interface Receipt {
  round: string
  receipt: string
}
interface KeptDraft {
  draft: Draft
  closes: string
}

/** An invitation is one person's in one round, by whichever of its links; a hash names what is kept without being a way in. */
export const keyFor = (idOrToken: string): Promise<string> => textHash(idOrToken)

export const draftOf = async (key: string) => (await read<KeptDraft>('drafts', key))?.draft
export const submissionOf = (key: string) => read<Submission>('submissions', key)
export const keptReceipt = (key: string) => read<Receipt>('receipts', key)

/** A second tab that is still open after the ballot was counted keeps nothing any more. */
export async function keepDraft(key: string, kept: KeptDraft): Promise<void> {
  await change((store) => {
    const receipt = store('receipts').get(key)
    receipt.onsuccess = () => receipt.result ?? store('drafts').put(kept, key)
  })
}

export const keepSubmission = (key: string, submission: Submission): Promise<void> =>
  change((store) => store('submissions').put(submission, key))

/** The only way anything of an open round is deleted. The receipt is found by the link, too, once it leads nowhere. */
export const keepReceipt = (key: string, linkKey: string, receipt: Receipt): Promise<void> =>
  change((store) => {
    store('receipts').put(receipt, key)
    store('receipts').put(receipt, linkKey)
    store('drafts').delete(key)
    store('submissions').delete(key)
  })

/** Answers nobody can hand in any more do not stay on the device. */
export const forgetClosedRounds = (now: Date): Promise<void> =>
  change((store) => {
    for (const name of ['drafts', 'submissions'] as const) {
      const walk = store(name).openCursor()
      walk.onsuccess = () => {
        const kept = walk.result
        if (!kept) return
        if (isLongClosed((kept.value as { closes: string }).closes, now)) kept.delete()
        kept.continue()
      }
    }
  })

// The device's clock may be wrong, and a round may close late.
const isLongClosed = (closes: string, now: Date) =>
  now.getTime() - Date.parse(closes) > 7 * 24 * 60 * 60 * 1000

type StoreName = 'drafts' | 'submissions' | 'receipts'
const storeNames: StoreName[] = ['drafts', 'submissions', 'receipts']

async function read<T>(name: StoreName, key: string): Promise<T | undefined> {
  const database = await open()
  return new Promise<T | undefined>((resolve, reject) => {
    const request = database.transaction(name).objectStore(name).get(key) as IDBRequest<T | undefined>
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  }).finally(() => database.close())
}

async function change(work: (store: (name: StoreName) => IDBObjectStore) => void): Promise<void> {
  const database = await open()
  return new Promise<void>((resolve, reject) => {
    // A crash right after a request was sent must find what was kept before it.
    const transaction = database.transaction(storeNames, 'readwrite', { durability: 'strict' })
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
    work((name) => transaction.objectStore(name))
  }).finally(() => database.close())
}

// Opened anew each time: phones cut long-lived connections of pages in the background.
function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('safe-to-say', 1)
    request.onupgradeneeded = () => storeNames.forEach((name) => request.result.createObjectStore(name))
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
