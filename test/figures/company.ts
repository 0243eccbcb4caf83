import { readFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import type { LightMyRequestResponse } from 'fastify'
import { teamIds } from '../helpers/pages.ts'
import { roster, TestApp, type Visitor } from '../helpers/app.ts'

export interface Company {
  safe: TestApp
  dana: Visitor
  /** For scripts. */
  token: string
  /** Ids by path. */
  teams: Map<string, string>
}

/** A company with a roster and a token, without a round. */
export async function company(sizes: Record<string, number>): Promise<Company> {
  const safe = await TestApp.start()
  // By then every month these tests are about is final.
  safe.clock.advance(75 * 24 * 60 * 60 * 1000)
  const dana = await safe.setUp()
  await safe.importRoster(dana, roster(sizes))
  const { token } = (await dana.postJson('/tokens', { name: 'nightly' })).json()
  return { safe, dana, token, teams: await teamIds(safe) }
}

export const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url), 'utf8')

interface Push {
  query?: string
  type?: string
  token?: string | null
}

/** As a cron job does: the file itself, with a token and no cookie. */
export function push(
  { safe, token: own }: Company,
  file: string | Buffer | Readable,
  { query = '', type = 'text/csv', token = own }: Push = {},
): Promise<LightMyRequestResponse> {
  return safe.app.inject({
    method: 'POST',
    url: `/figures/imports${query}`,
    headers: {
      host: 'localhost:3000',
      'content-type': type,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    payload: file,
  })
}

/** Pushes and applies at once; throws what the answer says where that is not what happens. */
export async function bring(company: Company, file: string, query = ''): Promise<void> {
  const answer = await push(company, file, { query: `?apply=yes${query}` })
  if (answer.json().state !== 'applied') throw new Error(answer.body)
}

/** As the form sends it: fields in their order, a file's by its name. */
export async function upload(
  visitor: Visitor,
  fields: Record<string, string>,
): Promise<LightMyRequestResponse> {
  const form = new FormData()
  for (const [name, text] of Object.entries(fields))
    if (name === 'source') form.append(name, text)
    else form.append(name, new Blob([text]), text ? `${name}.txt` : '')
  const request = new Request('http://localhost:3000/', { method: 'POST', body: form })
  return visitor.request({
    method: 'POST',
    url: '/figures/imports',
    headers: { 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

/** A table of who was active: so many of each team, the rest not. */
export function adoptionOf(
  sizes: Record<string, number>,
  active: Record<string, number>,
  month = '2026-10',
): string {
  const lines = Object.entries(sizes).flatMap(([team, size]) =>
    Array.from({ length: size }, (_, n) => {
      const name = team.split('/').at(-1)!.trim().toLowerCase().replaceAll(' ', '-')
      return `${name}${n + 1}@acme.example,${month},${n < (active[team] ?? 0) ? 'yes' : 'no'}`
    }),
  )
  return ['email,month,active', ...lines].join('\n')
}
