import { inBase32, sha256 } from './digest.ts'

export interface Unit {
  id: string
  name: string
  size: number
  key: { kty: string; n: string; e: string }
  /** The hash of the unit's own questions, if it has any. */
  questions?: string
}

export interface Manifest {
  format: string
  round: string
  name: string
  organisation: string
  opens: string
  closes: string
  threshold: number
  questions: string
  script: string
  seal: { kty: string; crv: string; x: string; y: string }
  units: Unit[]
}

/** The manifest's bytes, asked for by nobody in particular. */
export async function fetchManifest(round: string): Promise<Response> {
  return fetch(`/rounds/${encodeURIComponent(round)}/manifest.json`, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
}

export const parseManifest = (bytes: ArrayBuffer): Manifest =>
  JSON.parse(new TextDecoder().decode(bytes)) as Manifest

export async function fingerprintOf(manifest: ArrayBuffer): Promise<string> {
  return inBase32(await sha256(manifest)).slice(0, 26)
}
