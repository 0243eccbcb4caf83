import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Viewer } from '../access/access.ts'
import { record, type AuditAction } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { hierarchyOf } from '../people/people.ts'
import { Refusal } from '../refusal.ts'
import type { Reading } from '../results/results.ts'
import { newId } from '../storage/identifier.ts'
import type { Reads, Writes } from '../storage/index.ts'
import { annotations } from '../storage/schema/annotations.ts'
import type { Group } from './groups.ts'

/** What happened in a month. It stands on every chart of its team, and of all below it. */
export type Annotation = typeof annotations.$inferSelect

/** Of a group and of all above it, the oldest month first, within a month the organisation's before a team's. */
export async function annotationsOf(read: Reads, teamId: string | null): Promise<Annotation[]> {
  const { upwards } = await hierarchyOf(read)
  const above = teamId ? upwards(teamId) : []
  const found = await read
    .select()
    .from(annotations)
    .where(or(isNull(annotations.teamId), inArray(annotations.teamId, [...above])))
    .orderBy(asc(annotations.month), asc(annotations.text), asc(annotations.id))
  const depth = ({ teamId: of }: Annotation) => (of === null ? 0 : above.length - above.indexOf(of))
  return found.toSorted((a, b) => a.month.localeCompare(b.month) || depth(a) - depth(b))
}

/** Administrators write for the organisation; whoever leads a team, for it and all below. */
export const mayAnnotate =
  ({ administrator }: Viewer, reading: Reading) =>
  (teamId: string | null): boolean =>
    teamId === null ? administrator : reading.leads(teamId)

type Written = Pick<Annotation, 'month' | 'text'>

export async function addAnnotation(context: Context, by: string, group: Group, written: Written) {
  await context.store.write(async (tx) => {
    await tx.insert(annotations).values({ id: newId(), teamId: group.teamId, ...written })
    await note(tx, context, by, 'annotation added', group, written.month)
  })
}

/** Refuses with notFound what is not the group's own. */
export async function annotationById(read: Reads, group: Group, id: string): Promise<Annotation> {
  const [found] = await read.select().from(annotations).where(ownOf(group, id))
  if (!found) throw new Refusal('notFound')
  return found
}

export async function changeAnnotation(
  context: Context,
  by: string,
  { group, id }: { group: Group; id: string },
  written: Written,
) {
  await context.store.write(async (tx) => {
    await annotationById(tx, group, id)
    await tx.update(annotations).set(written).where(ownOf(group, id))
    await note(tx, context, by, 'annotation changed', group, written.month)
  })
}

export async function removeAnnotation(
  context: Context,
  by: string,
  { group, id }: { group: Group; id: string },
) {
  await context.store.write(async (tx) => {
    const { month } = await annotationById(tx, group, id)
    await tx.delete(annotations).where(ownOf(group, id))
    await note(tx, context, by, 'annotation removed', group, month)
  })
}

const ownOf = ({ teamId }: Group, id: string) =>
  and(eq(annotations.id, id), teamId === null ? isNull(annotations.teamId) : eq(annotations.teamId, teamId))

/** Not the text: the log would keep what its team removed. */
const note = (
  tx: Writes,
  context: Context,
  by: string,
  action: AuditAction,
  { teamId, name }: Group,
  month: string,
) => record(tx, context, by, action, { month, ...(teamId && { team: name }) })
