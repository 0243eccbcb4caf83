import { z } from 'zod'
import { ofGithub, shaped, type GithubClient } from '../../outside/outside.ts'

/** Times of one change. Whose it is was never asked. */
export interface Change {
  committed: Date
  opened: Date
  merged: Date
  reviewed: Date | null
  /** Lines added and removed. */
  size: number
}

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const pages = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() })

const changes = `query ($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    list: pullRequests(states: MERGED, first: 50, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        createdAt updatedAt mergedAt additions deletions
        reviews(first: 1) { nodes { submittedAt } }
        commits(first: 1) { nodes { commit { committedDate } } }
      }
    }
  }
}`
const change = z.object({
  createdAt: moment,
  updatedAt: moment,
  mergedAt: moment,
  additions: z.int(),
  deletions: z.int(),
  reviews: z.object({ nodes: z.array(z.object({ submittedAt: moment.nullable() })) }).nullable(),
  commits: z.object({ nodes: z.array(z.object({ commit: z.object({ committedDate: moment }) })) }),
})

const deployments = `query ($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    list: deployments(environments: ["production"], first: 50, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes { createdAt statuses(first: 20) { nodes { state createdAt } } }
    }
  }
}`
const deployment = z.object({
  createdAt: moment,
  statuses: z.object({ nodes: z.array(z.object({ state: z.string(), createdAt: moment })) }).nullable(),
})

/** Changes merged since a moment; a merge counts as an update, so the list ends where nothing was updated since. */
export async function changesSince(client: GithubClient, of: string, from: Date): Promise<Change[]> {
  const found: Change[] = []
  for await (const one of listed(client, of, changes, change)) {
    if (one.updatedAt < from) break
    const { createdAt: opened, mergedAt: merged, reviews } = one
    const size = one.additions + one.deletions
    const committed = one.commits.nodes[0]?.commit.committedDate ?? opened
    if (merged >= from)
      found.push({ committed, opened, merged, reviewed: reviews?.nodes[0]?.submittedAt ?? null, size })
  }
  return found
}

/** When deployments to production succeeded, oldest first. */
export async function deploymentsSince(client: GithubClient, of: string, from: Date): Promise<Date[]> {
  const found: Date[] = []
  for await (const { createdAt, statuses } of listed(client, of, deployments, deployment)) {
    if (createdAt < from) break
    // What another deployment has replaced since is inactive, and was a success before.
    const success = statuses?.nodes.find(({ state }) => state === 'SUCCESS')
    if (success) found.push(success.createdAt)
  }
  return found.sort((a, b) => a.getTime() - b.getTime())
}

async function* listed<T extends z.ZodType>(
  client: GithubClient,
  of: string,
  query: string,
  node: T,
): AsyncGenerator<z.infer<T>> {
  const [owner, name] = of.split('/')
  const answer = z.object({
    repository: z.object({ list: z.object({ pageInfo: pages, nodes: z.array(node) }) }),
  })
  for (let after: string | null = null; ;) {
    const asked: unknown = await ofGithub(client.graphql(query, { owner, name, after }))
    const { list } = shaped<z.infer<typeof answer>>(answer, asked).repository
    yield* list.nodes
    if (!list.pageInfo.hasNextPage || list.pageInfo.endCursor === null) return
    after = list.pageInfo.endCursor
  }
}
