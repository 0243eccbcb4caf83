import { desc, eq, lt } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { newId } from '../storage/identifier.ts'
import type { Writes } from '../storage/index.ts'
import { auditEntries } from '../storage/schema/audit.ts'
import { people } from '../storage/schema/people.ts'

export const auditActions = [
  'set up',
  'settings changed',
  'roster imported',
  'roster import undone',
  'roster undo forgotten',
  'person added',
  'person changed',
  'person removed',
  'question changed',
  'round created',
  'round changed',
  'round opened',
  'round cancelled',
  'round closed',
  'figures imported',
  'measure changed',
  'learnt shared',
  'learnt taken back',
  'figures removed',
  'calendar changed',
  'month skipped',
  'month kept',
  'calendar paused',
  'calendar resumed',
  'token made',
  'token revoked',
  'chat channel added',
  'chat channel removed',
  'chat host allowed',
  'chat host refused',
  'tracker set',
  'tracker removed',
  'connector set',
  'connector removed',
  'annotation added',
  'annotation changed',
  'annotation removed',
] as const

export type AuditAction = (typeof auditActions)[number]

/** What an administrator did, or who leads a team wrote on its charts. Details count and name things, never people: a removed person stays removed. */
export async function record(
  tx: Writes,
  context: Context,
  personId: string | null,
  action: AuditAction,
  detail: Record<string, string | number> = {},
): Promise<void> {
  await tx.insert(auditEntries).values({ id: newId(), at: context.clock.now(), personId, action, detail })
}

export interface AuditLine {
  at: Date
  action: string
  detail: Record<string, string | number>
  by: string | null
  /** Nobody did it: it was due. */
  byClock: boolean
}

export async function latestEntries(context: Context, limit = 200): Promise<AuditLine[]> {
  const rows = await context.store.read
    .select({ entry: auditEntries, email: people.email, name: people.name })
    .from(auditEntries)
    .leftJoin(people, eq(people.id, auditEntries.personId))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit)
  return rows.map(({ entry, email, name }) => ({
    ...entry,
    action: entry.action,
    by: name ?? email,
    byClock: entry.personId === null,
  }))
}

export async function dropOldEntries(tx: Writes, before: Date): Promise<void> {
  await tx.delete(auditEntries).where(lt(auditEntries.at, before))
}
