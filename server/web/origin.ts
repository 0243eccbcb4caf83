import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Other sites may make a browser post here: the address itself is a secret, and no session is looked at. */
    fromAnywhere?: boolean
  }
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses what another site makes a browser post here. Sec-Fetch-Site first: Origin is "null" on /answer. */
export function refuseCrossSite(app: FastifyInstance, publicUrl: string) {
  const ours = new URL(publicUrl).origin
  app.addHook('onRequest', (request, _reply, done) => {
    const { fromAnywhere = false } = request.routeOptions.config
    const taken = safe.has(request.method) || fromAnywhere || isSameSite(request, ours)
    done(taken ? undefined : new Refusal('crossSite'))
  })
}

function isSameSite(request: FastifyRequest, ours: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  if (origin) return origin === ours || origin === `${request.protocol}://${request.host}`
  // Neither header: not a browser. Without a session there is nothing to borrow.
  return !/(^|;\s*)session=/.test(request.headers.cookie ?? '')
}
