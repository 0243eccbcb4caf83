import { fingerprintOf, parseManifest, type Manifest, type Unit } from './manifest.ts'
import type { Invitation } from './invitation.ts'
import { keyFor } from './keeping.ts'

/** One person's round: what stays the same from the first screen to the receipt. */
export interface Errand {
  /** Names what is kept on the device. */
  key: string
  token: string
  manifest: Manifest
  fingerprint: string
  unit: Unit
}

export async function errandOf(token: string, { id, unit }: Invitation, bytes: ArrayBuffer): Promise<Errand> {
  const manifest = parseManifest(bytes)
  return {
    key: await keyFor(id ?? token),
    token,
    manifest,
    fingerprint: await fingerprintOf(bytes),
    unit: manifest.units.find(({ id }) => id === unit.id)!,
  }
}
