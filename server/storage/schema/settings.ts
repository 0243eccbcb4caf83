import { columns as c } from '../columns.ts'

/** One row, made by the set-up. */
export const organisation = c.table('organisation', {
  id: c.text('id').primaryKey().$type<'organisation'>(),
  name: c.text('name').notNull(),
  timeZone: c.text('time_zone').notNull(),
  /** Raised by every change to teams or people, so that two administrators cannot overwrite each other unseen. */
  rosterVersion: c.count('roster_version').notNull().default(1),
  /** How long the cards of a retro are kept after its end. */
  cardsKeptDays: c.count('cards_kept_days').notNull().default(90),
  /** Whether mails say figures, or only where they are. */
  mailFigures: c.flag('mail_figures').notNull().default(true),
  /** How long remarks, and the log of what administrators did, are kept. */
  remarksKeptMonths: c.count('remarks_kept_months').notNull().default(24),
  logKeptMonths: c.count('log_kept_months').notNull().default(24),
  /** How long a letter rests that no mail server would take. */
  lettersKeptDays: c.count('letters_kept_days').notNull().default(30),
  /** Null for a real organisation. A sample company is invented, and can be removed. */
  sample: c.text('sample').$type<'being made' | 'ready'>(),
  /** What the button of a mail is filled with. */
  accent: c.text('accent').notNull().default('#1f5fa8'),
  /** What the organisation says itself in an invitation; empty, where it leaves that to us. */
  introduction: c.text('introduction').notNull().default(''),
})

/** At most one, beside its organisation: that is read for every page, and a picture only for a mail. */
export const logos = c.table('logos', {
  id: c.text('id').primaryKey().$type<'logo'>(),
  type: c.text('type').notNull().$type<'image/png' | 'image/jpeg'>(),
  /** In base64. */
  content: c.text('content').notNull(),
})
