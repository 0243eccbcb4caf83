import type { FastifyInstance } from 'fastify'
import { AuditPage } from '#views/office/audit.tsx'
import { HomePage } from '#views/office/home.tsx'
import { MailPage } from '#views/office/mail.tsx'
import { SettingsPage } from '#views/office/settings.tsx'
import { settingsForm } from './forms.ts'
import type { Viewer } from '../access/access.ts'
import { latestEntries, record } from '../audit/audit.ts'
import { failingChannels } from '../chat/chat.ts'
import { isSecureOrigin } from '../config.ts'
import type { Context } from '../context.ts'
import { pathIn, teamPaths } from '../people/people.ts'
import { outboxState, retryFailing } from '../post/post.ts'
import { isPublished } from '../results/results.ts'
import { allRounds, roundsWithKeyFaults, type RoundHead } from '../rounds/rounds.ts'
import { changeOrganisation, theOrganisation, timeZones } from '../settings/settings.ts'
import { administrators, members, signedIn } from '../web/access-rules.ts'
import { readForm } from '../web/form.ts'

/** The start page, and what an administrator looks after: settings, mail, the log. */
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
      office: administrator ? { ...(await officeOf(context, rounds)), roster: paths.size > 0 } : null,
    })
  })

  app.get('/settings', administrators, async (_request, reply) => {
    const { name, timeZone, cardsKeptDays } = await theOrganisation(read)
    const typed = { name, timeZone, cardsKeptDays: String(cardsKeptDays) }
    return reply.page(SettingsPage, { zones: timeZones(), typed, faults: {} })
  })

  app.post('/settings', administrators, async (request, reply) => {
    const form = readForm(settingsForm, request.body)
    if (!form.ok)
      return reply.faulty(SettingsPage, { zones: timeZones(), typed: form.typed, faults: form.faults })
    await context.store.write(async (tx) => {
      await changeOrganisation(tx, form.values)
      await record(tx, context, signedIn(request).id, 'settings changed')
    })
    return reply.done({ to: '/settings', notice: 'saved' })
  })

  app.get('/mail', administrators, async (_request, reply) => {
    const files = context.config.SMTP_URL ? null : `${context.config.DATA_DIR}/outbox`
    return reply.page(MailPage, { ...(await outboxState(context)), files })
  })

  app.post('/mail/retries', administrators, async (_request, reply) => {
    await retryFailing(context)
    return reply.done({ to: '/mail', notice: 'retrying' })
  })

  app.get('/audit', administrators, async (_request, reply) =>
    reply.page(AuditPage, { entries: await latestEntries(context) }),
  )
}

/** What an administrator has to know: what needs somebody, what comes next, and how the last round went. */
async function officeOf(context: Context, rounds: RoundHead[]) {
  const { failing } = await outboxState(context)
  const { PUBLIC_URL } = context.config
  const [last] = rounds.filter(isPublished).toSorted((a, b) => b.closesAt.getTime() - a.closesAt.getTime())
  const [next] = rounds
    .filter(({ state }) => state === 'scheduled')
    .toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
  const turnout = last?.outcome?.published ? last.outcome : null
  return {
    began: rounds.length > 0,
    insecureUrl: isSecureOrigin(PUBLIC_URL) ? null : PUBLIC_URL,
    failing: failing.reduce((sum, { letters }) => sum + letters, 0),
    failingChannels: await failingChannels(context.store.read),
    keyFaults: (await roundsWithKeyFaults(context)).map(({ name }) => name),
    next: next ? { id: next.id, name: next.name, opensAt: next.opensAt } : null,
    last:
      last && turnout
        ? { id: last.id, name: last.name, invited: turnout.invited, ballots: turnout.ballots }
        : null,
  }
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
