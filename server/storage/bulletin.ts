import { EventEmitter } from 'node:events'

/** What happened, and what it happened to: all that processes on the same database tell each other. */
export type Topic = 'board changed' | 'keys destroyed' | `counted ${string}`

/**
 * Announcements reach whoever listens here at once, and every other process on the same database soon; they are kept
 * nowhere. Whoever must not miss one has to look by himself now and then: a process may have been cut off for a while.
 */
export interface Bulletin {
  announce(topic: Topic, about: string): void
  /** Returns what ends the listening. */
  onAnnouncement(topic: Topic, hear: (about: string) => void): () => void
}

/** Where no other process is. */
export function openBulletin(): Bulletin {
  const heard = new EventEmitter().setMaxListeners(0)
  return {
    announce: (topic, about) => void heard.emit(topic, about),
    onAnnouncement(topic, hear) {
      heard.on(topic, hear)
      return () => void heard.off(topic, hear)
    },
  }
}
