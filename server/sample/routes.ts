import type { FastifyInstance } from 'fastify'
import { RemoveSamplePage } from '#views/sample/removal.tsx'
import { VisitPage } from '#views/sample/visit.tsx'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { organisationOf } from '../settings/settings.ts'
import { administrators, members, signedIn } from '../web/access-rules.ts'
import { readForm } from '../web/form.ts'
import { signIn } from '../access/access.ts'
import { visitForm } from './forms.ts'
import { makingRoutes, type Needs } from './making-routes.ts'
import { removeSample, visitable, visitAs } from './sample.ts'

/** A sample company: made from the set-up page, looked at through several people's eyes, removed from the settings. */
export function sampleRoutes(app: FastifyInstance, context: Context, needs: Needs) {
  const { read } = context.store

  makingRoutes(app, context, needs)

  app.get('/sample', members, async (request, reply) =>
    reply.page(VisitPage, { people: await visitable(read), you: signedIn(request).id }),
  )

  app.post('/sample/visits', members, async (request, reply) => {
    const form = readForm(visitForm, request.body)
    if (!form.ok) throw new Refusal('notUnderstood')
    await signIn(request, await visitAs(read, form.values.as))
    return reply.done({ to: '/' })
  })

  app.get('/sample/removal', administrators, async (_request, reply) => {
    if (!(await organisationOf(read))?.sample) throw new Refusal('notFound')
    return reply.page(RemoveSamplePage, {})
  })

  app.post('/sample/removal', administrators, async (request, reply) => {
    await removeSample(context)
    await request.session.destroy()
    needs.setup.renew()
    return reply.clearCookie('session', { path: '/' }).done({ to: '/setup', notice: 'sampleRemoved' })
  })
}
