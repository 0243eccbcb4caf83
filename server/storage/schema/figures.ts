import type { Sum } from '../../disclosure/add.ts'
import type { Code } from '../../disclosure/exact-or-range.ts'
import { columns as c } from '../columns.ts'

/** The five of DORA, and how long changes wait for their review. */
export type Measure =
  | 'lead-time'
  | 'deployment-frequency'
  | 'recovery-time'
  | 'change-fail-rate'
  | 'rework-rate'
  | 'review-time'

/** Which figures there are: of one kind, from one source, about one month. Replaced whole by the next import of the same. */
export const figureMonths = c.table(
  'figure_months',
  {
    kind: c.text('kind').notNull().$type<'adoption' | 'delivery'>(),
    source: c.text('source').notNull(),
    /** YYYY-MM */
    month: c.text('month').notNull(),
    importedAt: c.instant('imported_at').notNull(),
    /** Shown nowhere. Its classes and codes stay, so that the next import of the month is not a second cut of it. */
    removed: c.flag('removed').notNull().default(false),
    threshold: c.count('threshold').notNull(),
    /** Of adoption: who the seats are, everybody the file names or everybody in the roster. */
    seats: c.text('seats').$type<'file' | 'roster'>(),
    /** Of adoption: how many days of the month the file covered; null for a file of whole months. */
    days: c.count('days'),
    /** People behind the adoption shown, or teams with delivery figures. */
    standsFor: c.count('stands_for').notNull(),
  },
  (t) => [c.primaryKey({ columns: [t.kind, t.source, t.month] })],
)

/** The only thing kept of who used a tool: one code for each class of people. Never a person, a login or an address. */
export const adoption = c.table(
  'adoption',
  {
    source: c.text('source').notNull(),
    month: c.text('month').notNull(),
    classId: c.text('class_id').notNull(),
    name: c.text('name').notNull(),
    /** Ids of all teams whose people are in it. */
    teams: c.json('teams').$type<string[]>().notNull(),
    /** Ids of the teams that hold everybody in it, root first. */
    path: c.json('path').$type<string[]>().notNull(),
    /** Seats by [inactive, active]. */
    code: c.json('code').$type<Code>().notNull(),
  },
  (t) => [c.primaryKey({ columns: [t.source, t.month, t.classId] })],
)

/** What adding the codes up gives for a team or the organisation; or, for a part of a class, that class. */
export const adoptionSums = c.table(
  'adoption_sums',
  {
    teamId: c.text('team_id').notNull(),
    month: c.text('month').notNull(),
    source: c.text('source').notNull(),
    sum: c.json('sum').$type<Sum>().notNull(),
    /** The class shown instead where the team is only a part of it. */
    pooledAs: c.text('pooled_as'),
  },
  (t) => [
    c.primaryKey({ columns: [t.teamId, t.month, t.source] }),
    c.index('adoption_sums_import').on(t.source, t.month),
  ],
)

/** Figures about a team's work as they were given, for teams of at least the threshold. */
export const delivery = c.table(
  'delivery',
  {
    /** A team's id, or 'organisation'. */
    teamId: c.text('team_id').notNull(),
    month: c.text('month').notNull(),
    source: c.text('source').notNull(),
    measure: c.text('measure').notNull().$type<Measure>(),
    value: c.real('value').notNull(),
    /** How many changes or deployments it stands for, where the file says so. */
    standsFor: c.count('stands_for'),
  },
  (t) => [
    c.primaryKey({ columns: [t.teamId, t.month, t.source, t.measure] }),
    c.index('delivery_import').on(t.source, t.month),
  ],
)
