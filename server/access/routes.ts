import type { FastifyInstance } from 'fastify'
import { LinkPage } from '#views/access/link.tsx'
import { SessionsPage } from '#views/access/sessions.tsx'
import { SetupPage } from '#views/access/setup.tsx'
import { LinkSentPage, SignInPage } from '#views/access/sign-in.tsx'
import type { Context } from '../context.ts'
import { queueLetter } from '../post/post.ts'
import { Refusal } from '../refusal.ts'
import { organisationOf, timeZones } from '../settings/settings.ts'
import { readForm, wantsJson } from '../web/form.ts'
import { limitSignIn } from '../web/limits.ts'
import { signIn } from './session.ts'
import { linkMinutes, redeemSignInLink, revokeSession, sessionsOf, setUp, type SetupToken } from './access.ts'
import { setupForm, signInForm } from './forms.ts'

export function accessRoutes(app: FastifyInstance, context: Context, setupToken: SetupToken) {
  const anyone = { config: { allow: 'anyone' as const } }
  const members = { config: { allow: 'members' as const } }
  const limit = limitSignIn(app)

  app.get('/setup', anyone, async (_request, reply) => {
    const organisation = await organisationOf(context.store.read)
    if (organisation)
      return reply.redirect(organisation.sample === 'being made' ? '/setup/sample' : '/sign-in', 303)
    setupToken.offer()
    return reply.page(SetupPage, { zones: timeZones(), typed: {}, faults: {} })
  })

  app.post('/setup', anyone, async (request, reply) => {
    if (!(await limit.client(request))) throw new Refusal('tooManyRequests')
    if (await organisationOf(context.store.read)) throw new Refusal('alreadySetUp')
    const form = readForm(setupForm, request.body)
    if (!form.ok)
      return reply.faulty(SetupPage, { zones: timeZones(), typed: form.typed, faults: form.faults })
    setupToken.check(form.values.token)
    await signIn(request, await setUp(context, form.values))
    return reply.done({ to: '/', notice: 'setUp' })
  })

  app.get('/sign-in', anyone, async (request, reply) => {
    if (!(await organisationOf(context.store.read))) return reply.redirect('/setup', 303)
    return request.viewer ? reply.redirect('/', 303) : reply.page(SignInPage, { typed: {}, faults: {} })
  })

  app.post('/sign-in', anyone, async (request, reply) => {
    if (!(await limit.client(request))) throw new Refusal('tooManyRequests')
    const form = readForm(signInForm, request.body)
    if (!form.ok) return reply.faulty(SignInPage, { typed: form.typed, faults: form.faults })
    const { email } = form.values
    // Known or not, the address is queued alike: whether there is anybody to write to shows only when the mail is made.
    if (await limit.address(request, email))
      await context.store.write((tx) => queueLetter(tx, context, { kind: 'sign-in', addressee: email }))
    context.wake()
    if (wantsJson(request)) return reply.code(202).send({ sent: 'if known' })
    return reply.page(LinkSentPage, { email, minutes: linkMinutes })
  })

  // Opening the link shows a button: a scanner that follows links must not use it up.
  app.get<{ Params: { token: string } }>('/sign-in/:token', anyone, async (request, reply) =>
    reply.page(LinkPage, { token: request.params.token }),
  )

  app.post<{ Params: { token: string } }>('/sign-in/:token', anyone, async (request, reply) => {
    const personId = await redeemSignInLink(context, request.params.token)
    if (!personId) throw new Refusal('signInLinkSpent')
    await signIn(request, personId)
    return reply.done({ to: '/' })
  })

  app.post('/sign-out', members, async (request, reply) => {
    await request.session.destroy()
    return reply.clearCookie('session', { path: '/' }).done({ to: '/sign-in', notice: 'signedOut' })
  })

  app.get('/sessions', members, async (request, reply) =>
    reply.page(SessionsPage, {
      sessions: await sessionsOf(context, request.viewer!.id, request.session.sessionId),
    }),
  )

  app.post<{ Params: { id: string } }>('/sessions/:id/revocation', members, async (request, reply) => {
    await revokeSession(context, request.viewer!.id, request.params.id)
    return reply.done({ to: '/sessions', notice: 'sessionEnded' })
  })
}
