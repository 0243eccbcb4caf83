import { z } from 'zod'
import { answerTo, NotTaken, pageOf, shaped } from '../../outside/outside.ts'
import type { Made, Service, Tracker } from './service.ts'

const repository = z.object({ has_issues: z.boolean(), archived: z.boolean() })
const issue = z.object({
  number: z.number().int(),
  html_url: z.url(),
  state: z.string(),
  body: z.string().nullable(),
})
type Issue = z.infer<typeof issue>

/** As of its REST interface of 2022-11-28. */
export const github: Service = {
  address: 'https://api.github.com',

  async test(tracker) {
    const { has_issues: hasIssues, archived } = shaped(repository, await asked(tracker, ''))
    if (!hasIssues || archived) throw new NotTaken('noIssues')
  },

  async make(tracker, { title, body, mark }) {
    // Unseen there, and found again by it.
    const marked = `${body}\n\n<!-- ${mark} -->`
    return madeOf(shaped(issue, await asked(tracker, '/issues', { title, body: marked })))
  },

  async find(tracker, { mark }) {
    const latest = shaped(z.array(issue), await asked(tracker, '/issues?state=all&per_page=100'))
    const found = latest.find(({ body }) => body?.includes(mark))
    return found ? madeOf(found) : null
  },

  async stateOf(tracker, key) {
    const page = await asked(tracker, `/issues/${key}`).catch(unlessGone)
    if (page === null) return 'gone'
    return shaped(issue, page).state === 'closed' ? 'done' : 'open'
  },
}

/** GitHub answers 410 for what was deleted, and 404 for what never was. */
export function unlessGone(error: unknown): null {
  if (error instanceof NotTaken && ['404', '410'].includes(error.reason)) return null
  throw error
}

const madeOf = ({ number, html_url: link }: Issue): Made => ({ key: String(number), link })

async function asked(tracker: Tracker, path: string, body?: object): Promise<unknown> {
  const { address, project } = tracker.settings
  const url = new URL(`${address.replace(/\/$/, '')}/repos/${project}${path}`)
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${tracker.token}`,
    'x-github-api-version': '2022-11-28',
  }
  const question = body
    ? {
        method: 'POST' as const,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }
    : { method: 'GET' as const, headers }
  return (await pageOf(await answerTo(tracker, url, question))).page
}
