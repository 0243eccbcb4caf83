import type { FastifyInstance } from 'fastify'
import { OwnLinkPage, OwnLinkSentPage } from '#views/rounds/own-link.tsx'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { queueLetter } from '../post/post.ts'
import { Refusal } from '../refusal.ts'
import { anyone } from '../web/access-rules.ts'
import { email, readForm, wantsJson } from '../web/form.ts'
import { limitSignIn } from '../web/limits.ts'

const addressForm = z.object({ email })

/** Where a link that everybody gets leads to: it asks for one's own address, and one's own link comes by mail. */
export function ownLinkRoutes(app: FastifyInstance, context: Context) {
  const limit = limitSignIn(app, 'own link')

  app.get('/own-link', anyone, async (_request, reply) => reply.page(OwnLinkPage, { typed: {}, faults: {} }))

  app.post('/own-link', anyone, async (request, reply) => {
    if (!limit.client(request)) throw new Refusal('tooManyRequests')
    const form = readForm(addressForm, request.body)
    if (!form.ok) return reply.faulty(OwnLinkPage, form)
    const { email: addressee } = form.values
    // Invited or not, the address is queued alike: who is invited shows only when the mail is made.
    if (limit.address(addressee))
      await context.store.write((tx) => queueLetter(tx, context, { kind: 'own-link', addressee }))
    context.wake()
    if (wantsJson(request)) return reply.code(202).send({ sent: 'if invited' })
    return reply.page(OwnLinkSentPage, { email: addressee })
  })
}
