import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandler } from 'fastify'
import { LinkPage, SpentLinkPage } from '#views/access/link.tsx'
import { SessionsPage } from '#views/access/sessions.tsx'
import { SetupPage } from '#views/access/setup.tsx'
import { LinkSentPage, SignInPage } from '#views/access/sign-in.tsx'
import type { Context } from '../context.ts'
import { queueLetter } from '../post/post.ts'
import { Refusal } from '../refusal.ts'
import { organisationOf, timeZones } from '../settings/settings.ts'
import { anyone, members, signedIn, type ById } from '../web/access-rules.ts'
import { readForm, wantsJson } from '../web/form.ts'
import { limitSignIn, type SignInLimit } from '../web/limits.ts'
import { signIn } from './session.ts'
import {
  isGoodSignInLink,
  linkMinutes,
  redeemSignInLink,
  revokeSession,
  sessionsOf,
  setUp,
  type SetupToken,
} from './access.ts'
import { setupForm, signInForm } from './forms.ts'

/** Into the installation and out of it. */
export function accessRoutes(app: FastifyInstance, context: Context, setupToken: SetupToken) {
  const limit = limitSignIn(app, 'sign-in')
  app.get('/setup', anyone, beginSetUp(context, setupToken))
  app.post('/setup', anyone, setUpOnce(context, limit, setupToken))
  app.get('/sign-in', anyone, askForAddress(context))
  app.post('/sign-in', anyone, sendLink(context, limit))
  app.get('/sign-in/:token', anyone, showButton(context))
  app.post('/sign-in/:token', anyone, redeem(context))
  app.post('/sign-out', members, signOut)
  app.get('/sessions', members, listSessions(context))
  app.post('/sessions/:id/revocation', members, endOne(context))
}

type ByToken = { Params: { token: string } }

const beginSetUp =
  ({ store }: Context, setupToken: SetupToken): RouteHandler =>
  async (_request, reply) => {
    const organisation = await organisationOf(store.read)
    if (organisation)
      return reply.redirect(organisation.sample === 'being made' ? '/setup/sample' : '/sign-in', 303)
    setupToken.offer()
    return reply.page(SetupPage, { zones: timeZones(), typed: {}, faults: {} })
  }

const setUpOnce =
  (context: Context, limit: SignInLimit, setupToken: SetupToken): RouteHandler =>
  async (request, reply) => {
    if (!limit.client(request)) throw new Refusal('tooManyRequests')
    if (await organisationOf(context.store.read)) throw new Refusal('alreadySetUp')
    const form = readForm(setupForm, request.body)
    if (!form.ok) return reply.faulty(SetupPage, { zones: timeZones(), ...form })
    setupToken.check(form.values.token)
    await signIn(request, await setUp(context, form.values))
    return reply.done({ to: '/', notice: 'setUp' })
  }

const askForAddress =
  ({ store }: Context): RouteHandler =>
  async (request, reply) => {
    if (!(await organisationOf(store.read))) return reply.redirect('/setup', 303)
    return request.viewer ? reply.redirect('/', 303) : reply.page(SignInPage, { typed: {}, faults: {} })
  }

const sendLink =
  (context: Context, limit: SignInLimit): RouteHandler =>
  async (request, reply) => {
    if (!limit.client(request)) throw new Refusal('tooManyRequests')
    const form = readForm(signInForm, request.body)
    if (!form.ok) return reply.faulty(SignInPage, form)
    const { email } = form.values
    // Known or not, the address is queued alike: whether there is anybody to write to shows only when the mail is made.
    if (limit.address(email))
      await context.store.write((tx) => queueLetter(tx, context, { kind: 'sign-in', addressee: email }))
    context.wake()
    if (wantsJson(request)) return reply.code(202).send({ sent: 'if known' })
    return reply.page(LinkSentPage, { email, minutes: linkMinutes })
  }

// Opening the link shows a button: a scanner that follows links must not use it up.
const showButton =
  (context: Context): RouteHandler<ByToken> =>
  async (request, reply) => {
    const { token } = request.params
    return (await isGoodSignInLink(context, token))
      ? reply.page(LinkPage, { token })
      : sayItIsSpent(request, reply)
  }

const redeem =
  (context: Context): RouteHandler<ByToken> =>
  async (request, reply) => {
    const personId = await redeemSignInLink(context, request.params.token)
    if (!personId) return sayItIsSpent(request, reply)
    await signIn(request, personId)
    return reply.done({ to: '/' })
  }

/** Whether it never was one, was used or is too old: the same for all, and the way to a new one with it. */
function sayItIsSpent(request: FastifyRequest, reply: FastifyReply) {
  const spent = new Refusal('signInLinkSpent')
  if (wantsJson(request)) throw spent
  return reply.code(spent.statusCode).page(SpentLinkPage, { minutes: linkMinutes })
}

const signOut: RouteHandler = async (request, reply) => {
  await request.session.destroy()
  return reply.clearCookie('session', { path: '/' }).done({ to: '/sign-in', notice: 'signedOut' })
}

const listSessions =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const sessions = await sessionsOf(context, signedIn(request).id, request.session.sessionId)
    return reply.page(SessionsPage, { sessions })
  }

const endOne =
  (context: Context): RouteHandler<ById> =>
  async (request, reply) => {
    await revokeSession(context, signedIn(request).id, request.params.id)
    return reply.done({ to: '/sessions', notice: 'sessionEnded' })
  }
