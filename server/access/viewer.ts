import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
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
  const [person] = await store.read.select().from(people).where(eq(people.id, personId))
  if (!person) return null
  const led = await store.read.select().from(leaderships).where(eq(leaderships.personId, personId))
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
