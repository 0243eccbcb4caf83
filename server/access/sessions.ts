import { asc, and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Reads } from '../storage/index.ts'
import { preparedOn } from '../storage/prepared.ts'
import { sessions } from '../storage/schema/access.ts'
import { hashOf } from './tokens.ts'

interface Kept {
  /** How long the cookie has left, in milliseconds. */
  cookie: { maxAge?: number | null }
  personId?: string
}

export async function readSession({ store, clock }: Context, id: string): Promise<object | null> {
  const [row] = await valid(store.read).execute({ idHash: hashOf(id), now: clock.now() })
  return row ? (row.data as object) : null
}

const now = sql.param(sql.placeholder('now'), sessions.expiresAt)
const valid = preparedOn('valid session', (read: Reads) =>
  read
    .select({ data: sessions.data })
    .from(sessions)
    .where(and(eq(sessions.idHash, sql.placeholder('idHash')), gt(sessions.expiresAt, now))),
)

export async function saveSession({ store, clock }: Context, id: string, kept: Kept): Promise<void> {
  const { cookie, personId } = kept
  const expiresAt = new Date(clock.now().getTime() + (cookie.maxAge ?? 0))
  const changing = { personId: personId ?? null, data: { cookie, personId }, expiresAt }
  await store.write((tx) =>
    tx
      .insert(sessions)
      .values({ idHash: hashOf(id), startedAt: clock.now(), ...changing })
      .onConflictDoUpdate({ target: sessions.idHash, set: changing }),
  )
}

export async function endSession({ store }: Context, id: string): Promise<void> {
  await store.write((tx) => tx.delete(sessions).where(eq(sessions.idHash, hashOf(id))))
}

export interface OwnSession {
  id: string
  startedAt: Date
  expiresAt: Date
  current: boolean
}

/** A person's own sessions, newest first. They are known by their start: nothing of the device is kept. */
export async function sessionsOf(
  { store, clock }: Context,
  personId: string,
  currentId: string,
): Promise<OwnSession[]> {
  const rows = await store.read
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, clock.now())))
    .orderBy(desc(sessions.startedAt), asc(sessions.idHash))
  const current = hashOf(currentId)
  return rows.map(({ idHash, startedAt, expiresAt }) => ({
    id: idHash,
    startedAt,
    expiresAt,
    current: idHash === current,
  }))
}

/** Ends one of the person's own sessions; another person's is left alone. */
export async function revokeSession({ store }: Context, personId: string, id: string): Promise<void> {
  await store.write((tx) =>
    tx.delete(sessions).where(and(eq(sessions.idHash, id), eq(sessions.personId, personId))),
  )
}
