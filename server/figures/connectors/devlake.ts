import { z } from 'zod'
import { NotTaken } from '../../outside/outside.ts'
import { tooWide, type Service } from './connection.ts'
import { daysOf, longAgo, spanOf } from './days.ts'
import type { Lake, Row } from './lake.ts'
import { withLake } from './lake-opening.ts'
import { statements, type Statement } from './lake-statements.ts'
import { hoursBetween, tableOf, type Work } from './work.ts'

const minutes = z.coerce.number().min(0).nullable()
const changes = z.array(z.object({ lead_minutes: minutes, wait_minutes: minutes }))
const deployments = z.array(z.object({ deployment: z.string(), finished: z.date() }))
const incidents = z.array(
  z.object({ deployment: z.string(), finished: z.date(), created: z.date(), resolved: z.date().nullable() }),
)
type Incidents = z.infer<typeof incidents>

/** What an Apache DevLake has collected from everything it is connected to, by project. */
export const devlake: Service = {
  address: null,

  async test(connection) {
    const from = new Date(longAgo(connection.now))
    await withLake(connection, async (lake) => {
      if (await lake.canWrite()) throw tooWide()
      for (const statement of Object.keys(statements) as Statement[])
        await lake.ask(statement, ['', from, connection.now])
    })
  },

  async *month(connection, month) {
    const { teams } = connection.settings
    const work = new Map<string, Work>()
    await withLake(connection, async (lake) => {
      for (const { of } of teams) work.set(of, await workOf(lake, of, spanOf(month)))
    })
    yield tableOf(month, daysOf(month).length, teams, work)
  },
}

async function workOf(lake: Lake, project: string, { from, to }: { from: Date; to: Date }): Promise<Work> {
  const ask = async <T>(statement: Statement, shape: z.ZodType<T>) =>
    read(shape, await lake.ask(statement, [project, from, to]))
  const changed = await ask('changes', changes)
  const deployed = await ask('deployments', deployments)
  const broken = await ask('incidents', incidents)
  const causes = new Set(broken.map(({ deployment }) => deployment))
  const resolved = broken.filter((one) => one.resolved && one.resolved >= from && one.resolved < to)
  const hours = (values: (number | null)[]) => values.flatMap((one) => (one === null ? [] : [one / 60]))
  return {
    leads: hours(changed.map((one) => one.lead_minutes)),
    waits: hours(changed.map((one) => one.wait_minutes)),
    sizes: [],
    deployments: deployed.length,
    failed: deployed.filter(({ deployment }) => causes.has(deployment)).length,
    reworked: ending(resolved, deployed).size,
    recoveries: resolved.flatMap(({ finished, resolved: end }) => (end ? [hoursBetween(finished, end)] : [])),
  }
}

function read<T>(shape: z.ZodType<T>, rows: Row[]): T {
  const { data } = shape.safeParse(rows)
  if (data === undefined) throw new NotTaken('tables')
  return data
}

/** Of each incident the last deployment between its beginning and its end: it was made because of it. */
function ending(resolved: Incidents, deployed: z.infer<typeof deployments>): Set<string> {
  const last = resolved.flatMap(({ created, resolved: end, deployment: cause }) =>
    deployed
      .filter(
        ({ deployment, finished }) => deployment !== cause && finished >= created && end && finished <= end,
      )
      .toSorted((a, b) => a.finished.getTime() - b.finished.getTime())
      .slice(-1),
  )
  return new Set(last.map(({ deployment }) => deployment))
}
