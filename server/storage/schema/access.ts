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

/**
 * Tokens for scripts, which may push figures and nothing else. Only the hash is kept. A row tells that an
 * administrator made one, and on which day it was last used: nothing of anybody's answers.
 */
export const accessTokens = c.table(
  'access_tokens',
  {
    id: c.text('id').primaryKey(),
    tokenHash: c.text('token_hash').notNull(),
    personId: c
      .text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: c.text('name').notNull(),
    madeAt: c.instant('made_at').notNull(),
    /** YYYY-MM-DD, by UTC */
    lastUsedOn: c.text('last_used_on'),
  },
  (t) => [
    c.uniqueIndex('access_tokens_hash').on(t.tokenHash),
    c.index('access_tokens_person').on(t.personId),
  ],
)
