import type { FastifyInstance } from 'fastify'
import { FiguresPage } from '#views/figures/figures.tsx'
import { RemoveFiguresPage } from '#views/figures/remove.tsx'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { administrators, signedIn } from '../web/access-rules.ts'
import { readForm, wantsJson } from '../web/form.ts'
import { figureSources, removeFigures } from './figures.ts'
import { monthForm } from './forms.ts'

/** Which figures there are, and their removal. */
export function figureRoutes(app: FastifyInstance, context: Context) {
  app.get('/figures', administrators, async (request, reply) => {
    const figures = await figureSources(context.store.read)
    if (wantsJson(request)) return reply.send({ figures })
    return reply.page(FiguresPage, { figures })
  })

  app.get('/figures/removals/new', administrators, async (request, reply) => {
    const form = readForm(monthForm, request.query)
    if (!form.ok) throw new Refusal('notFound')
    return reply.page(RemoveFiguresPage, form.values)
  })

  app.post('/figures/removals', administrators, async (request, reply) => {
    const form = readForm(monthForm, request.body)
    if (!form.ok) throw new Refusal('notUnderstood')
    await removeFigures(context, signedIn(request).id, form.values)
    return reply.done({ to: '/figures', notice: 'figuresRemoved' })
  })
}
