import type { Invitation } from './invitation.ts'

/**
 * What the loader leaves on `window.answering` for the answering script.
 * A round keeps its script until it closes while the loader is upgraded: fields may be added here, never changed.
 */
export interface Handover {
  token: string
  invitation: Invitation
  /** The bytes of the manifest exactly as they arrived. */
  manifest: ArrayBuffer
}

declare global {
  interface Window {
    answering?: Handover
  }
}
