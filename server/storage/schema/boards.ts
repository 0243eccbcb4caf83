import { columns as c } from '../columns.ts'

/** In the order a board goes through them; it can be stepped back until it has ended. */
export const boardStages = ['write', 'group', 'vote', 'discuss', 'decide', 'ended'] as const

export type BoardStage = (typeof boardStages)[number]

export const boards = c.table(
  'boards',
  {
    id: c.text('id').primaryKey(),
    teamId: c.text('team_id').notNull(),
    /** The round whose results are talked about; null for none. */
    roundId: c.text('round_id'),
    stage: c.text('stage', { enum: boardStages }).notNull(),
    columns: c.json('columns').$type<string[]>().notNull(),
    votesEach: c.count('votes_each').notNull(),
    /** What devices join by; null once the board has ended, so that it can be drawn again. */
    code: c.text('code'),
    /** Nobody writes, votes or joins. */
    locked: c.flag('locked').notNull(),
    timerEndsAt: c.instant('timer_ends_at'),
    /** Raised by every change, so that whoever watches knows whether they have seen it. */
    version: c.count('version').notNull(),
    startedAt: c.instant('started_at').notNull(),
    endedAt: c.instant('ended_at'),
    /** Its cards have been kept as long as cards are kept, and are gone. */
    cleared: c.flag('cleared').notNull(),
  },
  (t) => [c.uniqueIndex('boards_code').on(t.code), c.index('boards_team').on(t.teamId)],
)

/** Of its author a card tells what the author's own device can prove, and nothing else: no person, no time, no order. */
export const boardCards = c.table(
  'board_cards',
  {
    id: c.text('id').primaryKey(),
    boardId: c
      .text('board_id')
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    /** Which of the board's columns, from 0. */
    column: c.count('column_number').notNull(),
    text: c.text('text').notNull(),
    /** Cards with the same one are a group; every card begins as a group of its own. */
    groupId: c.text('group_id').notNull(),
    /** Null for a topic taken over from the results. */
    mark: c.text('mark'),
    revealed: c.flag('revealed').notNull(),
    hidden: c.flag('hidden').notNull(),
  },
  (t) => [c.index('board_cards_board').on(t.boardId)],
)

/** The headings of groups that were given one. */
export const boardGroups = c.table(
  'board_groups',
  {
    id: c.text('id').primaryKey(),
    boardId: c
      .text('board_id')
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    title: c.text('title').notNull(),
  },
  (t) => [c.index('board_groups_board').on(t.boardId)],
)

/** Votes of one device have marks of their own, so nothing here tells which belong together. */
export const boardVotes = c.table(
  'board_votes',
  {
    mark: c.text('mark').primaryKey(),
    boardId: c
      .text('board_id')
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    groupId: c.text('group_id').notNull(),
  },
  (t) => [c.index('board_votes_board').on(t.boardId)],
)
