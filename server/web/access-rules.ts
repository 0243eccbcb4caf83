import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

/** Who may call a route. Every route states one of these; a route that states none stops the start. */
export type Allow = 'anyone' | 'members' | 'administrators'

export const anyone = { config: { allow: 'anyone' as const } }
/** As `anyone`, for what a respondent's browser asks for. */
export const respondents = { config: { allow: 'anyone' as const, unlogged: true as const } }
export const members = { config: { allow: 'members' as const } }
export const administrators = { config: { allow: 'administrators' as const } }

/** Most routes are of one thing. */
export type ById = { Params: { id: string } }

/** Who asks, on a route for members or administrators: nobody else comes that far. */
export function signedIn({ viewer }: FastifyRequest): NonNullable<FastifyRequest['viewer']> {
  if (!viewer) throw new Refusal('signInFirst')
  return viewer
}

declare module 'fastify' {
  interface FastifyContextConfig {
    allow?: Allow
  }
  interface FastifyInstance {
    routeTable: { method: string; url: string; allow: Allow }[]
  }
}

export function requireAccessRules(app: FastifyInstance) {
  app.decorate('routeTable', [])
  app.addHook('onRoute', (route) => {
    const allow = route.config?.allow
    if (!allow) throw new Error(`${String(route.method)} ${route.url} does not say who may call it`)
    for (const method of [route.method].flat()) app.routeTable.push({ method, url: route.url, allow })
  })
  // Before a body is read: who may not send one is not waited for.
  app.addHook('preParsing', (request, _reply, body, done) => {
    done(refusalOf(request), body)
  })
}

function refusalOf({ routeOptions, viewer }: FastifyRequest): Refusal | null {
  const { allow } = routeOptions.config
  // A path without a route is answered by the 404 page, for everybody.
  if (!allow || allow === 'anyone') return null
  if (!viewer) return new Refusal('signInFirst')
  return allow === 'administrators' && !viewer.administrator ? new Refusal('notAllowed') : null
}
