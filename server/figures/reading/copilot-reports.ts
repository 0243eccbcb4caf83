import { z } from 'zod'
import { dayOf } from './days.ts'
import { readElements } from './elements.ts'
import { FiguresUnreadable } from './faults.ts'
import type { Findings } from './findings.ts'
import { parsed } from './json.ts'
import { readLines } from './lines.ts'

/** Reports `users-1-day`, `users-28-day` and `user-teams-1-day`, one after another or mixed, by line or as arrays. */
export async function readCopilotReports(text: AsyncIterable<string>, found: Findings, byLine: boolean) {
  const take = (json: string, line: number) => {
    found.lines += 1
    takeRow(json, line, found)
  }
  if (byLine) return readLines(text, take)
  const isElement = (around: string) => around === '[' || around === ''
  return readElements(text, isElement, { element: take, document: () => {} })
}

const count = z.number().nullish()
const row = z.looseObject({
  day: z.string().nullish(),
  user_login: z.string().nullish(),
  user_id: z.union([z.string(), z.number()]).nullish(),
  /** Only in the rows of user-teams reports. */
  team_id: z.union([z.string(), z.number()]).nullish(),
  slug: z.string().nullish(),
  user_initiated_interaction_count: count,
  code_generation_activity_count: count,
  code_acceptance_activity_count: count,
  loc_added_sum: count,
  loc_deleted_sum: count,
  loc_suggested_to_add_sum: count,
  ai_credits_used: count,
  totals_by_3rd_party_agent: z.array(z.looseObject({ session_count: count })).nullish(),
})
type Row = z.infer<typeof row>

function takeRow(json: string, line: number, found: Findings) {
  const given = parsed(row, json, line, found)
  if (!given) return
  if ('day_totals' in given) throw new FiguresUnreadable(line, 'entityReport')
  const { day: written, user_login: login, user_id: id } = given
  if (!written) return found.fault(line, 'dayMissing')
  const day = dayOf(written)
  if (!day) return found.fault(line, 'dayInvalid', written)
  const number = id === null || id === undefined ? null : `id:${id}`
  const person = login || number
  if (!person) return found.fault(line, 'personMissing')
  if (login && number) found.aliases.set(number, login.trim().toLowerCase())
  const inTeam = given.team_id !== null && given.team_id !== undefined
  // Who is listed in a team has a seat, whether or not a row of the other report says that it was used.
  if (inTeam) found.seats = 'file'
  const group = inTeam ? (given.slug ?? undefined) : undefined
  const spent = inTeam ? 0 : (given.ai_credits_used ?? 0)
  if (spent > 0) found.spend = 'ai-spend-credits'
  found.seen({ person, day, active: !inTeam && isUse(given), spent, group })
}

/** A review that was assigned by itself is no use; every other trace of a day is one. */
function isUse(given: Row): boolean {
  const counts = [
    given.user_initiated_interaction_count,
    given.code_generation_activity_count,
    given.code_acceptance_activity_count,
    given.loc_added_sum,
    given.loc_deleted_sum,
    given.loc_suggested_to_add_sum,
    given.ai_credits_used,
    ...(given.totals_by_3rd_party_agent ?? []).map((agent) => agent.session_count),
  ]
  if (counts.some((one) => (one ?? 0) > 0)) return true
  return Object.entries(given).some(
    ([field, value]) => value === true && field.startsWith('used_') && !field.endsWith('_passive'),
  )
}
