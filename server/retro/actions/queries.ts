import { and, asc, count, desc, eq, gte, inArray, ne, or } from 'drizzle-orm'
import { Refusal } from '../../refusal.ts'
import { leadersOf } from '../leading.ts'
import type { Reads } from '../../storage/index.ts'
import { actions } from '../../storage/schema/actions.ts'
import { issues, trackers } from '../../storage/schema/issues.ts'
import { people } from '../../storage/schema/people.ts'

export type Action = typeof actions.$inferSelect & {
  /** Null for somebody who has left the roster. */
  owner: string | null
}

const selected = (read: Reads) =>
  read
    .select({ action: actions, name: people.name, email: people.email })
    .from(actions)
    .leftJoin(people, eq(people.id, actions.ownerId))

const named = (rows: Awaited<ReturnType<typeof selected>>): Action[] =>
  rows.map(({ action, name, email }) => ({ ...action, owner: name ?? email ?? action.ownerName }))

/** Refuses with notFound. */
export async function actionById(read: Reads, id: string): Promise<Action> {
  const [action] = named(await selected(read).where(eq(actions.id, id)))
  if (!action) throw new Refusal('notFound')
  return action
}

/** What is open, the most pressing first; then what has ended, the latest first. */
export async function actionsOf(read: Reads, teamId: string): Promise<Action[]> {
  const { open, ended } = await actionsFor(read, teamId)
  return [...open, ...ended]
}

/**
 * What a retro begins with: what is open, and what was done or dropped since the one before.
 * @param since all that has ended when left out
 */
export async function actionsFor(
  read: Reads,
  teamId: string,
  since = new Date(0),
): Promise<{ open: Action[]; ended: Action[] }> {
  const ofTeam = eq(actions.teamId, teamId)
  return {
    open: named(
      await selected(read)
        .where(and(ofTeam, eq(actions.state, 'open')))
        .orderBy(asc(actions.due), asc(actions.id)),
    ),
    ended: named(
      await selected(read)
        .where(and(ofTeam, ne(actions.state, 'open'), gte(actions.endedAt, since)))
        .orderBy(desc(actions.endedAt), asc(actions.id)),
    ),
  }
}

/** What was decided on a board, in the order it was decided. */
export async function actionsOnBoard(read: Reads, boardId: string): Promise<Action[]> {
  return named(
    await selected(read).where(eq(actions.boardId, boardId)).orderBy(asc(actions.madeAt), asc(actions.id)),
  )
}

/** What somebody has taken on, the most pressing first. */
export async function openActionsOwnedBy(read: Reads, personId: string): Promise<Action[]> {
  return named(
    await selected(read)
      .where(and(eq(actions.ownerId, personId), eq(actions.state, 'open')))
      .orderBy(asc(actions.due), asc(actions.id)),
  )
}

/** How many are open, by team; teams without any are absent. */
export async function openActionsPerTeam(read: Reads, teams: { id: string }[]): Promise<Map<string, number>> {
  const { teamId, state } = actions
  const ids = teams.map(({ id }) => id)
  const rows = await read
    .select({ teamId, open: count() })
    .from(actions)
    .where(and(eq(state, 'open'), inArray(teamId, ids)))
    .groupBy(teamId)
  return new Map(rows.map((row) => [row.teamId, row.open]))
}

/** What a team's actions are called outside, by action, `link` null while it is being made; and whether new ones can be made. */
export async function issuesOf(read: Reads, teamId: string) {
  const rows = await read
    .select({ id: issues.actionId, key: issues.key, link: issues.link, state: issues.state })
    .from(issues)
    .innerJoin(actions, eq(actions.id, issues.actionId))
    .where(eq(actions.teamId, teamId))
  const isConnected = (await read.$count(trackers, eq(trackers.teamId, teamId))) > 0
  return { isConnected, byAction: new Map(rows.map(({ id, ...issue }) => [id, issue])) }
}

export interface Owner {
  id: string
  name: string | null
  email: string
}

/**
 * Who can take something on for a team and be reminded: its own people, and whoever leads it or a team above.
 * @param besides who owns it already, wherever they are now
 */
export async function ownersFor(read: Reads, teamId: string, besides = ''): Promise<Owner[]> {
  return read
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(or(eq(people.id, besides), await areOfTeam(read, teamId)))
    .orderBy(asc(people.sought))
}

/** How many there are of them. */
export const countOwners = async (read: Reads, teamId: string): Promise<number> =>
  read.$count(people, await areOfTeam(read, teamId))

const areOfTeam = async (read: Reads, teamId: string) =>
  or(eq(people.teamId, teamId), inArray(people.id, await leadersOf(read, teamId)))
