import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandler } from 'fastify'
import { SetupPage } from '#views/access/setup.tsx'
import { MakingFailedPage, MakingPage, MakingProgress } from '#views/sample/making.tsx'
import { UnfinishedPage } from '#views/sample/unfinished.tsx'
import { type SetupToken, signIn } from '../access/access.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { organisationOf, timeZones } from '../settings/settings.ts'
import { anyone } from '../web/access-rules.ts'
import { readForm } from '../web/form.ts'
import { limitSignIn, type SignInLimit } from '../web/limits.ts'
import { removalForm, sampleForm } from './forms.ts'
import { Making } from './making.ts'
import { removeSample, visitAs, type Extent } from './sample.ts'

export interface Needs {
  setup: SetupToken
  extent: Extent
}

interface Site extends Needs {
  context: Context
  limit: SignInLimit
  /** What is being made, or was and has not been looked at; there is only one of it. */
  making: Making | null
}

/** From the set-up page to a company that is ready to be looked at. */
export function makingRoutes(app: FastifyInstance, context: Context, needs: Needs) {
  const site: Site = { ...needs, context, limit: limitSignIn(app, 'sample'), making: null }
  app.post('/setup/sample', anyone, beginMaking(site))
  app.get('/setup/sample', anyone, showMaking(site))
  app.get('/setup/sample/progress', anyone, showProgress(site))
  app.post('/setup/sample/removal', anyone, removeUnfinished(site))
}

const underWay = ({ making }: Site): Making | null => (making?.state === 'under way' ? making : null)

const beginMaking =
  (site: Site): RouteHandler =>
  async (request, reply) => {
    const { context, limit, setup, extent } = site
    if (!limit.client(request)) throw new Refusal('tooManyRequests')
    if (!underWay(site) && (await organisationOf(context.store.read))) throw new Refusal('alreadySetUp')
    const form = readForm(sampleForm, request.body)
    if (!form.ok) return reply.faulty(SetupPage, { zones: timeZones(), ...form })
    setup.check(form.values.token)
    const { timeZone } = form.values
    const making = underWay(site) ?? new Making(context, { ...extent, timeZone })
    site.making = making
    return reply
      .setCookie('sample', making.mark, { ...cookie, maxAge: 60 * 60 })
      .done({ to: '/setup/sample' })
  }

const showMaking =
  (site: Site): RouteHandler =>
  async (request, reply) => {
    const { making, setup, context } = site
    if (making?.state === 'under way') return reply.page(MakingPage, { step: making.step })
    if (making?.state === 'failed') return failed(site, reply)
    const organisation = await organisationOf(context.store.read)
    if (organisation?.sample === 'being made') {
      setup.offer()
      return reply.page(UnfinishedPage, { typed: {}, faults: {} })
    }
    if (making && request.cookies['sample'] === making.mark) return enter(site, request, reply)
    return reply.redirect('/setup', 303)
  }

const showProgress =
  (site: Site): RouteHandler =>
  async (_request, reply) => {
    const step = underWay(site)?.step ?? null
    // Once it is over there is a different page to see.
    if (!step) reply.header('HX-Refresh', 'true')
    return reply.fragment(MakingProgress, { step })
  }

const removeUnfinished =
  (site: Site): RouteHandler =>
  async (request, reply) => {
    const { context, limit, setup } = site
    if (!limit.client(request)) throw new Refusal('tooManyRequests')
    const form = readForm(removalForm, request.body)
    if (!form.ok) return reply.faulty(UnfinishedPage, form)
    setup.check(form.values.token)
    if (underWay(site)) throw new Refusal('notReady')
    const organisation = await organisationOf(context.store.read)
    if (organisation?.sample !== 'being made') throw new Refusal('notFound')
    await removeSample(context)
    return reply.done({ to: '/setup', notice: 'sampleRemoved' })
  }

/** Whoever had it made becomes its administrator, once. */
async function enter(site: Site, request: FastifyRequest, reply: FastifyReply) {
  site.making = null
  await signIn(request, await visitAs(site.context.store.read, 'administrator'))
  return reply.clearCookie('sample', cookie).redirect('/sample', 303)
}

/** Told once; then the set-up is there again. */
function failed(site: Site, reply: FastifyReply) {
  site.making = null
  return reply.page(MakingFailedPage, {})
}

const cookie = { path: '/setup/sample', httpOnly: true, sameSite: 'lax' } as const
