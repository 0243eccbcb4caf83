import type { FastifyInstance } from 'fastify'
import { AuditPage } from '#views/office/audit.tsx'
import { HomePage } from '#views/office/home.tsx'
import { MailPage } from '#views/office/mail.tsx'
import { SettingsPage } from '#views/office/settings.tsx'
import { settingsForm } from './forms.ts'
import type { Viewer } from '../access/access.ts'
import { latestEntries, record } from '../audit/audit.ts'
import { isSecureOrigin } from '../config.ts'
import type { Context } from '../context.ts'
import { pathIn, teamPaths } from '../people/people.ts'
import { outboxState, retryFailing } from '../post/post.ts'
import { isPublished } from '../results/results.ts'
import { allRounds, type RoundHead } from '../rounds/rounds.ts'
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
      steps: administrator ? { roster: paths.size > 0, rounds: rounds.length > 0 } : null,
      insecureUrl:
        administrator && !isSecureOrigin(context.config.PUBLIC_URL) ? context.config.PUBLIC_URL : null,
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

/** Members land on their team's latest results, managers on all of theirs, facilitators on their kits, administrators on the next step. */
function landingOf(
  { administrator, teamId, manages, facilitates }: Viewer,
  latest: RoundHead | undefined,
): string | null {
  if (administrator || !latest) return null
  if (manages.length > 0) return '/results'
  if (facilitates.length > 0) return '/boards'
  return teamId ? `/rounds/${latest.id}/results/${teamId}` : null
}
