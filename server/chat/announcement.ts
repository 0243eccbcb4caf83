import type { Context } from '../context.ts'
import type { chatChannels, chatDeliveries } from '../storage/schema/chat.ts'

export type Channel = typeof chatChannels.$inferSelect
export type Delivery = typeof chatDeliveries.$inferSelect

/** What a channel is told, before it has the shape a service wants. */
export interface Announcement {
  title: string
  /** A sentence or two each. */
  lines: string[]
  link: { text: string; href: string }
  /** The same for a script. */
  data?: Record<string, string>
}

/** Writes an announcement when its turn comes; null when there is nothing to say any more, or not to this channel. */
export type Announcements = Record<
  Delivery['event'],
  (context: Context, about: string, channel: Channel) => Promise<Announcement | null>
>
