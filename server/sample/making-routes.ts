import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SetupPage } from '#views/access/setup.tsx'
import { MakingFailedPage, MakingPage, MakingProgress } from '#views/sample/making.tsx'
import { UnfinishedPage } from '#views/sample/unfinished.tsx'
import { type SetupToken, signIn } from '../access/access.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { organisationOf, timeZones } from '../settings/settings.ts'
import { readForm } from '../web/form.ts'
import { limitSignIn } from '../web/limits.ts'
import { removalForm, sampleForm } from './forms.ts'
import { Making } from './making.ts'
import { removeSample, visitAs, type Extent } from './sample.ts'

export interface Needs {
  setup: SetupToken
  report: (line: string) => void
  extent: Extent
}

/** From the set-up page to a company that is ready to be looked at. */
export function makingRoutes(app: FastifyInstance, context: Context, { setup, report, extent }: Needs) {
  const { read } = context.store
  const anyone = { config: { allow: 'anyone' as const } }
  const limit = limitSignIn(app)
  let making: Making | null = null

  app.post('/setup/sample', anyone, async (request, reply) => {
    if (!(await limit.client(request))) throw new Refusal('tooManyRequests')
    const underWay = making?.state === 'under way' ? making : null
    if (!underWay && (await organisationOf(read))) throw new Refusal('alreadySetUp')
    const form = readForm(sampleForm, request.body)
    if (!form.ok)
      return reply.faulty(SetupPage, { zones: timeZones(), typed: form.typed, faults: form.faults })
    setup.check(form.values.token)
    making = underWay ?? new Making(context, { ...extent, timeZone: form.values.timeZone }, report)
    return reply
      .setCookie('sample', making.mark, { ...cookie, maxAge: 60 * 60 })
      .done({ to: '/setup/sample' })
  })

  app.get('/setup/sample', anyone, async (request, reply) => {
    if (making?.state === 'under way') return reply.page(MakingPage, { step: making.step })
    if (making?.state === 'failed') return failed(reply)
    const organisation = await organisationOf(read)
    if (organisation?.sample === 'being made') {
      setup.offer()
      return reply.page(UnfinishedPage, { typed: {}, faults: {} })
    }
    if (making && request.cookies['sample'] === making.mark) return enter(request, reply)
    return reply.redirect('/setup', 303)
  })

  app.get('/setup/sample/progress', anyone, async (_request, reply) => {
    const step = making?.state === 'under way' ? making.step : null
    // Once it is over there is a different page to see.
    if (!step) reply.header('HX-Refresh', 'true')
    return reply.fragment(MakingProgress, { step })
  })

  app.post('/setup/sample/removal', anyone, async (request, reply) => {
    if (!(await limit.client(request))) throw new Refusal('tooManyRequests')
    const form = readForm(removalForm, request.body)
    if (!form.ok) return reply.faulty(UnfinishedPage, { typed: form.typed, faults: form.faults })
    setup.check(form.values.token)
    if (making?.state === 'under way') throw new Refusal('notReady')
    if ((await organisationOf(read))?.sample !== 'being made') throw new Refusal('notFound')
    await removeSample(context)
    return reply.done({ to: '/setup', notice: 'sampleRemoved' })
  })

  /** Whoever had it made becomes its administrator, once. */
  async function enter(request: FastifyRequest, reply: FastifyReply) {
    making = null
    await signIn(request, await visitAs(read, 'administrator'))
    return reply.clearCookie('sample', cookie).redirect('/sample', 303)
  }

  /** Told once; then the set-up is there again. */
  function failed(reply: FastifyReply) {
    making = null
    return reply.page(MakingFailedPage, {})
  }
}

const cookie = { path: '/setup/sample', httpOnly: true, sameSite: 'lax' } as const
