import { z } from 'zod'
import { dayOf } from './days.ts'
import type { Findings } from './findings.ts'
import { parsed } from './json.ts'
import { readPages } from './pages.ts'

const metrics = z.record(z.string(), z.unknown()).nullish()
const record = z.looseObject({
  /** The vendor names the day in the request alone: whoever fetches it puts it in. */
  date: z.string().nullish(),
  user: z.looseObject({ email_address: z.string().nullish() }).nullish(),
  chat_metrics: metrics,
  claude_code_metrics: metrics,
})

/** Analytics of Claude Enterprise, `/v1/organizations/analytics/users`: everybody who has a seat, a day at a time. */
export async function readClaudeEnterprise(text: AsyncIterable<string>, found: Findings) {
  found.seats = 'file'
  await readPages(text, found, (json, line) => {
    const given = parsed(record, json, line, found)
    if (!given) return
    if (!given.date) return found.fault(line, 'dayNotInRow')
    const day = dayOf(given.date)
    if (!day) return found.fault(line, 'dayInvalid', given.date)
    const person = given.user?.email_address
    if (!person) return found.fault(line, 'personMissing')
    const { user: _user, date: _date, ...used } = given
    found.seen({ person, day, active: hasCount(used) })
  })
}

/** Any number above 0, however deep: metrics are added to these rows from time to time. */
const hasCount = (value: unknown): boolean =>
  typeof value === 'number'
    ? value > 0
    : typeof value === 'object' && value !== null && Object.values(value).some(hasCount)
