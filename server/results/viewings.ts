import { and, asc, desc, eq, gte, inArray, or } from 'drizzle-orm'
import type { Viewer } from '../access/access.ts'
import type { Context } from '../context.ts'
import { hierarchyOf } from '../people/people.ts'
import { inBatches } from '../storage/batches.ts'
import { newId } from '../storage/identifier.ts'
import { people } from '../storage/schema/people.ts'
import { viewings } from '../storage/schema/publishing.ts'
import type { Reading } from './reading.ts'

/** Whose figures of one round a page or an export shows. */
export interface Shown {
  roundId: string
  /** Teams of which everybody below is counted as well. */
  groups: string[]
  /** Teams counted beside them, such as neighbours in a pool; only who is directly in them. */
  teams: string[]
}

type Looked = 'opened' | 'exported' | 'mailed'

/** What a group's figures show, round by round; nothing of a team where the group is the organisation (null). */
export const shownOf = (
  teamId: string | null,
  history: { round: { id: string }; neighbours: string[] }[],
): Shown[] =>
  history.map(({ round, neighbours }) => ({
    roundId: round.id,
    groups: teamId ? [teamId] : [],
    teams: neighbours,
  }))

/**
 * Writes down who opened or exported teams' figures, once a day for each round and team, unless it is a member reading
 * about their own team.
 */
export async function noteViewing(
  { store, clock }: Context,
  viewer: Viewer,
  reading: Reading,
  what: Looked,
  shown: Shown[],
): Promise<void> {
  const at = clock.now()
  const seen = shown.flatMap(({ roundId, groups, teams }) => {
    const beside = teams.filter((id) => !groups.includes(id))
    return [
      ...groups.map((teamId) => ({ roundId, teamId, below: true })),
      ...beside.map((teamId) => ({ roundId, teamId, below: false })),
    ]
  })
  const outside = seen.filter(({ teamId }) => reading.role(teamId) !== 'member')
  if (outside.length === 0) return
  await store.write(async (tx) => {
    const today = new Date(at.getTime() - (at.getTime() % day))
    const { roundId, teamId, below } = viewings
    const noted = await tx
      .select({ roundId, teamId, below })
      .from(viewings)
      .where(and(eq(viewings.personId, viewer.id), eq(viewings.what, what), gte(viewings.at, today)))
    const known = new Set(noted.map(keyOf))
    const rows = outside
      .filter((one) => !known.has(keyOf(one)))
      .map((one) => ({
        ...one,
        id: newId(),
        personId: viewer.id,
        role: reading.role(one.teamId) ?? ('outside' as const),
        what,
        at,
      }))
    for (const some of inBatches(rows))
      await tx.insert(viewings).values(some as (typeof viewings.$inferInsert)[])
  })
}

const day = 24 * 60 * 60 * 1000

const keyOf = (seen: { roundId: string; teamId: string; below: boolean }): string =>
  `${seen.roundId} ${seen.teamId} ${seen.below}`

export interface Viewing extends Pick<typeof viewings.$inferSelect, 'at' | 'role' | 'what'> {
  by: string | null
  /** The group above the team whose figures were looked at, the team's people among them; null for the team itself. */
  within: string | null
}

/** Newest first; a person who has left is a former colleague. */
export async function viewingsOf({ store }: Context, roundId: string, teamId: string): Promise<Viewing[]> {
  const { paths, upwards } = await hierarchyOf(store.read)
  const [, ...above] = upwards(teamId)
  const rows = await store.read
    .select({ viewing: viewings, name: people.name, email: people.email })
    .from(viewings)
    .leftJoin(people, eq(people.id, viewings.personId))
    .where(
      and(
        eq(viewings.roundId, roundId),
        or(eq(viewings.teamId, teamId), and(eq(viewings.below, true), inArray(viewings.teamId, above))),
      ),
    )
    // What happened in one moment stands in an order that says nothing, and is the same whoever asks.
    .orderBy(desc(viewings.at), asc(people.email), asc(viewings.what), asc(viewings.teamId))
  return rows.map(({ viewing: { at, role, what, teamId: seen }, name, email }) => ({
    at,
    role,
    what,
    by: name ?? email,
    within: seen === teamId ? null : (paths.get(seen)?.join(' / ') ?? null),
  }))
}
