import { asc, eq } from 'drizzle-orm'
import type { Reads } from '../storage/index.ts'
import { receipts } from '../storage/schema/publishing.ts'

/** Of the whole round, sorted: by unit they would tell how many answered where nothing is shown. */
export async function receiptsOf(read: Reads, roundId: string): Promise<string[]> {
  const rows = await read
    .select()
    .from(receipts)
    .where(eq(receipts.roundId, roundId))
    .orderBy(asc(receipts.receipt))
  return rows.map(({ receipt }) => receipt)
}
