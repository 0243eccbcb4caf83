import type { Code } from '../../disclosure/exact-or-range.ts'
import type { Sum } from '../../disclosure/add.ts'
import { columns as c } from '../columns.ts'
import { rounds } from './rounds.ts'

const roundId = () =>
  c
    .text('round_id')
    .notNull()
    .references(() => rounds.id, { onDelete: 'cascade' })

/** The groups of people whose answers were counted together, in each cut. */
export const classes = c.table(
  'classes',
  {
    roundId: roundId(),
    id: c.text('id').notNull(),
    cut: c.text('cut').notNull(),
    name: c.text('name').notNull(),
    /** Units, areas, bands of an attribute, or the organisation. */
    members: c.json('members').$type<string[]>().notNull(),
    /** Ids of all teams whose people are in it. */
    teams: c.json('teams').$type<string[]>().notNull(),
    /** Ids of the teams that hold everybody in it, root first. */
    path: c.json('path').$type<string[]>().notNull(),
    invited: c.count('invited'),
    ballots: c.count('ballots').notNull(),
  },
  (t) => [c.primaryKey({ columns: [t.roundId, t.id] })],
)

/** Everything that was ever published of a round's answers. */
export const codes = c.table(
  'codes',
  {
    roundId: roundId(),
    classId: c.text('class_id').notNull(),
    question: c.text('question').notNull(),
    code: c.json('code').$type<Code>().notNull(),
  },
  (t) => [c.primaryKey({ columns: [t.roundId, t.classId, t.question] })],
)

/** What adding codes up gives, for every team above classes and for the organisation. */
export const sums = c.table(
  'sums',
  {
    roundId: roundId(),
    teamId: c.text('team_id').notNull(),
    question: c.text('question').notNull(),
    sum: c.json('sum').$type<Sum>().notNull(),
  },
  (t) => [c.primaryKey({ columns: [t.roundId, t.teamId, t.question] })],
)

export const receipts = c.table(
  'receipts',
  { roundId: roundId(), receipt: c.text('receipt').notNull() },
  (t) => [c.primaryKey({ columns: [t.roundId, t.receipt] })],
)

/** Apart from ratings and from each other: an identifier is random and says nothing of order. */
export const remarks = c.table(
  'remarks',
  {
    id: c.text('id').primaryKey(),
    roundId: roundId(),
    /** The author's class; null for the organisation, and then nothing says from which team. */
    classId: c.text('class_id'),
    question: c.text('question').notNull(),
    text: c.text('text').notNull(),
  },
  (t) => [c.index('remarks_class').on(t.roundId, t.classId)],
)

/** Who opened or exported a team's results; members reading about their own team are not written down. */
export const viewings = c.table(
  'viewings',
  {
    id: c.text('id').primaryKey(),
    roundId: roundId(),
    teamId: c.text('team_id').notNull(),
    personId: c.text('person_id').notNull(),
    /** Whether everybody below the team was counted as well. */
    below: c.flag('below').notNull().default(false),
    role: c.text('role').notNull().$type<'manager' | 'facilitator' | 'outside'>(),
    what: c.text('what').notNull().$type<'opened' | 'exported' | 'mailed'>(),
    at: c.instant('at').notNull(),
  },
  (t) => [c.index('viewings_team').on(t.roundId, t.teamId), c.index('viewings_person').on(t.personId, t.at)],
)
