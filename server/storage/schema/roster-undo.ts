import { columns as c } from '../columns.ts'

/** What an import can change about somebody. */
export interface PersonState {
  email: string
  name: string | null
  teamId: string | null
  answers: boolean
  administrator: boolean
  reminders: boolean
  /** Ids of teams, sorted. */
  manages: string[]
  facilitates: string[]
}

export interface TeamRenamed {
  teamId: string
  name: string
  parentId: string | null
  /** The path it is found by since, and the team that was found by it before. */
  alias: string
  aliasOf: string | null
}

/** An import that can be undone; gone a week later. */
export const rosterUndos = c.table('roster_undos', {
  importId: c.text('import_id').primaryKey(),
  appliedAt: c.instant('applied_at').notNull(),
  teamsMade: c.json('teams_made').$type<string[]>().notNull(),
  teamsRenamed: c.json('teams_renamed').$type<TeamRenamed[]>().notNull(),
})

/** Everybody an import changed. */
export const rosterUndoPeople = c.table(
  'roster_undo_people',
  {
    importId: c
      .text('import_id')
      .notNull()
      .references(() => rosterUndos.importId, { onDelete: 'cascade' }),
    personId: c.text('person_id').notNull(),
    /** So that whoever is removed is found here, too, whatever id they have by now. */
    email: c.text('email').notNull(),
    /** Null for one who joined. */
    was: c.json('was').$type<PersonState>(),
    /** Null for one who left. */
    became: c.json('became').$type<PersonState>(),
  },
  (t) => [
    c.primaryKey({ columns: [t.importId, t.personId] }),
    c.index('roster_undo_people_person').on(t.personId),
    c.index('roster_undo_people_email').on(t.email),
  ],
)
