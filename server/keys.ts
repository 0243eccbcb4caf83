import { createHash, generateKeyPair, randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { link, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { newId } from './storage/identifier.ts'
import { makeDirectory } from './storage/index.ts'

/** The key directory: files only the server reads, apart from the data and from every backup. */
export interface Keys {
  /** Null where there is no such file. */
  read(name: string): Promise<Buffer | null>
  /**
   * Durable when it resolves; a file is there whole or not at all. One that is there already stays: of two processes
   * that write it at once the first has written it.
   */
  write(name: string, content: string | Buffer): Promise<void>
  list(directory: string): Promise<string[]>
  /** Another one whenever a file in the directory has been written, replaced or removed. */
  stamp(directory: string): Promise<string>
  /** Removes a directory and every key in it, durably. */
  destroy(directory: string): Promise<void>
  /** A new private key, as PEM: RSA of 2048 bits. A tenth of a second of arithmetic, on another thread. */
  newRsaKey(): Promise<string>
}

export function openKeys(directory: string, newRsaKey = rsaKey): Keys {
  const root = resolve(directory)
  makeDirectory(root, 'key')
  return {
    async read(name) {
      return readFile(join(root, name)).catch(absent(null))
    },
    async write(name, content) {
      const file = join(root, name)
      makeDirectory(dirname(file), 'key')
      for (let made = dirname(file); made !== root; made = dirname(made)) await syncDirectory(dirname(made))
      const draft = `${file}.${newId()}`
      await writeDurably(draft, content)
      await settle(draft, file)
      await syncDirectory(dirname(file))
    },
    async list(directory) {
      return readdir(join(root, directory)).catch(absent([] as string[]))
    },
    async stamp(directory) {
      const names = await readdir(join(root, directory)).catch(absent([] as string[]))
      const states = names.sort().map((name) => {
        const state = statSync(join(root, directory, name), { throwIfNoEntry: false })
        return [name, state?.ino, state?.size, state?.mtimeMs, state?.ctimeMs].join(' ')
      })
      return createHash('sha256').update(states.join('\n')).digest('base64url')
    },
    async destroy(directory) {
      // A key that is being made meanwhile lands in the directory while it is emptied: then it is emptied again.
      await rm(join(root, directory), { recursive: true, force: true, maxRetries: 10 })
      await syncDirectory(dirname(join(root, directory))).catch(absent(undefined))
    },
    newRsaKey,
  }
}

const newKeyPair = promisify(generateKeyPair)

export async function rsaKey(): Promise<string> {
  const { privateKey } = await newKeyPair('rsa', { modulusLength: 2048, publicExponent: 0x10001 })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
}

/** What signs session cookies: made once, so that a restart signs nobody out. */
export async function sessionSecret(keys: Keys, configured: string | undefined): Promise<string> {
  return configured ?? lastingSecret(keys, 'session-secret')
}

/** Made when it is first asked for, the same for all processes; it outlives every round. */
export async function lastingSecret(keys: Keys, name: string): Promise<string> {
  const kept = await keys.read(name)
  if (kept) return kept.toString()
  await keys.write(name, randomBytes(32).toString('base64url'))
  return lastingSecret(keys, name)
}

async function writeDurably(file: string, content: string | Buffer) {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Where a disk knows no second name for a file, the last to write has written it. */
async function settle(draft: string, file: string) {
  const isThere = await link(draft, file).catch(({ code }: NodeJS.ErrnoException) => code === 'EEXIST')
  if (isThere === false) await rename(draft, file)
  else await rm(draft)
}

async function syncDirectory(directory: string) {
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const absent =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return instead
    throw error
  }
