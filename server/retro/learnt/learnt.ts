import { desc, eq } from 'drizzle-orm'
import type { Viewer } from '../../access/access.ts'
import { record } from '../../audit/audit.ts'
import type { Context } from '../../context.ts'
import { teamPaths } from '../../people/people.ts'
import { Refusal } from '../../refusal.ts'
import { newId } from '../../storage/identifier.ts'
import type { Reads } from '../../storage/index.ts'
import { learnt } from '../../storage/schema/learnt.ts'
import { leads } from '../leading.ts'

export type Learnt = typeof learnt.$inferSelect

export const learntOnPage = 30

/** What teams shared, newest first. @param page from 0 */
export async function learntBy(read: Reads, page: number): Promise<{ found: Learnt[]; pages: number }> {
  const all = await read.$count(learnt)
  const found = await read
    .select()
    .from(learnt)
    .orderBy(desc(learnt.sharedAt), desc(learnt.id))
    .limit(learntOnPage)
    .offset(page * learntOnPage)
  return { found, pages: Math.max(1, Math.ceil(all / learntOnPage)) }
}

/** Refuses with notAllowed whoever does not lead the team. */
export async function shareLearnt(
  context: Context,
  viewer: Viewer,
  { teamId, text }: Pick<Learnt, 'teamId' | 'text'>,
): Promise<void> {
  await context.store.write(async (tx) => {
    if (!(await leads(tx, viewer, teamId))) throw new Refusal('notAllowed')
    await tx.insert(learnt).values({ id: newId(), teamId, text, sharedAt: context.clock.now() })
    await record(tx, context, viewer.id, 'learnt shared', { team: await nameOf(tx, teamId) })
  })
}

/** Administrators may too. Refuses with notFound and notAllowed. */
export async function takeBackLearnt(context: Context, viewer: Viewer, id: string): Promise<void> {
  await context.store.write(async (tx) => {
    const [found] = await tx.select().from(learnt).where(eq(learnt.id, id))
    if (!found) throw new Refusal('notFound')
    if (!viewer.administrator && !(await leads(tx, viewer, found.teamId))) throw new Refusal('notAllowed')
    await tx.delete(learnt).where(eq(learnt.id, id))
    await record(tx, context, viewer.id, 'learnt taken back', { team: await nameOf(tx, found.teamId) })
  })
}

const nameOf = async (read: Reads, teamId: string): Promise<string> =>
  (await teamPaths(read)).get(teamId)?.join(' / ') ?? ''
