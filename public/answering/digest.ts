const base32 = 'abcdefghijklmnopqrstuvwxyz234567'

export async function sha256(bytes: BufferSource): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

export async function sha256Hex(bytes: BufferSource): Promise<string> {
  return Array.from(await sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const textHash = (text: string): Promise<string> => sha256Hex(new TextEncoder().encode(text))

/** RFC 4648, lower case, without padding; bits that do not fill a character are left out. */
export function inBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => base32[parseInt(five, 2)]).join('')
}
