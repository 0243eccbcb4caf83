import { columns as c } from '../columns.ts'

/**
 * The outbox. A row names addressee and kind only; the letter is written when it is sent and the row
 * deleted when it is gone, so that no token and no list of past mail rests in the database.
 */
export const outbox = c.table(
  'outbox',
  {
    id: c.text('id').primaryKey(),
    kind: c
      .text('kind')
      .notNull()
      .$type<
        | 'sign-in'
        | 'own-link'
        | 'invitation'
        | 'reminder'
        | 'cancellation'
        | 'action-reminder'
        | 'calendar'
        | 'results'
        | 'connector'
        | 'board'
      >(),
    /** A sign-in, or the wish for one's own link, names the address that was typed, known or not; mail of a round names the person. */
    addressee: c.text('addressee').notNull(),
    /** The round, or empty: part of the key that keeps a mail from being queued twice. */
    about: c.text('about').notNull(),
    attempts: c.count('attempts').notNull().default(0),
    notBefore: c.instant('not_before').notNull(),
    /** The code of the last failure, never its text: a mail server's answer may quote the address. */
    failure: c.text('failure'),
  },
  (t) => [
    c.uniqueIndex('outbox_once').on(t.kind, t.addressee, t.about),
    c.index('outbox_due').on(t.notBefore),
  ],
)
