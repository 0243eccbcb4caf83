import { z } from 'zod'
import { dayOf } from './days.ts'
import type { Findings } from './findings.ts'
import { parsed } from './json.ts'
import { readPages } from './pages.ts'

const count = z.number().nullish()
const record = z.object({
  date: z.string(),
  actor: z.object({ type: z.string(), email_address: z.string().nullish() }),
  core_metrics: z
    .object({
      num_sessions: count,
      commits_by_claude_code: count,
      pull_requests_by_claude_code: count,
      lines_of_code: z.object({ added: count, removed: count }).nullish(),
    })
    .nullish(),
  /** In cents, as the vendor reckons from its list of prices. */
  model_breakdown: z
    .array(
      z.looseObject({
        estimated_cost: z.object({ currency: z.literal('USD'), amount: z.number().min(0) }).nullish(),
      }),
    )
    .nullish(),
})

/** Analytics, a page or several for each day: who used it that day. Keys of programs are no people. */
export async function readClaudeCode(text: AsyncIterable<string>, found: Findings) {
  found.spend = 'ai-spend-estimate'
  await readPages(text, found, (json, line) => {
    const given = parsed(record, json, line, found)
    if (!given) return
    const day = dayOf(given.date)
    if (!day) return found.fault(line, 'dayInvalid', given.date)
    found.covers(day)
    const { type, email_address: person } = given.actor
    if (type === 'api_actor') found.nameless += 1
    else if (person) found.seen({ person, day, active: isUse(given), spent: dollarsOf(given) })
    else found.fault(line, 'personMissing')
  })
}

function isUse({ core_metrics: core, model_breakdown: models }: z.infer<typeof record>): boolean {
  const counts = [
    core?.num_sessions,
    core?.commits_by_claude_code,
    core?.pull_requests_by_claude_code,
    core?.lines_of_code?.added,
    core?.lines_of_code?.removed,
    models?.length,
  ]
  return counts.some((one) => (one ?? 0) > 0)
}

const dollarsOf = ({ model_breakdown: models }: z.infer<typeof record>): number =>
  (models ?? []).reduce((sum, { estimated_cost: cost }) => sum + (cost?.amount ?? 0) / 100, 0)
