import { z } from 'zod'
import { githubClient, NotTaken, ofGithub, shaped } from '../../outside/outside.ts'
import type { Made, Service, Tracker } from './service.ts'
import { unlessGone } from './gone.ts'

const repository = z.object({ has_issues: z.boolean(), archived: z.boolean() })
const issue = z.object({
  number: z.number().int(),
  html_url: z.url({ protocol: /^https?$/ }),
  state: z.string(),
  body: z.string().nullable(),
})

/** By its REST interface. */
export const github: Service = {
  address: 'https://api.github.com',

  async test(tracker) {
    const { client, place } = repositoryOf(tracker)
    const { data } = await ofGithub(client.request('GET /repos/{owner}/{repo}', place))
    const { has_issues: hasIssues, archived } = shaped(repository, data)
    if (!hasIssues || archived) throw new NotTaken('noIssues')
  },

  async make(tracker, { title, body, mark }) {
    const { client, place } = repositoryOf(tracker)
    // Unseen there, and found again by it.
    const marked = { title, body: `${body}\n\n<!-- ${mark} -->` }
    const made = client.request('POST /repos/{owner}/{repo}/issues', { ...place, ...marked })
    return madeOf((await ofGithub(made)).data)
  },

  async find(tracker, { mark }) {
    const { client, place } = repositoryOf(tracker)
    const latest = { ...place, state: 'all', per_page: 100 } as const
    const { data } = await ofGithub(client.request('GET /repos/{owner}/{repo}/issues', latest))
    const found = shaped(z.array(issue), data).find(({ body }) => body?.includes(mark))
    return found ? madeOf(found) : null
  },

  async stateOf(tracker, key) {
    const { client, place } = repositoryOf(tracker)
    const at = { ...place, issue_number: Number(key) }
    const answered = await ofGithub(
      client.request('GET /repos/{owner}/{repo}/issues/{issue_number}', at),
    ).catch(unlessGone)
    if (answered === null) return 'gone'
    return shaped(issue, answered.data).state === 'closed' ? 'done' : 'open'
  },
}

function repositoryOf({ settings, ...line }: Tracker) {
  const [owner = '', repo = ''] = settings.project.split('/')
  return { client: githubClient({ ...line, address: settings.address }), place: { owner, repo } }
}

function madeOf(data: unknown): Made {
  const { number, html_url: link } = shaped(issue, data)
  return { key: String(number), link }
}
