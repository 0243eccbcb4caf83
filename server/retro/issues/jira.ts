import { z } from 'zod'
import { answerTo, NotTaken, pageOf, shaped } from '../../outside/outside.ts'
import { unlessGone } from './gone.ts'
import type { Service, Tracker } from './service.ts'

const permissions = z.object({
  permissions: z.object({ CREATE_ISSUES: z.object({ havePermission: z.boolean() }) }),
})
const made = z.object({ key: z.string().regex(/^[\w-]+$/) })
const found = z.object({ issues: z.array(made) })
const state = z.object({
  fields: z.object({ status: z.object({ statusCategory: z.object({ key: z.string() }) }) }),
})

/** Jira Cloud (an address and its token) and Data Center (a token alone), by the REST interface both know. */
export const jira: Service = {
  address: null,

  async test(tracker) {
    const { project } = tracker.settings
    await asked(tracker, `/rest/api/2/project/${project}`)
    const asks = `/rest/api/2/mypermissions?projectKey=${project}&permissions=CREATE_ISSUES`
    const { CREATE_ISSUES: may } = shaped(permissions, await asked(tracker, asks)).permissions
    if (!may.havePermission) throw new NotTaken('tooNarrow')
  },

  async make(tracker, { title, body, mark }) {
    const fields = {
      project: { key: tracker.settings.project },
      issuetype: { name: 'Task' },
      summary: title,
      description: body,
      labels: [mark],
    }
    const { key } = shaped(made, await asked(tracker, '/rest/api/2/issue', { fields }))
    return { key, link: linkTo(tracker, key) }
  },

  async find(tracker, { mark }) {
    const jql = encodeURIComponent(`project = "${tracker.settings.project}" AND labels = "${mark}"`)
    // The Cloud has taken the older search away.
    const search = tracker.settings.user ? '/rest/api/3/search/jql' : '/rest/api/2/search'
    const [first] = shaped(found, await asked(tracker, `${search}?jql=${jql}&fields=summary`)).issues
    return first ? { key: first.key, link: linkTo(tracker, first.key) } : null
  },

  async stateOf(tracker, key) {
    const page = await asked(tracker, `/rest/api/2/issue/${key}?fields=status`).catch(unlessGone)
    if (page === null) return 'gone'
    return shaped(state, page).fields.status.statusCategory.key === 'done' ? 'done' : 'open'
  },
}

const addressOf = ({ settings }: Tracker) => settings.address.replace(/\/$/, '')
const linkTo = (tracker: Tracker, key: string) => `${addressOf(tracker)}/browse/${key}`

async function asked(tracker: Tracker, path: string, body?: object): Promise<unknown> {
  const { token, settings } = tracker
  const basic = Buffer.from(`${settings.user}:${token}`).toString('base64')
  const headers = {
    accept: 'application/json',
    authorization: settings.user ? `Basic ${basic}` : `Bearer ${token}`,
    'content-type': 'application/json',
  }
  const url = new URL(addressOf(tracker) + path)
  const method = body ? 'POST' : 'GET'
  const question = { method, headers, ...(body && { body: JSON.stringify(body) }) } as const
  return (await pageOf(await answerTo(tracker, url, question))).page
}
