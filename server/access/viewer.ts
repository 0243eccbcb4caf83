import { eq, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Reads } from '../storage/index.ts'
import { preparedOn } from '../storage/prepared.ts'
import { leaderships, people } from '../storage/schema/people.ts'

/** The signed-in person and what the roster says of them today. */
export interface Viewer {
  id: string
  email: string
  name: string | null
  teamId: string | null
  administrator: boolean
  /** Teams this person manages: these and all below. */
  manages: string[]
  /** Teams this person facilitates. */
  facilitates: string[]
}

/** Null once the person has left the roster. */
export async function viewerOf({ store }: Context, personId: string): Promise<Viewer | null> {
  const [person] = await inRoster(store.read).execute({ personId })
  if (!person) return null
  const led = await ledBy(store.read).execute({ personId })
  const ledAs = (role: string) => led.filter((one) => one.role === role).map((one) => one.teamId)
  const { id, email, name, teamId, administrator } = person
  return {
    id,
    email,
    name,
    teamId,
    administrator,
    manages: ledAs('manager'),
    facilitates: ledAs('facilitator'),
  }
}

const inRoster = preparedOn('person of session', (read: Reads) =>
  read
    .select()
    .from(people)
    .where(eq(people.id, sql.placeholder('personId'))),
)

const ledBy = preparedOn('led by person of session', (read: Reads) =>
  read
    .select()
    .from(leaderships)
    .where(eq(leaderships.personId, sql.placeholder('personId'))),
)
