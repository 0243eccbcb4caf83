import type { FastifyInstance } from 'fastify'
import { TokensPage } from '#views/access/tokens.tsx'
import type { Context } from '../context.ts'
import { administrators, signedIn } from '../web/access-rules.ts'
import { readForm, wantsJson } from '../web/form.ts'
import { newAccessToken, revokeToken, tokensOf } from './access.ts'
import { tokenForm } from './forms.ts'

/** Tokens with which scripts push figures. */
export function tokenRoutes(app: FastifyInstance, context: Context) {
  app.get('/tokens', administrators, async (request, reply) =>
    reply.page(TokensPage, {
      tokens: await tokensOf(context, signedIn(request).id),
      made: null,
      typed: {},
      faults: {},
    }),
  )

  app.post('/tokens', administrators, async (request, reply) => {
    const { id } = signedIn(request)
    const form = readForm(tokenForm, request.body)
    if (!form.ok)
      return reply.faulty(TokensPage, {
        tokens: await tokensOf(context, id),
        made: null,
        typed: form.typed,
        faults: form.faults,
      })
    const made = await newAccessToken(context, id, form.values.name)
    if (wantsJson(request)) return reply.send({ token: made })
    // Not on to another page: this is the only one that ever shows it.
    return reply.page(TokensPage, { tokens: await tokensOf(context, id), made, typed: {}, faults: {} })
  })

  app.post<{ Params: { id: string } }>('/tokens/:id/revocation', administrators, async (request, reply) => {
    await revokeToken(context, signedIn(request).id, request.params.id)
    return reply.done({ to: '/tokens', notice: 'tokenRevoked' })
  })
}
