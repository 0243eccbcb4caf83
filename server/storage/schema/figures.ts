import type { Sum } from '../../disclosure/add.ts'
import type { Code } from '../../disclosure/exact-or-range.ts'
import { columns as c } from '../columns.ts'

export const measureUnits = [
  'hours',
  'per week',
  'percent',
  'count',
  'lines',
  'score',
  'credits',
  'cents',
  'estimated USD',
  'USD',
  'EUR',
  'GBP',
  'CHF',
] as const
export type MeasureUnit = (typeof measureUnits)[number]
export const betters = ['higher', 'lower', 'neither'] as const
export type Better = (typeof betters)[number]
/** The smallest group it may be shown of: any team of the threshold, one of at least twenty people, or only everybody. */
export const measureLevels = ['team', 'area', 'organisation'] as const
export type MeasureLevel = (typeof measureLevels)[number]

/** What an organisation measures besides what is ready-made. A new name is the same measure; what is retired keeps its figures. */
export const measures = c.table('measures', {
  id: c.text('id').primaryKey(),
  name: c.text('name').notNull(),
  unit: c.text('unit').notNull().$type<MeasureUnit>(),
  better: c.text('better').notNull().$type<Better>(),
  level: c.text('level').notNull().$type<MeasureLevel>(),
  retired: c.flag('retired').notNull(),
})

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
    /** Of the register: its own, or one that is ready-made. */
    measure: c.text('measure').notNull(),
    value: c.real('value').notNull(),
    /** How many changes or deployments it stands for, where the file says so. */
    standsFor: c.count('stands_for'),
  },
  (t) => [
    c.primaryKey({ columns: [t.teamId, t.month, t.source, t.measure] }),
    c.index('delivery_import').on(t.source, t.month),
  ],
)
