import { administrator, type TestApp } from './app.ts'

/** Somebody's session, by who they are; undefined is nobody's. It goes on being valid in a copy. */
export type Sessions = Record<string, string | undefined>

export async function sessionsOf(safe: TestApp, addresses: Record<string, string>): Promise<Sessions> {
  const sessions: Sessions = { anonymous: undefined }
  for (const [who, address] of Object.entries({ administrator, ...addresses }))
    sessions[who] = (await safe.signIn(address)).cookie('session')!
  return sessions
}

/** What may stand in place of a route's parameter, by the word before it. */
export type Parameters = Record<string, string[]>

/** Every address there is to look at. */
export const addresses = (safe: Pick<TestApp, 'app'>, parameters: Parameters): string[] =>
  pageRoutes(safe).flatMap((url) => filled(url, parameters))

export const pageRoutes = ({ app }: Pick<TestApp, 'app'>): string[] =>
  app.routeTable
    .filter(({ method, url }) => method === 'GET' && !url.startsWith('/assets'))
    .map(({ url }) => url)

/** The addresses of a route. A parameter of which nothing is known is asked for with a word of no meaning. */
export function filled(url: string, parameters: Parameters): string[] {
  const [part, before] = /([\w-]+)\/:\w+/.exec(url) ?? []
  if (!part) return [url]
  return (parameters[before!] ?? ['nothing']).flatMap((value) =>
    filled(url.replace(part, `${before}/${value}`), parameters),
  )
}

/** All of it as one person sees it, as pages and, of a round itself, as a script asks: status, body and every header but the date and the request's own id. */
export async function everyPage(
  safe: TestApp,
  session: string | undefined,
  parameters: Parameters,
  only = /^/,
): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const url of addresses(safe, parameters).filter((address) => only.test(address)))
    for (const accept of /^\/rounds\/[^/]+$/.test(url) ? ['text/html', 'application/json'] : ['text/html']) {
      const cookie: Record<string, string> = session ? { cookie: `session=${session}` } : {}
      const headers = { host: 'localhost:3000', accept, ...cookie }
      const response = await safe.app.inject({ method: 'GET', url, headers })
      // Where the files lie is the one thing in which a copy differs.
      const body = response.body.replaceAll(safe.context.config.DATA_DIR, 'DATA_DIR')
      const { date: _date, 'x-request-id': _id, ...said } = response.headers
      pages.set(`${url} (${accept})`, JSON.stringify([response.statusCode, said]) + '\n' + body)
    }
  return pages
}

export const statusOf = (page: string): number => Number(/^\[(\d+)/.exec(page)![1])

/** The addresses whose pages differ. */
export const differing = (one: Map<string, string>, other: Map<string, string>): string[] =>
  [...one].filter(([url, page]) => other.get(url) !== page).map(([url]) => url)

/** Ids of all teams, by their path. */
export async function teamIds(safe: TestApp): Promise<Map<string, string>> {
  const { teamPaths } = await import('#server/people/people.ts')
  return new Map([...(await teamPaths(safe.context.store.read))].map(([id, path]) => [path.join(' / '), id]))
}
