import { columns as c } from '../columns.ts'
import { teams } from './people.ts'

/** What happened in a month, in a team and below it or in the whole organisation (null). Not who wrote it, nor when. */
export const annotations = c.table(
  'annotations',
  {
    id: c.text('id').primaryKey(),
    teamId: c.text('team_id').references(() => teams.id, { onDelete: 'cascade' }),
    /** YYYY-MM. */
    month: c.text('month').notNull(),
    text: c.text('text').notNull(),
  },
  (t) => [c.index('annotations_team').on(t.teamId)],
)
