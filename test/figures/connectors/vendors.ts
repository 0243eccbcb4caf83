import { json, type VendorServer } from './vendor-server.ts'

/** Who is active in a month, by mail address or login, and who else has a seat. */
export interface Usage {
  active: string[]
  idle: string[]
}

/** Claude Code Analytics: people on the first of a month, two on a page. */
export function asClaudeCode(vendor: VendorServer, token: string, of: (month: string) => Usage) {
  vendor.answers = (response, { path, query, headers }) => {
    if (path !== '/v1/organizations/usage_report/claude_code') return void response.writeHead(404).end()
    if (headers['x-api-key'] !== token) return void response.writeHead(401).end('{"type":"error"}')
    const day = query.get('starting_at') ?? ''
    const people = day.endsWith('-01') ? of(day.slice(0, 7)).active : []
    const at = Number(query.get('page')?.slice('page_'.length) ?? 0)
    const rows = people.slice(at, at + 2).map((email) => ({
      date: `${day}T00:00:00Z`,
      actor: { type: 'user_actor', email_address: email },
      organization_id: '00000000-0000-0000-0000-000000000000',
      customer_type: 'api',
      terminal_type: 'vscode',
      core_metrics: {
        num_sessions: 2,
        lines_of_code: { added: 10, removed: 1 },
        commits_by_claude_code: 1,
        pull_requests_by_claude_code: 0,
      },
      tool_actions: { edit_tool: { accepted: 4, rejected: 0 } },
      model_breakdown: [],
    }))
    const next = at + 2 < people.length ? `page_${at + 2}` : null
    json(response, { data: rows, has_more: next !== null, next_page: next })
  }
}

/** Cursor's daily usage: everybody on every day, three on a page. */
export function asCursor(vendor: VendorServer, token: string, of: (month: string) => Usage) {
  vendor.answers = (response, { method, path, headers, body }) => {
    if (path !== '/teams/daily-usage-data' || method !== 'POST') return void response.writeHead(404).end()
    const basic = `Basic ${Buffer.from(`${token}:`).toString('base64')}`
    if (headers.authorization !== basic) return void response.writeHead(401).end('{"error":"Unauthorized"}')
    const { startDate, endDate, page, pageSize } = JSON.parse(body) as Record<string, number>
    if (endDate! - startDate! > 30 * 24 * 60 * 60_000) return void response.writeHead(400).end('{}')
    const { active, idle } = of(new Date(startDate!).toISOString().slice(0, 7))
    const everybody = [...active, ...idle]
    const size = Math.min(pageSize!, 3)
    const rows = everybody.slice((page! - 1) * size, page! * size).map((email) => ({
      date: startDate,
      isActive: active.includes(email),
      totalLinesAdded: 12,
      acceptedLinesAdded: 3,
      composerRequests: 1,
      chatRequests: 0,
      agentRequests: 0,
      mostUsedModel: 'a-model',
      email,
    }))
    const pages = Math.ceil(everybody.length / size)
    json(response, {
      data: rows,
      period: { startDate, endDate },
      pagination: {
        page,
        pageSize: size,
        totalPages: pages,
        hasNextPage: page! < pages,
        hasPreviousPage: page! > 1,
      },
    })
  }
}

/** Copilot's reports: links to files of lines, which lie elsewhere and want no token. */
export function asCopilot(
  vendor: VendorServer,
  files: VendorServer,
  token: string,
  of: (month: string) => Usage & { team: string },
) {
  vendor.answers = (response, { path, query, headers }) => {
    const report = /^\/orgs\/acme\/copilot\/metrics\/reports\/(users|user-teams)-1-day$/.exec(path)?.[1]
    if (headers.authorization !== `token ${token}`)
      return void response.writeHead(401).end('{"message":"Bad"}')
    if (!report) return void response.writeHead(404).end('{"message":"Not Found"}')
    const day = query.get('day') ?? ''
    if (!day.endsWith('-02')) return void response.writeHead(204).end()
    const link = `${files.origin}/signed/${report}/${day}?sig=SIGNATURE`
    json(response, { download_links: [link], report_day: day })
  }
  files.answers = (response, { path, headers }) => {
    if (headers.authorization) return void response.writeHead(400).end()
    const [, , report, day = ''] = path.split('/')
    const { active, idle, team } = of(day.slice(0, 7))
    const about = { day, organization_id: '999', enterprise_id: '13213' }
    const users = active.map((user_login, n) => ({
      ...about,
      user_id: 7000 + n,
      user_login,
      user_initiated_interaction_count: 3,
      code_generation_activity_count: 2,
      code_acceptance_activity_count: 1,
      loc_added_sum: 5,
      totals_by_ide: [],
      used_agent: false,
      used_chat: true,
    }))
    const seats = [...active, ...idle].map((user_login, n) => ({
      ...about,
      user_id: 7000 + n,
      user_login,
      team_id: 42,
      slug: team,
    }))
    response.end((report === 'users' ? users : seats).map((row) => JSON.stringify(row)).join('\n'))
  }
}
