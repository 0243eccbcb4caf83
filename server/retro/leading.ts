import { inArray } from 'drizzle-orm'
import type { Viewer } from '../access/access.ts'
import { readingOf } from '../results/results.ts'
import { hierarchyOf } from '../people/people.ts'
import type { Reads } from '../storage/index.ts'
import { leaderships } from '../storage/schema/people.ts'

/** By the roster as it is now: whoever manages or facilitates a team holds its retros and says what it decided. */
export async function leads(read: Reads, viewer: Viewer | null, teamId: string): Promise<boolean> {
  return viewer !== null && (await readingOf(read, viewer)).leads(teamId)
}

/** Ids of those who lead a team, or a team above. */
export async function leadersOf(read: Reads, teamId: string): Promise<string[]> {
  const { upwards } = await hierarchyOf(read)
  const led = await read
    .select({ id: leaderships.personId })
    .from(leaderships)
    .where(inArray(leaderships.teamId, [...upwards(teamId)]))
  return [...new Set(led.map(({ id }) => id))]
}
