import { lte } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { sessions, signInLinks } from '../storage/schema/access.ts'

/** Links and sessions past their time are deleted, not only ignored. */
export async function dropExpired({ store, clock }: Context): Promise<void> {
  await store.write(async (tx) => {
    await tx.delete(signInLinks).where(lte(signInLinks.expiresAt, clock.now()))
    await tx.delete(sessions).where(lte(sessions.expiresAt, clock.now()))
  })
}
