import { and, asc, count, eq, inArray, isNotNull } from 'drizzle-orm'
import { refusals } from '../post/post.ts'
import type { Reads } from '../storage/index.ts'
import { outbox } from '../storage/schema/post.ts'
import { invitations } from '../storage/schema/rounds.ts'

type Kind = 'invitation' | 'reminder'

/**
 * Whether a round's mail arrives. Everybody invited is written to alike, whether or not they have answered, so this
 * moves with the mail server and with the roster, and with nothing that anybody answers.
 */
export interface Delivery {
  /** Invitations that a mail server has taken. */
  sent: number
  /** Letters that are still to be sent. */
  waiting: number
  /** Letters that the mail server would not take, and the first of them. */
  refused: number
  refusals: { personId: string; email: string; kind: Kind; failure: string }[]
}

const listed = 50

/** @param written how many people have an invitation */
export async function deliveryOf(read: Reads, roundId: string, written: number): Promise<Delivery> {
  const ofRound = and(eq(outbox.about, roundId), inArray(outbox.kind, ['invitation', 'reminder']))
  const left = await read
    .select({ kind: outbox.kind, failure: outbox.failure, letters: count() })
    .from(outbox)
    .where(ofRound)
    .groupBy(outbox.kind, outbox.failure)
  const lettersOf = (rows: typeof left) => rows.reduce((sum, { letters }) => sum + letters, 0)
  const isRefused = ({ failure }: { failure: string | null }) =>
    failure !== null && refusals.includes(failure)
  const refused = lettersOf(left.filter(isRefused))
  return {
    sent: written - lettersOf(left.filter(({ kind }) => kind === 'invitation')),
    waiting: lettersOf(left) - refused,
    refused,
    refusals: refused === 0 ? [] : await refusalsOf(read, roundId),
  }
}

async function refusalsOf(read: Reads, roundId: string): Promise<Delivery['refusals']> {
  const { personId, email } = invitations
  const rows = await read
    .select({ personId, email, kind: outbox.kind, failure: outbox.failure })
    .from(outbox)
    .innerJoin(invitations, eq(invitations.personId, outbox.addressee))
    .where(
      and(
        eq(outbox.about, roundId),
        eq(invitations.roundId, roundId),
        inArray(outbox.kind, ['invitation', 'reminder']),
        inArray(outbox.failure, refusals),
        isNotNull(email),
      ),
    )
    .orderBy(asc(email), asc(outbox.kind))
    .limit(listed)
  return rows.map((row) => ({
    ...row,
    email: row.email ?? '',
    kind: row.kind as Kind,
    failure: row.failure ?? '',
  }))
}
