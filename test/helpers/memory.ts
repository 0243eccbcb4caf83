import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Where tests write. In memory where there is room: what they write is synced thousands of times, and nobody reads it after them. */
export const inMemory = (): string => (hasRoom(memory) ? memory : tmpdir())

const memory = '/dev/shm'
/** A run writes half of it. Containers often have 64 MB. */
const needed = 4 * 1024 ** 3

function hasRoom(directory: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(directory)
    return bavail * bsize > needed
  } catch {
    return false
  }
}
