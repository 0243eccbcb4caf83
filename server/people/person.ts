import { and, eq, ne } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { dropLetters } from '../post/post.ts'
import { Refusal } from '../refusal.ts'
import { raiseRosterVersion } from '../settings/settings.ts'
import { newId } from '../storage/identifier.ts'
import type { Writes } from '../storage/index.ts'
import { leaderships, people, soughtBy } from '../storage/schema/people.ts'
import { emptyImports } from './importing.ts'
import { forgetInUndos } from './undo/keeping.ts'

export interface PersonChange {
  email: string
  name: string | null
  teamId: string | null
  answers: boolean
  administrator: boolean
  /** Team ids. */
  manages: string[]
  facilitates: string[]
}

/** Returns the new person's id. Refuses with addressTaken. */
export async function addPerson(context: Context, by: string, person: PersonChange): Promise<string> {
  const id = newId()
  await context.store.write(async (tx) => {
    await refuseTakenAddress(tx, person.email, id)
    const { manages, facilitates, ...columns } = person
    await tx.insert(people).values({ id, ...columns, sought: soughtBy(person.name, person.email) })
    await setLeaderships(tx, id, manages, facilitates)
    await raiseRosterVersion(tx)
    await record(tx, context, by, 'person added')
  })
  context.wake()
  return id
}

/** Refuses with addressTaken, or lastAdministrator when nobody would be left to run the installation. */
export async function changePerson(
  context: Context,
  by: string,
  id: string,
  change: PersonChange,
): Promise<void> {
  await context.store.write(async (tx) => {
    await refuseTakenAddress(tx, change.email, id)
    if (!change.administrator) await refuseWithoutAdministrator(tx, id)
    const { manages, facilitates, ...columns } = change
    await tx
      .update(people)
      .set({ ...columns, sought: soughtBy(change.name, change.email) })
      .where(eq(people.id, id))
    await tx.delete(leaderships).where(eq(leaderships.personId, id))
    await setLeaderships(tx, id, manages, facilitates)
    await raiseRosterVersion(tx)
    await record(tx, context, by, 'person changed')
  })
  context.wake()
}

/** Erases the person, from waiting mail, imports and what would undo them too; sessions, links and roles go with the row. Published results hold nobody, so they stay. */
export async function removePerson(context: Context, by: string, id: string): Promise<void> {
  await context.store.write(async (tx) => {
    await refuseWithoutAdministrator(tx, id)
    const [gone] = await tx.delete(people).where(eq(people.id, id)).returning()
    if (gone) {
      await dropLetters(tx, [id, gone.email])
      await forgetInUndos(tx, id, gone.email)
    }
    await emptyImports(tx)
    await raiseRosterVersion(tx)
    await record(tx, context, by, 'person removed')
  })
  context.wake()
}

async function refuseTakenAddress(tx: Writes, email: string, id: string) {
  const [taken] = await tx
    .select()
    .from(people)
    .where(and(eq(people.email, email), ne(people.id, id)))
  if (taken) throw new Refusal('addressTaken')
}

async function refuseWithoutAdministrator(tx: Writes, without: string) {
  const [another] = await tx
    .select()
    .from(people)
    .where(and(eq(people.administrator, true), ne(people.id, without)))
  if (!another) throw new Refusal('lastAdministrator')
}

export async function setLeaderships(
  tx: Writes,
  personId: string,
  manages: string[],
  facilitates: string[],
): Promise<void> {
  const rows = [
    ...manages.map((teamId) => ({ personId, teamId, role: 'manager' as const })),
    ...facilitates.map((teamId) => ({ personId, teamId, role: 'facilitator' as const })),
  ]
  if (rows.length > 0) await tx.insert(leaderships).values(rows)
}
