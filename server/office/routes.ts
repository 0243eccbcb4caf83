import type { FastifyInstance } from 'fastify'
import { AuditPage } from '#views/office/audit.tsx'
import { HomePage } from '#views/office/home.tsx'
import type { Viewer } from '../access/access.ts'
import { latestEntries } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { pathIn, teamPaths } from '../people/people.ts'
import { isPublished } from '../results/results.ts'
import { allRounds, type RoundHead } from '../rounds/rounds.ts'
import { administrators, members, signedIn } from '../web/access-rules.ts'
import { officeOf } from './office.ts'

/** The start page, and the log of what administrators did. */
export function officeRoutes(app: FastifyInstance, context: Context) {
  const { read } = context.store

  app.get('/', members, async (request, reply) => {
    const { administrator, teamId } = signedIn(request)
    const rounds = await allRounds(read)
    const landing = landingOf(signedIn(request), rounds.find(isPublished))
    if (landing) return reply.redirect(landing, 303)
    const paths = await teamPaths(read)
    return reply.page(HomePage, {
      team: teamId ? pathIn(paths, teamId).join(' / ') : null,
      open: rounds.filter((round) => round.state === 'open' || round.state === 'opening'),
      office: administrator ? await officeOf(context, rounds) : null,
    })
  })

  app.get('/audit', administrators, async (_request, reply) =>
    reply.page(AuditPage, { entries: await latestEntries(context) }),
  )
}

/** Members land on their team's month, managers on their team's overview, facilitators on the kit, administrators on what needs them. */
function landingOf(
  { administrator, teamId, manages, facilitates }: Viewer,
  latest: RoundHead | undefined,
): string | null {
  if (administrator || !latest) return null
  if (manages.length > 0) return '/overview'
  const [team, ...others] = facilitates
  if (team) return others.length > 0 ? '/boards' : `/teams/${team}/kit`
  return teamId ? `/rounds/${latest.id}/results/${teamId}` : null
}
