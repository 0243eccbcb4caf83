import type { Reads, Writes } from '../storage/index.ts'
import { logos } from '../storage/schema/settings.ts'

export interface Logo {
  type: 'image/png' | 'image/jpeg'
  content: Buffer
}

/** Every mail carries it, so it has to be small. */
export const largestLogo = 100 * 1024

export async function logoOf(read: Reads): Promise<Logo | null> {
  const [logo] = await read.select().from(logos)
  return logo ? { type: logo.type, content: Buffer.from(logo.content, 'base64') } : null
}

export async function changeLogo(tx: Writes, { type, content }: Logo): Promise<void> {
  const drawn = { type, content: content.toString('base64') }
  await tx
    .insert(logos)
    .values({ id: 'logo', ...drawn })
    .onConflictDoUpdate({ target: logos.id, set: drawn })
}

export async function removeLogo(tx: Writes): Promise<void> {
  await tx.delete(logos)
}

const beginnings = {
  'image/png': Buffer.from('89504e470d0a1a0a', 'hex'),
  'image/jpeg': Buffer.from('ffd8ff', 'hex'),
}

/** By what it begins with, whatever its name says; null for anything but PNG and JPEG, SVG with its scripts among it. */
export function logoType(content: Buffer): Logo['type'] | null {
  for (const [type, beginning] of Object.entries(beginnings))
    if (content.subarray(0, beginning.length).equals(beginning)) return type as Logo['type']
  return null
}
