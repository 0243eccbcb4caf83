import { columns as c } from '../columns.ts'
import { actions } from './actions.ts'
import { teams } from './people.ts'

export const trackerServices = ['github', 'jira'] as const
export type TrackerService = (typeof trackerServices)[number]

export interface TrackerSettings {
  service: TrackerService
  /** Where the service is. */
  address: string
  /** A repository (`owner/name`), or the key of a project. */
  project: string
  /** Whose token it is, where the service asks for that; empty where it does not. */
  user: string
}

/** Where a team's actions become issues: at most one place a team, so that none is sent to another's. */
export const trackers = c.table('trackers', {
  teamId: c
    .text('team_id')
    .primaryKey()
    .references(() => teams.id, { onDelete: 'cascade' }),
  settings: c.json('settings').notNull().$type<TrackerSettings>(),
  /** Its token, sealed. */
  sealed: c.text('sealed').notNull(),
  /** When it was last asked; when it was set, before that. */
  triedAt: c.instant('tried_at').notNull(),
  /** Why it did not answer, the last time: a word of ours, or its status. */
  fault: c.text('fault'),
})

/** What an action is called outside. */
export const issues = c.table('issues', {
  actionId: c
    .text('action_id')
    .primaryKey()
    .references(() => actions.id, { onDelete: 'cascade' }),
  /** Its number or key; null while it is being made. */
  key: c.text('key'),
  /** Where people open it. */
  link: c.text('link'),
  begunAt: c.instant('begun_at').notNull(),
  /** As it was found the last time; `gone` where it is no more. */
  state: c.text('state', { enum: ['open', 'done', 'gone'] }).notNull(),
})
