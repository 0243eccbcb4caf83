import { columns as c } from '../columns.ts'

export const teams = c.table('teams', {
  id: c.text('id').primaryKey(),
  name: c.text('name').notNull(),
  parentId: c.text('parent_id'),
})

/** Where a team used to be: old files and old figures still find it. */
export const teamAliases = c.table('team_aliases', {
  path: c.text('path').primaryKey(),
  teamId: c
    .text('team_id')
    .notNull()
    .references(() => teams.id, { onDelete: 'cascade' }),
})

export const people = c.table(
  'people',
  {
    id: c.text('id').primaryKey(),
    email: c.text('email').notNull(),
    name: c.text('name'),
    /** Name and address in lower case, by us rather than by the database, so that both find alike. */
    sought: c.text('sought').notNull(),
    /** Null only for an administrator without a team, who is not invited. */
    teamId: c.text('team_id').references(() => teams.id),
    answers: c.flag('answers').notNull(),
    administrator: c.flag('administrator').notNull(),
    /** Of rounds, and of what they have taken on. */
    reminders: c.flag('reminders').notNull().default(true),
    /** What became of a round, and when there is none. */
    results: c.flag('results').notNull().default(true),
  },
  (t) => [c.uniqueIndex('people_email').on(t.email), c.index('people_team').on(t.teamId)],
)

export const leaderships = c.table(
  'leaderships',
  {
    personId: c
      .text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    teamId: c
      .text('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    role: c.text('role').notNull().$type<'manager' | 'facilitator'>(),
  },
  (t) => [c.primaryKey({ columns: [t.personId, t.teamId, t.role] })],
)

/** What `sought` holds. */
export const soughtBy = (name: string | null, email: string): string => `${name ?? ''} ${email}`.toLowerCase()
