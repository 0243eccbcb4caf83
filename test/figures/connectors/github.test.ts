import { afterEach, beforeEach, expect, test } from 'vitest'
import { deliveryOf, figureSources } from '#server/figures/figures.ts'
import { teamIds } from '../../helpers/pages.ts'
import { allow, company, connect, sleep, sourceOf, tried, visit, type Company } from './company.ts'
import { json, says, VendorServer } from './vendor-server.ts'

let acme: Company
let vendor: VendorServer
beforeEach(async () => {
  vendor = await VendorServer.start()
  acme = await company({ Payments: 8, Ledger: 7 })
  await allow(acme.dana, vendor)
})
afterEach(async () => {
  await vendor.stop()
  await acme.safe.stop()
})

const at = (day: number, hour = 0, month = 10) => new Date(Date.UTC(2026, month - 1, day, hour)).toISOString()

interface Change {
  committed: string
  opened: string
  reviewed: string | null
  merged: string
}

const change = (day: number, { wait = 4, month = 10, reviewed = true } = {}): Change => ({
  committed: at(day, 0, month),
  opened: at(day, 6, month),
  reviewed: reviewed ? at(day, 6 + wait, month) : null,
  merged: at(day, 20, month),
})

/** A repository as GitHub's graph tells it, two of a kind on a page; whatever else is asked for is not there. */
function asGithub(repositories: Record<string, { changes: Change[]; deployments: [string, string][] }>) {
  vendor.answers = (response, { path, headers, body }) => {
    if (headers.authorization !== 'token github_pat_TOKEN') return void response.writeHead(401).end('{}')
    if (path.startsWith('/repos/')) {
      const there = path.slice('/repos/'.length) in repositories
      return there ? json(response, { id: 1 }) : void response.writeHead(404).end('{"message":"Not Found"}')
    }
    const { query, variables } = JSON.parse(body)
    const found = repositories[`${variables.owner}/${variables.name}`]
    if (!found)
      return json(response, { data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: 'no' }] })
    const nodes = query.includes('pullRequests(')
      ? found.changes.map(({ committed, opened, reviewed, merged }) => ({
          createdAt: opened,
          updatedAt: merged,
          mergedAt: merged,
          additions: 30,
          deletions: 10,
          reviews: { nodes: reviewed ? [{ submittedAt: reviewed }] : [] },
          commits: { nodes: [{ commit: { committedDate: committed } }] },
        }))
      : found.deployments.map(([createdAt, state]) => ({
          createdAt,
          statuses: {
            nodes: [
              { state: 'INACTIVE', createdAt: at(30) },
              { state, createdAt },
            ],
          },
        }))
    const from = Number(variables.after ?? 0)
    const goesOn = from + 2 < nodes.length
    const pageInfo = { hasNextPage: goesOn, endCursor: goesOn ? String(from + 2) : null }
    json(response, { data: { repository: { list: { pageInfo, nodes: nodes.slice(from, from + 2) } } } })
  }
}

const form = (teams: string) => ({ token: 'github_pat_TOKEN', address: vendor.origin, teams })
const figuresOf = async (team: string, month = '2026-10') => {
  const id = (await teamIds(acme.safe)).get(team)!
  const all = await deliveryOf(acme.safe.context.store.read, id, { from: month, to: month })
  return Object.fromEntries(all.map(({ measure, value, standsFor }) => [measure, [value, standsFor]]))
}

test('lead time, review time and deployment frequency of a team are of all its repositories together', async () => {
  asGithub({
    // Newest first, as it lists them; one of September, one that nobody reviewed.
    'acme/pay': {
      changes: [
        change(20, { wait: 8 }),
        change(12),
        change(10, { reviewed: false }),
        change(3, { month: 9 }),
      ],
      deployments: [
        [at(21), 'SUCCESS'],
        [at(15), 'FAILURE'],
        [at(13), 'SUCCESS'],
        [at(11), 'SUCCESS'],
      ],
    },
    'acme/site': { changes: [change(5, { wait: 6 })], deployments: [[at(8), 'SUCCESS']] },
  })
  await connect(acme.dana, 'github', form('acme/pay = Payments\nacme/site = Payments'))
  expect(await tried(acme.dana, 'github')).toBeNull()
  sleep(acme.safe, 3)
  await visit(acme.safe.context)
  expect(await sourceOf(acme.dana, 'github')).toMatchObject({ month: '2026-10', fault: null })
  const perWeek = Number(((4 * 7) / 31).toFixed(2))
  expect(await figuresOf('Payments')).toEqual({
    // From a day's first hour to the next day's, three times, and to three days later once.
    'lead-time': [24, 4],
    'review-time': [6, 3],
    'pr-size': [40, 4],
    'deployment-frequency': [perWeek, 4],
  })
  // September has the one change, and it was deployed in October.
  expect(await figuresOf('Payments', '2026-09')).toMatchObject({ 'review-time': [4, 1] })
  expect(await figuresOf('Ledger')).toEqual({})
})

test('no name is asked for: neither of who wrote a change nor of who reviewed it', async () => {
  asGithub({ 'acme/pay': { changes: [change(12)], deployments: [] } })
  await connect(acme.dana, 'github', form('acme/pay = Payments'))
  sleep(acme.safe, 3)
  await visit(acme.safe.context)
  const queries = vendor.asked.filter(({ path }) => path === '/graphql')
  expect(queries.length).toBeGreaterThan(3)
  for (const { body } of queries) expect(body).not.toMatch(/author|login|email|user|creator|title|committer/i)
})

test('a repository that is not there, or that the token may not see, is told by the press', async () => {
  asGithub({ 'acme/pay': { changes: [], deployments: [] } })
  await connect(acme.dana, 'github', form('acme/pay = Payments\nacme/gone = Ledger'))
  expect(await tried(acme.dana, 'github')).toBe('404')
})

test('GitHub’s second kind of limit is waited for, and a fault of its own is asked again; a refusal is not', async () => {
  asGithub({ 'acme/pay': { changes: [change(12)], deployments: [[at(13), 'SUCCESS']] } })
  await connect(acme.dana, 'github', form('acme/pay = Payments'))
  sleep(acme.safe, 3)
  const secondary = JSON.stringify({ message: 'You have exceeded a secondary rate limit.' })
  vendor.first.push(
    says(502),
    (response) => void response.writeHead(403, { 'retry-after': '1' }).end(secondary),
  )
  await visit(acme.safe.context, new AbortController().signal, true)
  expect(await figureSources(acme.safe.context.store.read)).toHaveLength(1)
  vendor.asked.splice(0)
  vendor.answers = says(401)
  expect(await tried(acme.dana, 'github')).toBe('401')
  expect(vendor.asked).toHaveLength(1)
})
