import type { LightMyRequestResponse } from 'fastify'
import { roster, TestApp, type Visitor } from './app.ts'

export const facilitator = 'fay@acme.example'

/** Payments, led by Fay, and Ledger, which is not; nobody is on a board yet. */
export async function retroTeams(environment: NodeJS.ProcessEnv = {}): Promise<TestApp> {
  const safe = await TestApp.start(environment)
  const dana = await safe.setUp()
  const people = roster({ Payments: 8, Ledger: 6 }).split('\n').slice(1)
  await safe.importRoster(
    dana,
    [
      'email,team,name,role,facilitates,manages',
      ...people.map((line) => `${line},,,`),
      `${facilitator},Ledger,Fay,facilitator,Payments,`,
      'max@acme.example,Payments,Max,manager,,Payments',
    ].join('\n'),
  )
  return safe
}

export interface Board {
  id: string
  code: string
  at: string
}

export async function startBoard(by: Visitor, fields: object = {}): Promise<Board> {
  const team = /<option value="([\w-]{22})"[^>]*>[^<]*Payments/.exec((await by.get('/boards')).body)![1]!
  const started = await by.postJson('/boards', { team, ...fields })
  if (started.statusCode !== 201) throw new Error(started.body)
  const { id, code } = started.json()
  return { id, code, at: `/boards/${id}` }
}

/** A device of somebody's that has joined. */
export async function join(safe: TestApp, { code }: Board, device = safe.visitor()): Promise<Visitor> {
  const joining = await device.get(`/join/${code}`)
  await device.get(joining.headers.location!)
  return device
}

export async function write(board: Board, by: Visitor, text: string, column = 0): Promise<string> {
  const written = await by.postJson(`${board.at}/cards`, { text, column })
  if (written.statusCode !== 201) throw new Error(written.body)
  return written.json().id
}

/** Through the stages, as whoever leads does. */
export async function moveTo(board: Board, by: Visitor, ...stages: string[]): Promise<void> {
  for (const to of stages) {
    const { sight } = (await by.get(board.at, { accept: 'application/json' })).json()
    await by.postJson(`${board.at}/stage`, { from: sight.stage, to })
  }
}

export const screenOf = async (board: Board, by: Visitor) =>
  (await by.get(board.at, { accept: 'application/json' })).json()

export const seatOf = async (board: Board, by: Visitor) =>
  (await by.get(`${board.at}/seat`, { accept: 'application/json' })).json()

/** As htmx sends a form: the answer is parts of the page. */
export const press = (
  by: Visitor,
  url: string,
  form: Record<string, string | string[]> = {},
): Promise<LightMyRequestResponse> => by.post(url, form, { 'hx-request': 'true', accept: 'text/html' })
