import { keptReceipt } from './keeping.ts'

export type Shortcoming = 'insecure' | 'oldBrowser' | 'noStorage'

/** What this browser lacks to answer safely, or null. */
export async function shortcoming(): Promise<Shortcoming | null> {
  if (window.isSecureContext === false) return 'insecure'
  if (!isCurrent()) return 'oldBrowser'
  try {
    sessionStorage.getItem('')
    await keptReceipt('')
    return null
  } catch {
    return 'noStorage'
  }
}

// The youngest of the features the answering script and its libraries use.
const isCurrent = () =>
  Boolean(
    window.crypto?.subtle &&
    navigator.locks &&
    'indexedDB' in window &&
    'hasOwn' in Object &&
    'at' in Array.prototype,
  )
