import { columns as c } from '../columns.ts'

export const vendors = ['copilot', 'cursor', 'claude-code', 'github', 'devlake'] as const
export type Vendor = (typeof vendors)[number]

/** What is asked for, and where. Of people nothing stands here: who is who is read from the roster while reading. */
export interface ConnectorSettings {
  /** Where the vendor's interface is. */
  address: string
  /** The organisation's name there; empty where its key says which. */
  organisation: string
  /** Repositories (`owner/name`) or projects, and the team's path whose work they hold. */
  teams: { of: string; team: string }[]
}

/** Where figures are fetched by themselves: one of each vendor, so that no month comes from two at once. */
export const connectors = c.table('connectors', {
  vendor: c.text('vendor', { enum: vendors }).primaryKey(),
  settings: c.json('settings').notNull().$type<ConnectorSettings>(),
  /** Its token, sealed. */
  sealed: c.text('sealed').notNull(),
  /** YYYY-MM: the last month that was brought; null before the first. */
  month: c.text('month'),
  /** When it was last asked; when it was set, before that. */
  triedAt: c.instant('tried_at').notNull(),
  /** Since when it has failed each time it was asked. */
  failingSince: c.instant('failing_since'),
  /** Why, the last time: a word of ours and the name of a field or a host at most, never what a vendor wrote. */
  fault: c.text('fault'),
  /** When administrators were mailed of it. */
  mailedAt: c.instant('mailed_at'),
})
