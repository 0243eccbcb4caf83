import { columns as c } from '../columns.ts'

/**
 * Sealed ballots of open rounds, deleted at the close. A row names a round, a unit and nothing of whom: it
 * shares no value with any invitation. Only answering/ inserts and only publishing/ reads and deletes.
 */
export const ballots = c.table(
  'ballots',
  {
    roundId: c.text('round_id').notNull(),
    /** SHA-256 of the message, hex. */
    receipt: c.text('receipt').notNull(),
    unitId: c.text('unit_id').notNull(),
    /** Compact JWE, always of one length. */
    sealed: c.text('sealed').notNull(),
  },
  (t) => [c.primaryKey({ columns: [t.roundId, t.receipt] })],
)
