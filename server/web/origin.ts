import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses what another site makes a browser post here. Sec-Fetch-Site first: Origin is "null" on /answer. */
export function refuseCrossSite(app: FastifyInstance, publicUrl: string) {
  const ours = new URL(publicUrl).origin
  app.addHook('onRequest', async (request) => {
    if (!safe.has(request.method) && !isSameSite(request, ours)) throw new Refusal('crossSite')
  })
}

function isSameSite(request: FastifyRequest, ours: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  if (origin) return origin === ours || origin === `${request.protocol}://${request.host}`
  // Neither header: not a browser. Without a session there is nothing to borrow.
  return !request.cookies['session']
}
