import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { newId } from '../storage/identifier.ts'
import type { Reads } from '../storage/index.ts'
import { acknowledgements } from '../storage/schema/insights.ts'
import { people } from '../storage/schema/people.ts'

export interface Acknowledgement {
  note: string
  at: Date
  /** Null for a former colleague. */
  by: string | null
}

/** By signal. */
export async function acknowledgementsOf(
  read: Reads,
  teamId: string,
  roundId: string,
): Promise<Map<string, Acknowledgement>> {
  const rows = await read
    .select({ acknowledgement: acknowledgements, name: people.name, email: people.email })
    .from(acknowledgements)
    .leftJoin(people, eq(people.id, acknowledgements.personId))
    .where(and(eq(acknowledgements.teamId, teamId), eq(acknowledgements.roundId, roundId)))
  return new Map(
    rows.map(({ acknowledgement: { signal, note, at }, name, email }) => [
      signal,
      { note, at, by: name ?? email },
    ]),
  )
}

export interface Acknowledging {
  teamId: string
  roundId: string
  signal: string
  note: string
}

/** Says to the team that a signal was seen and what follows; saying it again replaces the note. */
export async function acknowledge(
  { store, clock }: Context,
  by: string,
  given: Acknowledging,
): Promise<void> {
  const said = { personId: by, note: given.note, at: clock.now() }
  await store.write(async (tx) => {
    await tx
      .insert(acknowledgements)
      .values({ id: newId(), ...given, ...said })
      .onConflictDoUpdate({
        target: [acknowledgements.teamId, acknowledgements.roundId, acknowledgements.signal],
        set: said,
      })
  })
}
