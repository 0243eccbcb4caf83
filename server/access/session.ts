import cookie from '@fastify/cookie'
import session from '@fastify/session'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { endSession, readSession, saveSession } from './sessions.ts'
import { viewerOf, type Viewer } from './viewer.ts'
import type { Context } from '../context.ts'
import { sessionSecret } from '../keys.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, read anew on every request so that a lost role is lost at once. */
    viewer: Viewer | null
  }
  interface Session {
    personId?: string
  }
}

const twoWeeks = 14 * 24 * 60 * 60 * 1000

/** Sessions in the database; a cookie is only set once somebody signs in. */
export async function addSessions(app: FastifyInstance, context: Context) {
  const secret = await sessionSecret(context.keys, context.config.SESSION_SECRET)
  await app.register(cookie, { secret })
  await app.register(session, {
    secret,
    cookieName: 'session',
    cookie: { secure: 'auto', httpOnly: true, sameSite: 'lax', path: '/', maxAge: twoWeeks },
    saveUninitialized: false,
    rolling: false,
    store: {
      get: (id, done) => void readSession(context, id).then((kept) => done(null, kept as never), done),
      set: (id, kept, done) => void saveSession(context, id, kept).then(() => done(), done),
      destroy: (id, done) => void endSession(context, id).then(() => done(), done),
    },
  })
  app.decorateRequest('viewer', null)
  app.addHook('onRequest', async (request) => {
    if (request.session?.personId) request.viewer = await viewerOf(context, request.session.personId)
  })
}

/** A new session id at every sign-in, so that one planted beforehand is worth nothing. */
export async function signIn(request: FastifyRequest, personId: string) {
  await request.session.regenerate()
  request.session.personId = personId
}
