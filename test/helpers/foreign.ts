import { catalogues } from '#views/messages/catalogues.ts'
import { administrator, roster, TestApp, type Visitor } from './app.ts'
import { teamIds } from './pages.ts'
import { pseudo } from './pseudo.ts'
import { publishRound } from './published.ts'

const teams = { 'Eng / Payments': 8, 'Eng / Ledger': 8 }

export interface Foreign {
  safe: TestApp
  /** Administers, manages and facilitates. */
  dana: Visitor
  /** All that Dana comes to by links. */
  pages: Map<string, string>
  stop(): Promise<void>
}

/** A company with three months of results that reads everything in the pseudo-language. */
export async function startForeign(config: Parameters<typeof TestApp.start>[0] = {}): Promise<Foreign> {
  const safe = await TestApp.start(config, { catalogues: { en: pseudo(catalogues.en) } })
  const dana = await safe.setUp()
  await safe.importRoster(dana, withRoles(roster(teams)))
  await monthsPublished(safe)
  return {
    safe,
    dana,
    pages: await crawled(dana),
    stop: () => safe.stop(),
  }
}

const withRoles = (csv: string): string =>
  [
    'email,team,name,role,manages,facilitates',
    ...csv
      .split('\n')
      .slice(1)
      .map((line) => `${line},,,`),
    `${administrator},Eng,Dana,administrator,Eng,Eng`,
  ].join('\n')

async function monthsPublished(safe: TestApp) {
  const ids = await teamIds(safe)
  const above = ids.get('Eng')!
  const units = Object.keys(teams).map((path) => ({ teamIds: [ids.get(path)!], path: [above], invited: 8 }))
  for (const month of ['2026-08', '2026-09', '2026-10'])
    await publishRound(safe.context.store, {
      closesAt: new Date(`${month}-20T12:00:00Z`),
      units,
      histogram: ({ bands }, ballots) =>
        bands.map((_, band) => (band === 0 ? ballots - 2 : band === 1 ? 2 : 0)),
    })
}

const mostPages = 150

async function crawled(visitor: Visitor): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const found = ['/']
  for (const path of found) {
    if (pages.size >= mostPages) break
    const { body, headers, statusCode } = await visitor.get(path)
    const moved = headers.location
    if (moved && !found.includes(moved)) found.push(moved)
    if (statusCode >= 400) throw new Error(`${path}: ${statusCode}`)
    if (!String(headers['content-type']).startsWith('text/html')) continue
    pages.set(path, body)
    for (const [, href] of body.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const next = href!.replaceAll('&amp;', '&')
      if (!found.includes(next)) found.push(next)
    }
  }
  return pages
}
