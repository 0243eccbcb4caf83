import { columns as c } from '../columns.ts'
import { teams } from './people.ts'
import type { Cut, Question } from './questions.ts'

export const roundStates = [
  'scheduled',
  'opening',
  'open',
  'closing',
  'keys to destroy',
  'closed',
  'cancelled',
  'unclosable',
] as const

export type Outcome =
  | { published: false; invited: number }
  | { published: true; invited: number; ballots: number; spoiled: number }

export const rounds = c.table(
  'rounds',
  {
    id: c.text('id').primaryKey(),
    name: c.text('name').notNull(),
    month: c.text('month').notNull(),
    opensAt: c.instant('opens_at').notNull(),
    closesAt: c.instant('closes_at').notNull(),
    /** When everybody invited is reminded; null for never. */
    remindsAt: c.instant('reminds_at'),
    reminded: c.flag('reminded').notNull().default(false),
    /** And when a second time. */
    remindsAgainAt: c.instant('reminds_again_at'),
    remindedAgain: c.flag('reminded_again').notNull().default(false),
    /** The month of the calendar that this is the round of; null for one that somebody planned. */
    calendarMonth: c.text('calendar_month'),
    /** What somebody changed is not planned anew when the calendar or the questions change. */
    changedByHand: c.flag('changed_by_hand').notNull().default(false),
    threshold: c.count('threshold').notNull(),
    state: c.text('state', { enum: roundStates }).notNull(),
    /** Ids of the teams asked, with all below them; null asks everybody. */
    teamIds: c.json('team_ids').$type<string[] | null>(),
    /** What is to be asked, in order, and each one's cut where it has one. */
    selection: c.json('selection').$type<{ id: string; cut?: Cut }[]>().notNull(),
    /** The round's own copy, frozen at the opening; null before. */
    questions: c.json('questions').$type<Question[]>(),
    manifest: c.text('manifest'),
    fingerprint: c.text('fingerprint'),
    /** What the close found; null before. Under the threshold nothing is published, not even the count. */
    outcome: c.json('outcome').$type<Outcome>(),
    /** Hash of the answering script this round serves until it closes. */
    script: c.text('script'),
  },
  (t) => [
    // With all that lists of rounds tell: a row holds megabytes besides, and SQLite reads through them.
    c
      .index('rounds_listed')
      .on(
        t.state,
        t.closesAt,
        t.id,
        t.name,
        t.month,
        t.opensAt,
        t.remindsAt,
        t.threshold,
        t.fingerprint,
        t.outcome,
        t.remindsAgainAt,
        t.calendarMonth,
      ),
    c.uniqueIndex('rounds_calendar_month').on(t.calendarMonth),
  ],
)

export const noteStates = ['open', 'done', 'dropped'] as const

/** Something a team decided, as its people are told while a round is open. */
export interface ToldAction {
  /** The team's name. */
  team: string
  text: string
  state: (typeof noteStates)[number]
  /** Why it was dropped. */
  reason?: string
}

export const roundUnits = c.table(
  'round_units',
  {
    id: c.text('id').primaryKey(),
    roundId: c
      .text('round_id')
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    name: c.text('name').notNull(),
    /** Ids of the teams above all of the unit's teams, root first. */
    path: c.json('path').$type<string[]>().notNull(),
    size: c.count('size').notNull(),
    /** The first unit of an area names it; units of one area are at least 20 people together. */
    area: c.text('area').notNull(),
    /** Which of the round's ticket keys is the unit's. */
    keyNumber: c.count('key_number').notNull(),
    publicKey: c.json('public_key').$type<{ kty: 'RSA'; n: string; e: string }>().notNull(),
    /** Asked of this unit alone, besides the round's questions. */
    ownQuestions: c.json('own_questions').$type<Question[]>().notNull().default([]),
    /** What its people are told of what their teams decided. */
    actions: c.json('actions').$type<ToldAction[]>().notNull().default([]),
  },
  (t) => [c.index('round_units_round').on(t.roundId)],
)

/** Which unit the people directly in a team belong to. */
export const roundTeams = c.table(
  'round_teams',
  {
    roundId: c
      .text('round_id')
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    teamId: c.text('team_id').notNull(),
    unitId: c.text('unit_id').notNull(),
    name: c.text('name').notNull(),
  },
  (t) => [c.primaryKey({ columns: [t.roundId, t.teamId] }), c.index('round_teams_team').on(t.teamId)],
)

/**
 * The frozen roster of an open round, deleted whole at the close. No time, no sequence: one bit and the
 * blinded message are all a ticket leaves behind.
 */
export const invitations = c.table(
  'invitations',
  {
    roundId: c
      .text('round_id')
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    personId: c.text('person_id').notNull(),
    unitId: c.text('unit_id').notNull(),
    /** Null once the person was removed from the roster. */
    email: c.text('email'),
    name: c.text('name'),
    /** The token's identifier; null until the invitation was made, and again once it was withdrawn. */
    invitationId: c.text('invitation_id'),
    tokenHash: c.text('token_hash'),
    generation: c.count('generation').notNull(),
    ticketIssued: c.flag('ticket_issued').notNull(),
    blindedMessage: c.text('blinded_message'),
  },
  (t) => [
    c.primaryKey({ columns: [t.roundId, t.personId] }),
    c.uniqueIndex('invitations_token').on(t.tokenHash),
    c.index('invitations_unit').on(t.unitId),
  ],
)

/** The bytes of every answering script an open round was opened with. */
export const answeringScripts = c.table('answering_scripts', {
  hash: c.text('hash').primaryKey(),
  source: c.text('source').notNull(),
})

/** What became of a team's decisions: the next round that opens tells its people, and asks about what is done. */
export const teamNotes = c.table(
  'team_notes',
  {
    id: c.text('id').primaryKey(),
    teamId: c
      .text('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    text: c.text('text').notNull(),
    state: c.text('state', { enum: noteStates }).notNull(),
    /** Why it was dropped. */
    reason: c.text('reason'),
    /** Since when it is as it is. */
    since: c.instant('since').notNull(),
    /** The round that has told it for good; null while it is still to be told. */
    roundId: c.text('round_id'),
  },
  (t) => [c.index('team_notes_round').on(t.roundId)],
)
