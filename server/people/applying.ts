import { setImmediate } from 'node:timers/promises'
import { eq, inArray } from 'drizzle-orm'
import { dropLetters } from '../post/post.ts'
import { inBatches } from '../storage/batches.ts'
import { newId } from '../storage/identifier.ts'
import type { Writes } from '../storage/index.ts'
import { leaderships, people, soughtBy, teamAliases, teams } from '../storage/schema/people.ts'
import type { Difference, Duties, Placement, TeamRef } from './difference.ts'
import { pathKey } from './paths.ts'
import { known } from '../known.ts'

export interface Progress {
  work: 'reading' | 'applying'
  done: number
  total: number
}

type IdOf = (team: TeamRef) => string

/** Ids that did not exist before. */
export interface Applied {
  joined: string[]
  teamsMade: string[]
}

/** Carries a difference out, inside the caller's transaction. */
export async function applyDifference(
  tx: Writes,
  difference: Difference,
  progress: Progress,
): Promise<Applied> {
  const { placements, leaves, teamsRenamed } = difference
  progress.total = placements.length + leaves.length
  const { idOf, teamsMade } = await makeTeams(tx, difference)
  await renameTeams(tx, teamsRenamed, idOf)
  await removeLeavers(tx, leaves, progress)
  const joined = await addJoiners(tx, difference.joins, idOf, progress)
  await changeStayers(tx, difference, idOf, progress)
  return { joined, teamsMade }
}

async function makeTeams(
  tx: Writes,
  { teamsMade }: Difference,
): Promise<{ idOf: IdOf; teamsMade: string[] }> {
  const made = new Map<string, string>()
  const idOf: IdOf = ({ id, path }) => id ?? known(made, pathKey(path))
  const rows = teamsMade.map(({ path, parent }) => {
    const id = newId()
    made.set(pathKey(path), id)
    return { id, name: path.at(-1)!, parentId: parent && idOf(parent) }
  })
  for (const some of inBatches(rows)) {
    await tx.insert(teams).values(some)
    await setImmediate()
  }
  return { idOf, teamsMade: rows.map(({ id }) => id) }
}

async function renameTeams(tx: Writes, renamed: Difference['teamsRenamed'], idOf: IdOf) {
  for (const { teamId, from, to, parent } of renamed) {
    await tx
      .update(teams)
      .set({ name: to.at(-1)!, parentId: parent && idOf(parent) })
      .where(eq(teams.id, teamId))
    await tx
      .insert(teamAliases)
      .values({ path: pathKey(from), teamId })
      .onConflictDoUpdate({ target: teamAliases.path, set: { teamId } })
  }
}

async function removeLeavers(tx: Writes, leaves: Difference['leaves'], progress: Progress) {
  for (const some of inBatches(leaves)) {
    const ids = some.map(({ id }) => id)
    await tx.delete(people).where(inArray(people.id, ids))
    await dropLetters(tx, [...ids, ...some.map(({ email }) => email)])
    await advance(progress, some.length)
  }
}

async function addJoiners(tx: Writes, joins: Placement[], idOf: IdOf, progress: Progress): Promise<string[]> {
  const all = joins.map((placement) => ({ id: newId(), ...placement }))
  for (const joined of inBatches(all)) {
    await tx
      .insert(people)
      .values(joined.map(({ id, ...placement }) => ({ id, ...columns(placement, idOf) })))
    const led = joined.flatMap(({ id, duties }) => leadershipRows(id, duties, idOf))
    for (const rows of inBatches(led)) await tx.insert(leaderships).values(rows)
    await advance(progress, joined.length)
  }
  return all.map(({ id }) => id)
}

/** Only those who change are written. */
async function changeStayers(tx: Writes, difference: Difference, idOf: IdOf, progress: Progress) {
  const { moves, profileChanges, dutyChanges } = difference
  const newDuties = new Set(dutyChanges.map(({ personId }) => personId))
  const changed = new Set([...[...moves, ...profileChanges].map(({ personId }) => personId), ...newDuties])
  const staying = difference.placements.filter(({ personId }) => personId !== null)
  for (const some of inBatches(staying)) {
    for (const placement of some) {
      const id = placement.personId!
      if (changed.has(id)) await tx.update(people).set(columns(placement, idOf)).where(eq(people.id, id))
      if (!newDuties.has(id)) continue
      await tx.delete(leaderships).where(eq(leaderships.personId, id))
      const led = leadershipRows(id, placement.duties, idOf)
      if (led.length > 0) await tx.insert(leaderships).values(led)
    }
    await advance(progress, some.length)
  }
}

const columns = ({ person, team, duties }: Placement, idOf: IdOf) => ({
  email: person.email,
  name: person.name,
  sought: soughtBy(person.name, person.email),
  teamId: idOf(team),
  answers: person.answers,
  administrator: duties.administrator,
})

const leadershipRows = (personId: string, { manages, facilitates }: Duties, idOf: IdOf) => [
  ...manages.map((team) => ({ personId, teamId: idOf(team), role: 'manager' as const })),
  ...facilitates.map((team) => ({ personId, teamId: idOf(team), role: 'facilitator' as const })),
]

/** Requests are answered between batches: on SQLite a statement does not wait for anything by itself. */
async function advance(progress: Progress, people: number) {
  progress.done += people
  await setImmediate()
}
