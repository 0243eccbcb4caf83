import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { startFlags } from '../helpers/start-flags.ts'
import type { Replies } from './ceiling.ts'
import { readManifest, Respondent, type Transport } from '#server/sample/respondent.ts'

export interface Started {
  origin: string
  ask<T>(what: 'tokens' | 'measure' | 'measured' | Replies): Promise<T>
  stop(): void
}

/** Since `measure` was asked; of all threads of the server. */
export interface Measured {
  /** Of the event loop, in milliseconds. */
  longestPause: number
  /** The most at any time, in MB. */
  memory: number
  /** Milliseconds of computing. */
  busy: number
}

export interface Server extends Started {
  /** Requests with these headers, over connections that are kept. */
  as(headers: Record<string, string>): Transport
}

export async function startServer(databaseUrl: string | undefined): Promise<Server> {
  const server = await started('bench-server', databaseUrl)
  return { ...server, as: (headers) => keptAlive(server.origin, headers) }
}

/** A bare Fastify that answers with these texts. */
export async function startCeiling(databaseUrl: string | undefined, replies: Replies): Promise<Started> {
  const ceiling = await started('bench-ceiling', databaseUrl)
  await ceiling.ask(replies)
  return ceiling
}

/**
 * Compiled, as `npm start` runs it, and in a process of its own, so that neither the client nor anything else counts as
 * its memory or its pauses.
 */
async function started(script: string, databaseUrl = ''): Promise<Started> {
  const child = fork(`build/${script}.js`, {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    execArgv: startFlags,
  })
  const [origin] = (await once(child, 'message')) as [string]
  return {
    origin,
    async ask<T>(what: string | Replies) {
      child.send(what)
      return ((await once(child, 'message')) as [T])[0]
    },
    stop: () => child.disconnect(),
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export const keptAlive =
  (origin: string, headers: Record<string, string> = {}): Transport & { cookie?: string } =>
  (method, path, body) =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body)
      const sent = request(
        new URL(path, origin),
        {
          method,
          agent,
          headers: {
            accept: 'application/json',
            ...headers,
            ...(payload && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(payload),
            }),
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () =>
            resolve({ status: response.statusCode!, text: Buffer.concat(chunks).toString() }),
          )
        },
      )
      sent.on('error', reject)
      sent.end(payload)
    })

const cookieOf = (origin: string, body: object): Promise<string> =>
  fetch(`${origin}/setup`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  }).then((response) => response.headers.get('set-cookie')!.split(';')[0]!)

/** A new organisation, and its administrator. */
export async function setUp({ origin }: Server): Promise<{ cookie: string; admin: Transport }> {
  const cookie = await cookieOf(origin, {
    token: 'bench',
    organisation: 'Bench',
    timeZone: 'UTC',
    email: 'bench@example.com',
  })
  return { cookie, admin: keptAlive(origin, { cookie, origin }) }
}

/** An organisation of `people` in teams of fifty, with a round open; everybody's respondent, ready to take a ticket. */
export async function openRound(
  server: Server,
  people: number,
): Promise<{ id: string; admin: Transport; respondents: Respondent[] }> {
  const { origin } = server
  const { admin } = await setUp(server)
  const lines = Array.from(
    { length: people },
    (_, n) => `person${n}@example.com,Engineering / Team ${Math.floor(n / 50)}`,
  )
  const { id: roster } = await posted(admin, '/roster/imports', {
    roster: ['email,team', ...lines].join('\n'),
  })
  await posted(admin, `/roster/imports/${roster}/application`, {})
  const { id } = await posted(admin, '/rounds', {})
  await posted(admin, `/rounds/${id}/opening`, {})
  while (JSON.parse((await admin('GET', `/rounds/${id}`)).text).state !== 'open')
    await new Promise((resolve) => setTimeout(resolve, 500))
  const tokens = (await server.ask<string[]>('tokens')).filter(Boolean)
  return { id, admin, respondents: await prepared(keptAlive(origin), id, tokens) }
}

export async function posted(admin: Transport, path: string, body: object): Promise<{ id: string }> {
  const { status, text } = await admin('POST', path, body)
  if (status >= 300) throw new Error(`${path}: ${status} ${text.slice(0, 200)}`)
  return JSON.parse(text)
}

/** Blinding and sealing are the respondent's work, so they are done before the clock runs. */
async function prepared(transport: Transport, id: string, tokens: string[]): Promise<Respondent[]> {
  const manifest = await readManifest(transport, id)
  const respondents: Respondent[] = []
  for (const [n, token] of tokens.entries()) {
    const respondent = await Respondent.open(transport, token, manifest)
    respondent.prepare()
    await respondent.seal({
      answers: { 'ai-helped': (n % 5) + 1, 'ai-trust': (n % 3) + 1, stress: (n % 4) + 1 },
      attributes: {},
      remarks: [],
    })
    respondents.push(respondent)
  }
  return respondents
}
