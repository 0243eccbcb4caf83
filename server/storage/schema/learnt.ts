import { columns as c } from '../columns.ts'
import { teams } from './people.ts'

/** What a team found out and tells the whole organisation. Of whom it is from no more is kept than the team. */
export const learnt = c.table(
  'learnt',
  {
    id: c.text('id').primaryKey(),
    teamId: c
      .text('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    text: c.text('text').notNull(),
    sharedAt: c.instant('shared_at').notNull(),
  },
  (t) => [c.index('learnt_shared').on(t.sharedAt)],
)
