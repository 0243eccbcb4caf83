import { inArray, lt } from 'drizzle-orm'
import type { Writes } from '../storage/index.ts'
import { remarks } from '../storage/schema/publishing.ts'
import { rounds } from '../storage/schema/rounds.ts'

/** Remarks are words of single people: they go long before figures do. */
export async function dropOldRemarks(tx: Writes, before: Date): Promise<void> {
  const old = tx.select({ id: rounds.id }).from(rounds).where(lt(rounds.closesAt, before))
  await tx.delete(remarks).where(inArray(remarks.roundId, old))
}
