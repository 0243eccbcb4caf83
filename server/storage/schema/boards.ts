import type { Code } from '../../disclosure/exact-or-range.ts'
import { columns as c } from '../columns.ts'

/** In the order a board goes through them; it can be stepped back until it has ended. */
export const boardStages = ['arrive', 'write', 'group', 'vote', 'discuss', 'decide', 'ended'] as const

export type BoardStage = (typeof boardStages)[number]

/** What a board can begin with; the questions stand in the catalogues. */
export const checkIns = ['energy', 'candour', 'focus'] as const

export type CheckIn = (typeof checkIns)[number]

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
    /** Null for a board that begins with writing. */
    checkIn: c.text('check_in', { enum: checkIns }),
    /** How many devices were given a seat: a number, of nobody. */
    seats: c.count('seats').notNull().default(0),
    /** Whether whoever has a seat may group, or only whoever leads. */
    everybodyGroups: c.flag('everybody_groups').notNull().default(true),
    /** Suggestions that were answered no: the two cards of each, in order. */
    declined: c.json('declined').$type<string[]>().notNull().default([]),
    /** The group that is talked about; null for the first. */
    topicId: c.text('topic_id'),
    /** Whether the phones are asked if the topic needs more time. */
    asksMore: c.flag('asks_more').notNull().default(false),
    /** Days that each stage stays open where there is no meeting; null for a meeting. */
    daysEach: c.count('days_each'),
    openUntil: c.instant('open_until'),
    /** What the team was mailed of this stage: 0 nothing yet, 1 that it ends soon, 2 that it is over. */
    mailedOfStage: c.count('mailed_of_stage').notNull().default(0),
    /** How everybody arrived and whether it was worth the time: published once, as a code, when nobody can change it any more. */
    arrived: c.json('arrived').$type<Code>(),
    worth: c.json('worth').$type<Code>(),
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

/** What a device says of itself without a word, under marks that have nothing in common with each other, its cards and its votes. */
export const boardMatters = ['done', 'more', 'arrived', 'worth'] as const

export type BoardMatter = (typeof boardMatters)[number]

export const boardSigns = c.table(
  'board_signs',
  {
    mark: c.text('mark').primaryKey(),
    boardId: c
      .text('board_id')
      .notNull()
      .references(() => boards.id, { onDelete: 'cascade' }),
    about: c.text('about', { enum: boardMatters }).notNull(),
    /** 1 to 5; of `more` 1 for yes and 0 for no. */
    value: c.count('value').notNull(),
  },
  (t) => [c.index('board_signs_board').on(t.boardId)],
)

/** Columns that somebody saved, for every retro of the organisation. */
export const boardTemplates = c.table(
  'board_templates',
  {
    id: c.text('id').primaryKey(),
    name: c.text('name').notNull(),
    columns: c.json('columns').$type<string[]>().notNull(),
  },
  (t) => [c.uniqueIndex('board_templates_name').on(t.name)],
)
