import type { Service } from './connection.ts'
import { daysOf, spanOf } from './days.ts'
import { ofGithub } from '../../outside/outside.ts'
import { clientOf, refuseTooWide } from './github-client.ts'
import { changesSince, deploymentsSince, type Change } from './github-history.ts'
import { hoursBetween, tableOf, type Work } from './work.ts'

/** Merged pull requests and deployments of the repositories that were said to be a team's. */
export const github: Service = {
  address: 'https://api.github.com',

  async test(connection) {
    const client = clientOf(connection)
    for (const { of } of connection.settings.teams) {
      const [owner = '', repo = ''] = of.split('/')
      const { headers } = await ofGithub(client.request('GET /repos/{owner}/{repo}', { owner, repo }))
      refuseTooWide(headers)
    }
  },

  async *month({ settings, ...connection }, month) {
    const client = clientOf({ settings, ...connection })
    const { from, to } = spanOf(month)
    const work = new Map<string, Work>()
    for (const { of } of settings.teams) {
      const changes = await changesSince(client, of, from)
      const deployed = await deploymentsSince(client, of, from)
      const merged = changes.filter((one) => one.merged < to)
      work.set(of, workOf(merged, deployed, to))
    }
    yield tableOf(month, daysOf(month).length, settings.teams, work)
  },
}

function workOf(changes: Change[], deployed: Date[], to: Date): Work {
  return {
    leads: changes.flatMap(({ committed, merged }) => {
      const at = deployed.find((one) => one >= merged)
      return at ? [hoursBetween(committed, at)] : []
    }),
    waits: changes.flatMap(({ opened, reviewed }) => (reviewed ? [hoursBetween(opened, reviewed)] : [])),
    sizes: changes.map(({ size }) => size),
    deployments: deployed.filter((one) => one < to).length,
    failed: null,
    reworked: null,
    recoveries: [],
  }
}
