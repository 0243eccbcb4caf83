import { z } from 'zod'
import { answerTo, NotTaken, ofGithub, piecesOf, shaped, type GithubClient } from '../../outside/outside.ts'
import type { Connection, Service } from './connection.ts'
import { daysOf, longAgo } from './days.ts'
import { clientOf, refuseTooWide } from './github-client.ts'

const links = z.object({ download_links: z.array(z.string()) })

/** GitHub Copilot's usage metrics of an organisation: who used it on a day, and who has a seat in which team. */
export const copilot: Service = {
  address: 'https://api.github.com',
  // As GitHub lists them for firewalls.
  leadsTo:
    /^(copilot-reports\.github\.com|copilot-reports-[\w-]+\.b01\.azurefd\.net|usagereports[\w-]*\.blob\.core\.windows\.net)$/,

  async test(connection) {
    const answered = await askFor(clientOf(connection), connection, 'users-1-day', longAgo(connection.now))
    refuseTooWide(answered.headers)
  },

  async *month(connection, month) {
    const client = clientOf(connection)
    for (const day of daysOf(month))
      for (const report of ['users-1-day', 'user-teams-1-day'] as const) {
        const { status, data } = await askFor(client, connection, report, day)
        // 204: nobody used it that day.
        if (status === 200)
          for (const link of shaped(links, data).download_links) yield* downloaded(connection, link)
      }
  },
}

const askFor = (
  client: GithubClient,
  { settings: { organisation } }: Connection,
  report: 'users-1-day' | 'user-teams-1-day',
  day: string,
) =>
  ofGithub(
    client.request('GET /orgs/{org}/copilot/metrics/reports/{report}', {
      org: organisation,
      report,
      day,
      headers: { 'x-github-api-version': '2026-03-10' },
    }),
  )

/** The link is the key to it: it is told no token, wherever it leads. */
async function* downloaded(connection: Connection, link: string): AsyncGenerator<Buffer> {
  if (!URL.canParse(link)) throw new NotTaken('shape')
  const url = new URL(link)
  const { leadsTo } = copilot
  const isKnown = url.protocol === 'https:' && (leadsTo?.test(url.host) ?? false)
  if (!isKnown && !connection.hosts.has(url.host)) throw new NotTaken(`leadsTo ${url.host.slice(0, 100)}`)
  const hosts = isKnown ? new Map([...connection.hosts, [url.host, { internal: false }]]) : connection.hosts
  yield* piecesOf(await answerTo({ ...connection, hosts }, url, { method: 'GET', headers: {} }))
  yield Buffer.from('\n')
}
