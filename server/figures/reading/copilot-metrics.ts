import { z } from 'zod'
import { dayOf } from './days.ts'
import { readElements } from './elements.ts'
import type { Findings } from './findings.ts'
import { parsed } from './json.ts'

const day = z.object({
  /** The metrics call it date, the usage before them day. */
  date: z.string().nullish(),
  day: z.string().nullish(),
  total_active_users: z.int().min(0),
})

/**
 * The older arrays, one entry a day, tell numbers and no people. Distinct users of days cannot be added up, so
 * all that is known of a month is that at least as many were active as on its busiest day.
 */
export async function readCopilotMetrics(text: AsyncIterable<string>, found: Findings) {
  await readElements(text, (around) => around === '[', {
    element(json, line) {
      found.lines += 1
      const given = parsed(day, json, line, found)
      if (!given) return
      const written = given.date ?? given.day
      if (!written) return found.fault(line, 'dayMissing')
      const on = dayOf(written)
      if (!on) return found.fault(line, 'dayInvalid', written)
      found.dayCount(on, given.total_active_users)
    },
    document() {},
  })
}
