import { columns as c } from '../columns.ts'

/** Who is at work that one process at a time may do, and until when at the latest without saying so again. */
export const leases = c.table('leases', {
  work: c.text('work').primaryKey(),
  holder: c.text('holder').notNull(),
  /** By the database's own clock. */
  until: c.instant('until').notNull(),
  /** How far it has come, for those who ask another process. */
  progress: c.json('progress').$type<object>(),
})
