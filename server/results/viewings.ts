import { and, desc, eq } from 'drizzle-orm'
import type { Viewer } from '../access/access.ts'
import type { Context } from '../context.ts'
import { inBatches } from '../storage/batches.ts'
import { newId } from '../storage/identifier.ts'
import { people } from '../storage/schema/people.ts'
import { viewings } from '../storage/schema/publishing.ts'
import type { Reading } from './reading.ts'

export type Viewing = Pick<typeof viewings.$inferSelect, 'at' | 'role' | 'what'> & { by: string | null }

/** Writes down who opened or exported teams' results, unless it is a member reading about their own team. */
export async function noteViewing(
  { store, clock }: Context,
  seen: { roundId: string; teams: Iterable<string>; what: 'opened' | 'exported' },
  viewer: Viewer,
  reading: Reading,
): Promise<void> {
  const { roundId, what } = seen
  const rows = [...seen.teams].flatMap((teamId) => {
    const role = reading.role(teamId)
    if (role === 'member') return []
    return [
      {
        id: newId(),
        roundId,
        teamId,
        what,
        personId: viewer.id,
        role: role ?? ('outside' as const),
        at: clock.now(),
      },
    ]
  })
  if (rows.length === 0) return
  await store.write(async (tx) => {
    for (const some of inBatches(rows)) await tx.insert(viewings).values(some)
  })
}

/** A small team's page shows the neighbours it was pooled with, so they are told as well. */
export const teamsShown = (teamId: string, classes: { teams: string[] }[]): Set<string> =>
  new Set([teamId, ...classes.filter(({ teams }) => teams.includes(teamId)).flatMap(({ teams }) => teams)])

/** Newest first; a person who has left is a former colleague. */
export async function viewingsOf({ store }: Context, roundId: string, teamId: string): Promise<Viewing[]> {
  const rows = await store.read
    .select({ viewing: viewings, name: people.name, email: people.email })
    .from(viewings)
    .leftJoin(people, eq(people.id, viewings.personId))
    .where(and(eq(viewings.roundId, roundId), eq(viewings.teamId, teamId)))
    .orderBy(desc(viewings.at))
  return rows.map(({ viewing: { at, role, what }, name, email }) => ({ at, role, what, by: name ?? email }))
}
