import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Where tests write. In memory where there is room: what they write is synced thousands of times, and nobody reads it after them. */
export const inMemory = (): string => (hasRoom(memory) ? memory : tmpdir())

const memory = '/dev/shm'
/** Of containers it is often 64 MB. */
const most = 4 * 1024 ** 3

function hasRoom(directory: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(directory)
    return bavail * bsize > most
  } catch {
    return false
  }
}
