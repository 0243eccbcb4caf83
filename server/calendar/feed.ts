import ical from 'ical-generator'
import type { Occurrence } from './occurrences.ts'

interface Fed {
  name: string
  /** Where it is answered: by the link in one's own mail. */
  text: string
  address: string
  rounds: Pick<Occurrence, 'month' | 'opensAt' | 'closesAt'>[]
}

/** The rounds to come, as programs that show calendars read them (RFC 5545). It says nothing of anybody. */
export function feedOf({ name, text, address, rounds }: Fed): string {
  const feed = ical({ name, prodId: { company: 'Safe to Say', product: 'calendar' }, ttl: 6 * 60 * 60 })
  for (const { month, opensAt, closesAt } of rounds)
    feed.createEvent({
      id: `${month}@${new URL(address).hostname}`,
      start: opensAt,
      end: closesAt,
      stamp: opensAt,
      summary: name,
      description: text,
      url: address,
    })
  return feed.toString()
}
