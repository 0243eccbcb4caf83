import type { FastifyInstance, FastifyRequest } from 'fastify'
import { viewerOfToken } from './access-tokens.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { bearer } from '../web/form.ts'
import { limitUnknownTokens } from '../web/limits.ts'

/**
 * Lets a route be called with `Authorization: Bearer <token>` as well as with a session: its `onRequest`. Where
 * a token is sent the session does not count. Refuses with tokenUnknown and tooManyRequests.
 */
export function acceptTokens(app: FastifyInstance, context: Context) {
  const isWithin = limitUnknownTokens(app)
  return async (request: FastifyRequest) => {
    const token = bearer(request)
    if (token === undefined) return
    request.viewer = await viewerOfToken(context, token)
    if (request.viewer) return
    throw new Refusal(isWithin(request) ? 'tokenUnknown' : 'tooManyRequests')
  }
}
