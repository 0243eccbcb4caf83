import { columns as c } from '../columns.ts'

/** A month without a round, and what everybody is told of why. */
export interface Skipped {
  /** YYYY-MM. */
  month: string
  word: string
}

/** When a month's round opens, and what it is like. One row, once somebody has set it. */
export const calendar = c.table('calendar', {
  id: c.text('id').primaryKey().$type<'calendar'>(),
  /** Which one of a month: 1 to 4, or 5 for the last. */
  week: c.count('week').notNull(),
  /** 1, Monday, to 7. */
  weekday: c.count('weekday').notNull(),
  /** HH:MM where the organisation is. */
  time: c.text('time').notNull(),
  openDays: c.count('open_days').notNull(),
  /** Days before the close on which everybody is reminded: at most two. */
  reminders: c.json('reminders').$type<number[]>().notNull(),
  threshold: c.count('threshold').notNull(),
  /** Months of the year, 1 to 12, in which nobody is ever asked. */
  withoutMonths: c.json('without_months').$type<number[]>().notNull(),
  /** Months of the year in which the quarterly questions are asked too. */
  quarterMonths: c.json('quarter_months').$type<number[]>().notNull(),
  skipped: c.json('skipped').$type<Skipped[]>().notNull().default([]),
  /** What everybody is told while no round is planned; null while rounds are. */
  paused: c.text('paused'),
  /** Nothing that was due before this is made up for: setting a rule opens nothing at once. */
  since: c.instant('since').notNull(),
  /** Opens the feed for a program that shows calendars. */
  feedKey: c.text('feed_key').notNull(),
})
