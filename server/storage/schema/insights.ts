import { columns as c } from '../columns.ts'
import { teams } from './people.ts'

export const agreementColours = ['green', 'amber', 'red'] as const
export type AgreementColour = (typeof agreementColours)[number]

/** A rule, something that is protected, or an experiment: what a retro may end in besides an action. */
export const lineKinds = ['rule', 'protect', 'experiment'] as const
export interface AgreementLine {
  kind: (typeof lineKinds)[number]
  text: string
  /** What stands in the way of what must not happen, or tells whether an experiment helped. */
  gate: string
  /** Whoever looks after it, as the team calls them. */
  owner: string
  /** The day to look at it again, such as 2026-11-30. */
  review: string
}

/** What a team agreed with itself, version after version; the newest holds. */
export const agreements = c.table(
  'agreements',
  {
    id: c.text('id').primaryKey(),
    teamId: c
      .text('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    version: c.count('version').notNull(),
    publishedAt: c.instant('published_at').notNull(),
    /** Who published it; a facilitator or manager, who does so by name. */
    personId: c.text('person_id').notNull(),
    entries: c
      .json('entries')
      .$type<{ work: string; label: string; colour: AgreementColour; note: string }[]>()
      .notNull(),
    lines: c.json('lines').$type<AgreementLine[]>().notNull().default([]),
  },
  (t) => [c.uniqueIndex('agreements_version').on(t.teamId, t.version)],
)

/** Somebody who leads a team has seen a signal, and says to the team what follows. */
export const acknowledgements = c.table(
  'acknowledgements',
  {
    id: c.text('id').primaryKey(),
    teamId: c
      .text('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    roundId: c.text('round_id').notNull(),
    signal: c.text('signal').notNull(),
    personId: c.text('person_id').notNull(),
    note: c.text('note').notNull(),
    at: c.instant('at').notNull(),
  },
  (t) => [c.uniqueIndex('acknowledgements_once').on(t.teamId, t.roundId, t.signal)],
)
