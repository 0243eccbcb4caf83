import { everybodyAnswers } from '../helpers/answering.ts'
import type { TestApp, Visitor } from '../helpers/app.ts'
import { closeRound, openCompany, openRound, rated } from '../helpers/attacks.ts'
import { teamIds } from '../helpers/pages.ts'
import type { Who } from './doors.ts'

const teams = { 'Eng / Payments': 8, 'Ops / Support': 8 }
const leaders = [
  'lead@acme.example,Eng,Lead,manager,Eng,',
  'other-lead@acme.example,Ops,Other lead,manager,Ops,',
  'guide@acme.example,Ops / Support,Guide,facilitator,,Eng / Payments',
  'other-guide@acme.example,Eng / Payments,Other guide,facilitator,,Ops / Support',
  'gone@acme.example,Eng / Payments,Gone,,,',
]

export const addresses = {
  member: 'payments1@acme.example',
  neighbour: 'support1@acme.example',
  lead: 'lead@acme.example',
  otherLead: 'other-lead@acme.example',
  guide: 'guide@acme.example',
  otherGuide: 'other-guide@acme.example',
  administrator: 'dana@acme.example',
  gone: 'gone@acme.example',
}

/** Let in, turned away, or sent to the sign-in. */
export type Outcome = 'in' | 'out' | 'sign in'

export interface House {
  safe: TestApp
  /** By who they are; strangers have none. */
  visitors: Record<string, Visitor>
  /** Something there is for every parameter, by the word before it. */
  things: Record<string, string>
  /** What becomes of somebody's request, by a line of the policy. */
  outcome(who: Who, route: string): Promise<Outcome>
  /** The status a stranger gets. */
  status(method: string, url: string): Promise<number>
}

/** A company with one of everything: rounds planned, open and published, a board, an action, imports, tokens, sessions. */
export async function fullHouse(): Promise<House> {
  const { safe, dana, id: published } = await openCompany(teams, leaders)
  await everybodyAnswers(safe, (address) => rated(1 + (Number(/\d/.exec(address)?.[0] ?? 1) % 5)))
  await closeRound(dana, published)
  safe.letters.length = 0
  safe.clock.advance(24 * 60 * 60 * 1000)
  await openRound(safe, dana, { name: 'Open' })
  const visitors = Object.fromEntries(
    await Promise.all(
      Object.entries(addresses).map(async ([who, address]) => [who, await safe.signIn(address)] as const),
    ),
  ) as Record<string, Visitor>
  const ids = await teamIds(safe)
  const payments = ids.get('Eng / Payments')!
  const board = (await visitors['lead']!.postJson('/boards', { team: payments })).json() as {
    id: string
    code: string
  }
  const endedBoard = (await visitors['lead']!.postJson('/boards', { team: payments })).json().id as string
  await visitors['lead']!.postJson(`/boards/${endedBoard}/ending`, {})
  const made = async (by: Visitor, url: string, body: object) =>
    (await by.postJson(url, body)).json().id as string
  const action = { team: payments, text: 'Pair', owner: 'Lead', due: '2026-12-24' }
  const gone = /\/people\/([\w-]{20,})/.exec((await dana.get('/people?q=gone')).body)![1]!
  await dana.post(`/people/${gone}/removal`, {})
  const { token } = (await dana.postJson('/tokens', { name: 'cron' })).json()
  const things: Record<string, string> = {
    rounds: published,
    results: payments,
    overview: payments,
    gaps: payments,
    heatmap: payments,
    teams: payments,
    boards: board.id,
    actions: await made(visitors['lead']!, '/actions', action),
    people: /\/people\/([\w-]{20,})/.exec((await dana.get('/people?q=payments2')).body)![1]!,
    questions: 'stress',
    moves: 'up',
    join: board.code,
    imports: 'nothing',
  }
  return { safe, visitors, things, outcome, status }

  function filled(url: string): string {
    // Only a retro that is over has a record.
    const known = /record$|board\.md$/.test(url) ? { ...things, boards: endedBoard } : things
    return url.replace(/([\w-]+)\/:\w+/g, (_, word: string) => `${word}/${known[word] ?? 'nothing'}`)
  }

  async function outcome(who: Who, route: string): Promise<Outcome> {
    const [method, url] = route.split(' ') as ['GET' | 'POST', string]
    const by = visitors[who] ?? safe.visitor()
    const response = await by.request({
      method,
      url: filled(url),
      headers: {
        ...(who === 'token' ? { authorization: `Bearer ${token}` } : {}),
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(method === 'POST' ? { payload: `team=${payments}` } : {}),
      // A stream goes on until nobody listens: its head is all that is asked.
      payloadAsStream: url.endsWith('/events'),
    })
    if (url.endsWith('/events')) response.stream().destroy()
    if (response.statusCode === 401) return 'sign in'
    // Once set up, the set-up leads everybody there.
    if (response.headers.location === '/sign-in' && url !== '/setup' && url !== '/sign-out') return 'sign in'
    return response.statusCode === 403 ? 'out' : 'in'
  }

  async function status(method: string, url: string): Promise<number> {
    const headers = { origin: 'http://localhost:3000' }
    return (await safe.app.inject({ method: method as 'PUT', url: filled(url), headers })).statusCode
  }
}
