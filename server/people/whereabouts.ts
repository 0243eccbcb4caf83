import { setImmediate } from 'node:timers/promises'
import { asc, gt } from 'drizzle-orm'
import type { Reads } from '../storage/index.ts'
import { people, teamAliases, teams } from '../storage/schema/people.ts'
import { readPath } from './paths.ts'
import { TeamTree } from './tree.ts'

const portion = 5000

/** Everybody's team by address, null for an administrator without one. Addresses are in lower case. */
export async function teamsByAddress(read: Reads): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>()
  for (let last = ''; ;) {
    const some = await read
      .select({ email: people.email, teamId: people.teamId })
      .from(people)
      .where(gt(people.email, last))
      .orderBy(asc(people.email))
      .limit(portion)
    for (const { email, teamId } of some) found.set(email, teamId)
    if (some.length < portion) return found
    last = some.at(-1)!.email
    // On SQLite nobody else is answered while a statement runs.
    await setImmediate()
  }
}

/** Finds a team by its path as somebody wrote it, former paths included; null where there is none. */
export async function teamFinder(read: Reads): Promise<(written: string) => string | null> {
  const all = await read.select().from(teams)
  const tree = new TeamTree({ teams: all, aliases: await read.select().from(teamAliases) })
  return (written) => tree.resolve(readPath(written)).id
}
