import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { lastingSecret, type Keys } from './keys.ts'

const cipher = 'aes-256-gcm'
const lengths = { nonce: 12, tag: 16 }

/** Made at the start, so that two first uses at once cannot make two. */
export const makeSealingKey = async (keys: Keys): Promise<void> => void (await sealingKey(keys))

/**
 * Seals what the server has to read again, such as an address that is a password, under a key of the key directory:
 * the database and its backups hold nothing that opens it.
 * @param place where it is kept; moved to another place it opens no more
 */
export async function seal(keys: Keys, place: string, text: string): Promise<string> {
  const nonce = randomBytes(lengths.nonce)
  const sealing = createCipheriv(cipher, await sealingKey(keys), nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64url')
}

/** Null where it was sealed under another key, or for another place. */
export async function unseal(keys: Keys, place: string, sealed: string): Promise<string | null> {
  const bytes = Buffer.from(sealed, 'base64url')
  const { nonce, tag } = lengths
  try {
    const opening = createDecipheriv(cipher, await sealingKey(keys), bytes.subarray(0, nonce))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(nonce, nonce + tag))
    return Buffer.concat([opening.update(bytes.subarray(nonce + tag)), opening.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** What opens a door to whoever can read the key directory, and to nobody else. */
export const tokenFor = async (keys: Keys, purpose: string): Promise<string> =>
  createHmac('sha256', await sealingKey(keys))
    .update(purpose)
    .digest('base64url')

/** False where the key directory that it was made in at the start has gone. */
export const isSealingKeyThere = async (keys: Keys): Promise<boolean> => (await keys.read(name)) !== null

const name = 'sealing-secret'

const sealingKey = async (keys: Keys): Promise<Buffer> =>
  Buffer.from(await lastingSecret(keys, name), 'base64url')
