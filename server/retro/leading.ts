import type { Viewer } from '../access/access.ts'
import { readingOf } from '../results/results.ts'
import type { Reads } from '../storage/index.ts'

/** By the roster as it is now: whoever manages or facilitates a team holds its retros and says what it decided. */
export async function leads(read: Reads, viewer: Viewer | null, teamId: string): Promise<boolean> {
  return viewer !== null && (await readingOf(read, viewer)).leads(teamId)
}
