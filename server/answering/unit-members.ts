import { eq, sql } from 'drizzle-orm'
import { followedRoster } from '../rounds/rounds.ts'
import type { Reads, Store } from '../storage/index.ts'
import { preparedOn } from '../storage/prepared.ts'
import { invitations } from '../storage/schema/rounds.ts'

/** Everybody asks for the same names: they are read once for each state of the roster. */
const known = new Map<string, { roster: number; names: string[] }>()
const mostKept = 20_000

/** The people of a unit by name, or by address where there is none. Who has left the roster is not among them. */
export async function membersOf(store: Store, unitId: string): Promise<string[]> {
  const roster = followedRoster(store)
  const kept = known.get(unitId)
  if (kept && kept.roster === roster) return kept.names
  const names = (await invitedTo(store.read).execute({ unitId }))
    .flatMap(({ name, email }) => name ?? email ?? [])
    .sort(byName)
  if (known.size >= mostKept) known.clear()
  if (roster !== null) known.set(unitId, { roster, names })
  return names
}

const invitedTo = preparedOn('members of unit', (read: Reads) =>
  read
    .select({ name: invitations.name, email: invitations.email })
    .from(invitations)
    .where(eq(invitations.unitId, sql.placeholder('unitId'))),
)

/** Made once: comparing with localeCompare takes ten times as long. */
export const byName = new Intl.Collator().compare
