import { columns as c } from '../columns.ts'
import { teams } from './people.ts'

export const channelKinds = ['slack', 'teams', 'webhook'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** What a channel can be told. */
export const channelEvents = ['opened', 'closing', 'results', 'signal', 'digest'] as const
export type ChannelEvent = (typeof channelEvents)[number]

/** Where messages may go: a host with its port, where it is not the usual one. */
export const chatHosts = c.table('chat_hosts', {
  host: c.text('host').primaryKey(),
  /** Whether it may have an address of loopback or of a private network. */
  internal: c.flag('internal').notNull(),
})

export const chatChannels = c.table('chat_channels', {
  id: c.text('id').primaryKey(),
  kind: c.text('kind', { enum: channelKinds }).notNull(),
  name: c.text('name').notNull(),
  /** Its host alone: the rest of the address is a secret. */
  host: c.text('host').notNull(),
  /** Address and signing secret, sealed. */
  sealed: c.text('sealed').notNull(),
  /** Null for the organisation. */
  teamId: c.text('team_id').references(() => teams.id, { onDelete: 'cascade' }),
  events: c.json('events').$type<ChannelEvent[]>().notNull(),
  /** Whether somebody who leads the team wants it told what only its readers may read. */
  agreed: c.flag('agreed').notNull().default(false),
})

export const deliveryStates = ['waiting', 'sent', 'given up'] as const

/** What a channel is told. A row names what it is about; the words are written when they are sent. */
export const chatDeliveries = c.table(
  'chat_deliveries',
  {
    id: c.text('id').primaryKey(),
    channelId: c
      .text('channel_id')
      .notNull()
      .references(() => chatChannels.id, { onDelete: 'cascade' }),
    event: c.text('event').notNull().$type<ChannelEvent | 'test'>(),
    /** A round, or a day: part of the key that keeps it from being told twice. */
    about: c.text('about').notNull(),
    state: c.text('state', { enum: deliveryStates }).notNull().default('waiting'),
    attempts: c.count('attempts').notNull().default(0),
    queuedAt: c.instant('queued_at').notNull(),
    /** Pushed on by whoever takes it: until then nobody else sends it. */
    notBefore: c.instant('not_before').notNull(),
    /** Why it was not taken the last time: a word of ours, never the service's. */
    failure: c.text('failure'),
  },
  (t) => [
    c.uniqueIndex('chat_deliveries_once').on(t.channelId, t.event, t.about),
    c.index('chat_deliveries_due').on(t.state, t.notBefore),
  ],
)
