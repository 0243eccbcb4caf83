import { columns as c } from '../columns.ts'
import { people } from './people.ts'

export const signInLinks = c.table('sign_in_links', {
  tokenHash: c.text('token_hash').primaryKey(),
  personId: c
    .text('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' }),
  expiresAt: c.instant('expires_at').notNull(),
})

/** Cookies are not kept, only their hashes: a copy of the database signs nobody in. */
export const sessions = c.table(
  'sessions',
  {
    idHash: c.text('id_hash').primaryKey(),
    personId: c.text('person_id').references(() => people.id, { onDelete: 'cascade' }),
    data: c.json('data').notNull(),
    startedAt: c.instant('started_at').notNull(),
    expiresAt: c.instant('expires_at').notNull(),
  },
  (t) => [c.index('sessions_person').on(t.personId)],
)
