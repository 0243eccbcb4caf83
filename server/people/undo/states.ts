import { asc, inArray } from 'drizzle-orm'
import { inBatches } from '../../storage/batches.ts'
import type { Reads } from '../../storage/index.ts'
import { leaderships, people } from '../../storage/schema/people.ts'
import type { PersonState } from '../../storage/schema/roster-undo.ts'

/** What an import can change about people, as it is now; nobody who is not in the roster. */
export async function statesOf(read: Reads, ids: string[]): Promise<Map<string, PersonState>> {
  const states = new Map<string, PersonState>()
  for (const some of inBatches(ids)) {
    for (const { id, sought: _sought, ...row } of await read
      .select()
      .from(people)
      .where(inArray(people.id, some)))
      states.set(id, { ...row, manages: [], facilitates: [] })
    const led = await read
      .select()
      .from(leaderships)
      .where(inArray(leaderships.personId, some))
      .orderBy(asc(leaderships.teamId))
    for (const { personId, teamId, role } of led) {
      const state = states.get(personId)
      ;(role === 'manager' ? state?.manages : state?.facilitates)?.push(teamId)
    }
  }
  return states
}

/** Whether nobody changed them since. What somebody chose for themselves, and no file can say, counts for nothing. */
export function isSame(one: PersonState | null, other: PersonState | null): boolean {
  return written(one) === written(other)
}

const written = (state: PersonState | null) =>
  state &&
  JSON.stringify([
    state.email,
    state.name,
    state.teamId,
    state.answers,
    state.administrator,
    state.manages.toSorted(),
    state.facilitates.toSorted(),
  ])
