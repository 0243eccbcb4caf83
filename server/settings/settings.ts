import { randomInt } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { dayIn } from './days.ts'
import type { Reads, Writes } from '../storage/index.ts'
import { preparedOn } from '../storage/prepared.ts'
import { organisation } from '../storage/schema/settings.ts'

export { accent } from './accent.ts'
export { addDays, dayIn } from './days.ts'
export { changeLogo, largestLogo, logoOf, logoType, removeLogo, type Logo } from './logo.ts'

export type Organisation = typeof organisation.$inferSelect

const theOne = preparedOn('organisation', (read: Reads) => read.select().from(organisation))

/** Null until the set-up. */
export async function organisationOf(read: Reads): Promise<Organisation | null> {
  const [row] = await theOne(read).execute()
  return row ?? null
}

/** Where there has to be one: nobody is signed in before the set-up. Refuses with notReady. */
export async function theOrganisation(read: Reads): Promise<Organisation> {
  const organisation = await organisationOf(read)
  if (!organisation) throw new Refusal('notReady')
  return organisation
}

/** Today, where the organisation is. Refuses with notReady. */
export async function todayIn({ clock, store }: Pick<Context, 'clock' | 'store'>): Promise<string> {
  return dayIn(clock.now(), (await theOrganisation(store.read)).timeZone)
}

export async function foundOrganisation(
  tx: Writes,
  name: string,
  timeZone: string,
  sample: Organisation['sample'] = null,
): Promise<void> {
  // From anywhere: a version says which roster it is also after another organisation was here.
  const rosterVersion = randomInt(2 ** 30)
  await tx.insert(organisation).values({ id: 'organisation', name, timeZone, sample, rosterVersion })
}

/** Whether somebody, here or beside this process, is making a sample company: its past rounds are not due to anybody else. */
export const sampleBeingMade = async (read: Reads): Promise<boolean> =>
  (await organisationOf(read))?.sample === 'being made'

export async function finishSample(tx: Writes): Promise<void> {
  await tx.update(organisation).set({ sample: 'ready' }).where(eq(organisation.sample, 'being made'))
}

export async function changeOrganisation(
  tx: Writes,
  change: {
    name: string
    timeZone: string
    cardsKeptDays?: number | undefined
    accent?: string | undefined
    introduction?: string | undefined
  },
): Promise<void> {
  await tx.update(organisation).set(change)
}

/** Changes nothing, and is written all the same: whether the database takes anything shows. */
export async function touchOrganisation(tx: Writes): Promise<void> {
  await tx.update(organisation).set({ rosterVersion: sql`${organisation.rosterVersion}` })
}

/** Every change to teams or people calls this, inside the transaction that makes the change. */
export async function raiseRosterVersion(tx: Writes): Promise<void> {
  await tx
    .update(organisation)
    .set({ rosterVersion: sql`${organisation.rosterVersion} + 1` })
    .where(eq(organisation.id, 'organisation'))
}

/** Names of time zones as IANA lists them, for a list to choose from. */
export const timeZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')]

const known = new Set(timeZones())

/** A zone out of that list, as a form's field. */
export const timeZone = z.string('required').refine((zone) => known.has(zone), 'timeZone')
