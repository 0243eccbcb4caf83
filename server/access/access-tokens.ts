import type { OwnToken } from '#views/access/tokens.tsx'
import { asc, and, desc, eq } from 'drizzle-orm'
import { record } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { newId } from '../storage/identifier.ts'
import { accessTokens } from '../storage/schema/access.ts'
import { hashOf, newToken } from './tokens.ts'
import { viewerOf, type Viewer } from './viewer.ts'

/** Recognised by those who look for secrets in places where they should not be. */
const prefix = 'sts_'

/** A token for scripts, in its maker's name. It is shown this once: only its hash is kept. */
export async function newAccessToken(context: Context, personId: string, name: string): Promise<string> {
  const token = prefix + newToken()
  const row = { id: newId(), tokenHash: hashOf(token), personId, name, madeAt: context.clock.now() }
  await context.store.write(async (tx) => {
    await tx.insert(accessTokens).values(row)
    await record(tx, context, personId, 'token made')
  })
  return token
}

/** Whom a token stands for, with the roles they have today; null for an unknown or revoked one. */
export async function viewerOfToken(context: Context, token: string): Promise<Viewer | null> {
  const { store } = context
  const known = eq(accessTokens.tokenHash, hashOf(token))
  const [row] = await store.read.select().from(accessTokens).where(known)
  if (!row) return null
  const today = context.clock.now().toISOString().slice(0, 10)
  if (row.lastUsedOn !== today)
    await store.write(async (tx) => {
      await tx.update(accessTokens).set({ lastUsedOn: today }).where(known)
    })
  return viewerOf(context, row.personId)
}

/** A person's own tokens, newest first. */
export async function tokensOf({ store }: Context, personId: string): Promise<OwnToken[]> {
  const { id, name, madeAt, lastUsedOn } = accessTokens
  return store.read
    .select({ id, name, madeAt, lastUsedOn })
    .from(accessTokens)
    .where(eq(accessTokens.personId, personId))
    .orderBy(desc(madeAt), asc(id))
}

/** Ends one of the person's own tokens; another person's is left alone. */
export async function revokeToken(context: Context, personId: string, id: string): Promise<void> {
  await context.store.write(async (tx) => {
    const gone = await tx
      .delete(accessTokens)
      .where(and(eq(accessTokens.id, id), eq(accessTokens.personId, personId)))
      .returning()
    if (gone.length > 0) await record(tx, context, personId, 'token revoked')
  })
}
