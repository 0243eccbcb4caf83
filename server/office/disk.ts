import { statfs } from 'node:fs/promises'

/** A close, a backup and the log of a busy day have room in so many bytes. */
const enough = 512 * 1024 * 1024

/** Bytes left where the data lies; null while that is enough. */
export async function littleRoom(directory: string): Promise<number | null> {
  const { bavail, bsize } = await statfs(directory)
  return bavail * bsize < enough ? bavail * bsize : null
}
