import { columns as c } from '../columns.ts'
import { people, teams } from './people.ts'

export const actionStates = ['open', 'done', 'dropped'] as const

/** What a team decided to do. Nothing here knows of answers: what its people said of it is asked and counted elsewhere. */
export const actions = c.table(
  'actions',
  {
    id: c.text('id').primaryKey(),
    teamId: c
      .text('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    /** The retro it was decided in, and the round that was about; null for none. */
    boardId: c.text('board_id'),
    roundId: c.text('round_id'),
    text: c.text('text').notNull(),
    /** Null once the owner has left the roster, and where the name below is nobody's in it. */
    ownerId: c.text('owner_id').references(() => people.id, { onDelete: 'set null' }),
    /** Of an owner outside the roster only: who is removed from it leaves no name here. */
    ownerName: c.text('owner_name'),
    /** A day, such as 2026-11-30. */
    due: c.text('due').notNull(),
    /** The question whose answers it should move. */
    questionId: c.text('question_id'),
    state: c.text('state', { enum: actionStates }).notNull(),
    /** Why it was dropped. */
    reason: c.text('reason'),
    madeAt: c.instant('made_at').notNull(),
    /** When it was done or dropped. */
    endedAt: c.instant('ended_at'),
    /** The day up to which its owner has been reminded. */
    remindedUntil: c.text('reminded_until').notNull(),
  },
  (t) => [c.index('actions_team').on(t.teamId), c.index('actions_due').on(t.state, t.due)],
)
