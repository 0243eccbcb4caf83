import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { record } from '../../audit/audit.ts'
import type { Context } from '../../context.ts'
import { dropLetters } from '../../post/post.ts'
import { Refusal } from '../../refusal.ts'
import { raiseRosterVersion } from '../../settings/settings.ts'
import type { Reads, Writes } from '../../storage/index.ts'
import { people, leaderships, soughtBy } from '../../storage/schema/people.ts'
import { rosterUndoPeople, rosterUndos, type PersonState } from '../../storage/schema/roster-undo.ts'
import { setLeaderships } from '../person.ts'
import { forgetUndos, lastUndo } from './keeping.ts'
import { isSame, statesOf } from './states.ts'
import { putTeamsBack } from './teams.ts'

type Kept = typeof rosterUndoPeople.$inferSelect

/** What undoing would do; `since` counts those somebody changed meanwhile, who stay as they are. */
export interface Undo {
  appliedAt: Date
  until: Date
  returning: number
  leaving: number
  changing: number
  since: number
}

/** Of the import that was applied last. Refuses with nothingToUndo. */
export async function undoOfLast(read: Reads): Promise<Undo> {
  const { importId, appliedAt, until } = await theLast(read)
  const undo: Undo = { appliedAt, until, returning: 0, leaving: 0, changing: 0, since: 0 }
  for await (const { was, became, isFree } of everyone(read, importId)) undo[kindOf(was, became, isFree)] += 1
  return undo
}

const kindOf = (was: PersonState | null, became: PersonState | null, isFree: boolean) =>
  !isFree ? 'since' : became === null ? 'returning' : was === null ? 'leaving' : 'changing'

/** Puts the roster back as it was before, but for those somebody changed since. Refuses with nothingToUndo. */
export async function undoLast(context: Context, by: string): Promise<Undo> {
  const undone = await context.store.write(async (tx) => {
    const undo = await undoOfLast(tx)
    const last = await theLast(tx)
    for await (const kept of everyone(tx, last.importId)) if (kept.isFree) await putBack(tx, kept)
    await putTeamsBack(tx, last)
    await refuseWithoutAdministrator(tx)
    await tx.delete(rosterUndos).where(eq(rosterUndos.importId, last.importId))
    await raiseRosterVersion(tx)
    const { returning, leaving, changing, since } = undo
    await record(tx, context, by, 'roster import undone', { returning, leaving, changing, since })
    return undo
  })
  context.wake()
  return undone
}

/** Deletes what is kept of people who left or changed, before its week is over. */
export async function forgetUndone(context: Context, by: string): Promise<void> {
  await context.store.write(async (tx) => {
    await forgetUndos(tx)
    await record(tx, context, by, 'roster undo forgotten')
  })
}

async function theLast(read: Reads) {
  const last = await lastUndo(read)
  if (!last) throw new Refusal('nothingToUndo')
  return last
}

const portion = 500

/** In portions, each with whether it is now as the import left it. */
async function* everyone(read: Reads, importId: string): AsyncGenerator<Kept & { isFree: boolean }> {
  for (let after = ''; ;) {
    const some = await read
      .select()
      .from(rosterUndoPeople)
      .where(and(eq(rosterUndoPeople.importId, importId), gt(rosterUndoPeople.personId, after)))
      .orderBy(asc(rosterUndoPeople.personId))
      .limit(portion)
    const now = await statesOf(
      read,
      some.map(({ personId }) => personId),
    )
    const taken = await addressesTaken(
      read,
      some.filter(({ became }) => became === null),
    )
    for (const kept of some) {
      const isSameStill = isSame(now.get(kept.personId) ?? null, kept.became)
      yield { ...kept, isFree: isSameStill && !taken.has(kept.email) }
    }
    const last = some.at(-1)
    if (!last || some.length < portion) return
    after = last.personId
  }
}

async function addressesTaken(read: Reads, left: Kept[]): Promise<Set<string>> {
  const emails = left.map(({ email }) => email)
  if (emails.length === 0) return new Set()
  const rows = await read.select({ email: people.email }).from(people).where(inArray(people.email, emails))
  return new Set(rows.map(({ email }) => email))
}

async function putBack(tx: Writes, { personId: id, was, became }: Kept) {
  if (!was) {
    await tx.delete(people).where(eq(people.id, id))
    await dropLetters(tx, [id, became?.email ?? ''])
    return
  }
  const { manages, facilitates, reminders, ...columns } = was
  const row = { ...columns, sought: soughtBy(was.name, was.email) }
  if (became) await tx.update(people).set(row).where(eq(people.id, id))
  else await tx.insert(people).values({ id, reminders, ...row })
  await tx.delete(leaderships).where(eq(leaderships.personId, id))
  await setLeaderships(tx, id, manages, facilitates)
}

async function refuseWithoutAdministrator(tx: Writes) {
  if ((await tx.$count(people, eq(people.administrator, true))) === 0) throw new Refusal('lastAdministrator')
}
