import { desc, eq } from 'drizzle-orm'
import type { Reads } from '../storage/index.ts'
import { rounds } from '../storage/schema/rounds.ts'
import { Refusal } from '../refusal.ts'
import { isPublished } from './published.ts'
import { publishedRound, type PublishedRound } from './published-round.ts'

/**
 * The newest published rounds, oldest first.
 * @param last the newest of them, where it is not the newest there is
 */
export async function publishedRounds(
  read: Reads,
  atMost: number,
  last: string | null = null,
): Promise<PublishedRound[]> {
  const listed = await listPublished(read)
  const place = listed.findIndex(({ id }) => id === last)
  const from = Math.max(0, place)
  const found: PublishedRound[] = []
  for (const { id } of listed.slice(from, from + atMost).reverse()) found.push(await publishedRound(read, id))
  return found
}

/** A published round in a list. */
export type Listed = Pick<PublishedRound, 'id' | 'name' | 'month' | 'closesAt'>

/** The newest first: by the month they are of, then by when they really closed. */
export async function listPublished(read: Reads, atMost = Infinity): Promise<Listed[]> {
  const { id, name, month, closesAt, outcome } = rounds
  const closed = await read
    .select({ id, name, month, closesAt, outcome })
    .from(rounds)
    .where(eq(rounds.state, 'closed'))
    .orderBy(desc(month), desc(closesAt), desc(id))
  return closed.filter((one) => one.outcome?.published).slice(0, atMost)
}

/** Refuses with notFound what has no results, whatever its state. */
export async function publishedRoundById(read: Reads, id: string): Promise<PublishedRound> {
  const { state, outcome } = rounds
  const [round] = await read.select({ state, outcome }).from(rounds).where(eq(rounds.id, id))
  if (!round || !isPublished(round)) throw new Refusal('notFound')
  return publishedRound(read, id)
}
