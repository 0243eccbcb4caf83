import { z } from 'zod'
import { dayOf, dayOfInstant } from './days.ts'
import type { Findings } from './findings.ts'
import { parsed } from './json.ts'
import { readPages } from './pages.ts'

const usage = z.object({
  /** Milliseconds since 1970. */
  date: z.number().nullish(),
  day: z.string().nullish(),
  email: z.string().nullish(),
  userId: z.union([z.string(), z.number()]).nullish(),
  isActive: z.boolean().nullish(),
})

/** Daily usage: every member of the team on every day, active or not. */
export async function readCursor(text: AsyncIterable<string>, found: Findings) {
  found.seats = 'file'
  await readPages(text, found, (json, line) => {
    const given = parsed(usage, json, line, found)
    if (!given) return
    const day = given.day ? dayOf(given.day) : dayOfInstant(given.date ?? NaN)
    if (!day) return found.fault(line, 'dayInvalid')
    const person = given.email || (given.userId ? `id:${given.userId}` : '')
    found.covers(day)
    if (person) found.seen({ person, day, active: given.isActive === true })
    else found.nameless += 1
  })
}
