import { desc, eq, lt, or } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { inBatches } from '../../storage/batches.ts'
import type { Reads, Writes } from '../../storage/index.ts'
import { teamAliases, teams } from '../../storage/schema/people.ts'
import {
  rosterUndoPeople,
  rosterUndos,
  type PersonState,
  type TeamRenamed,
} from '../../storage/schema/roster-undo.ts'
import type { Applied } from '../applying.ts'
import type { Difference } from '../difference.ts'
import { pathKey } from '../paths.ts'
import { isSame, statesOf } from './states.ts'

const week = 7 * 24 * 60 * 60 * 1000

interface StateBefore {
  people: Map<string, PersonState>
  teamsRenamed: TeamRenamed[]
}

/** Everybody and every team an import is about to change. */
export async function stateBefore(read: Reads, changes: Difference): Promise<StateBefore> {
  const { leaves, moves, profileChanges, dutyChanges } = changes
  const changed = [...moves, ...profileChanges, ...dutyChanges].map(({ personId }) => personId)
  const ids = [...new Set([...leaves.map(({ id }) => id), ...changed])]
  return { people: await statesOf(read, ids), teamsRenamed: await renamesBefore(read, changes) }
}

async function renamesBefore(read: Reads, { teamsRenamed }: Difference): Promise<TeamRenamed[]> {
  const before: TeamRenamed[] = []
  for (const { teamId, from } of teamsRenamed) {
    const alias = pathKey(from)
    const [team] = await read.select().from(teams).where(eq(teams.id, teamId))
    const [earlier] = await read.select().from(teamAliases).where(eq(teamAliases.path, alias))
    if (team)
      before.push({
        teamId,
        name: team.name,
        parentId: team.parentId,
        alias,
        aliasOf: earlier?.teamId ?? null,
      })
  }
  return before
}

/** Keeps, for a week, what it takes to put the roster back: of those who changed alone. */
export async function keepForUndo(
  tx: Writes,
  { clock }: Context,
  importId: string,
  { people, teamsRenamed, joined, teamsMade }: StateBefore & Applied,
): Promise<void> {
  const ids = [...people.keys(), ...joined]
  if (ids.length + teamsRenamed.length + teamsMade.length === 0) return
  await tx.insert(rosterUndos).values({ importId, appliedAt: clock.now(), teamsMade, teamsRenamed })
  for (const some of inBatches(ids)) {
    const now = await statesOf(tx, some)
    const rows = some.flatMap((personId) => {
      const [was, became] = [people.get(personId) ?? null, now.get(personId) ?? null]
      const email = (was ?? became)?.email
      return email === undefined || isSame(was, became) ? [] : [{ importId, personId, email, was, became }]
    })
    if (rows.length > 0) await tx.insert(rosterUndoPeople).values(rows)
  }
}

/** The import that was applied last, of those that can still be undone. */
export async function lastUndo(read: Reads) {
  const [last] = await read.select().from(rosterUndos).orderBy(desc(rosterUndos.appliedAt)).limit(1)
  return last ? { ...last, until: new Date(last.appliedAt.getTime() + week) } : null
}

/** Whoever is removed comes back by no undo. */
export async function forgetInUndos(tx: Writes, personId: string, email: string): Promise<void> {
  await tx
    .delete(rosterUndoPeople)
    .where(or(eq(rosterUndoPeople.personId, personId), eq(rosterUndoPeople.email, email)))
}

/** Of every import. */
export async function forgetUndos(tx: Writes): Promise<void> {
  await tx.delete(rosterUndos)
}

export async function dropOldUndos({ store, clock }: Context): Promise<void> {
  const before = new Date(clock.now().getTime() - week)
  if ((await store.read.$count(rosterUndos, lt(rosterUndos.appliedAt, before))) === 0) return
  await store.write((tx) => tx.delete(rosterUndos).where(lt(rosterUndos.appliedAt, before)))
}
