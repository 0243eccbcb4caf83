import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { Octokit } from '@octokit/core'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import type { Line } from './answers.ts'
import { ask, type Question } from './asking.ts'
import { NotTaken, retryAfter } from './reasons.ts'

const Client = Octokit.plugin(retry, throttling)
export type GithubClient = InstanceType<typeof Client>

/** In seconds; who asks for more is asked again another night. */
const longestWait = 120

/** GitHub's own client, whose requests go where ours may go and nowhere else. */
export function githubClient({
  address,
  token,
  ...line
}: Line & { address: string; token: string }): GithubClient {
  const { asking } = line
  const patient = (wait: number, _options: object, _client: unknown, before: number) =>
    before + 1 < asking.tries && wait <= longestWait
  const silent = { debug() {}, info() {}, warn() {}, error() {} }
  return new Client({
    auth: token,
    baseUrl: address.replace(/\/$/, ''),
    // Its own would print what was asked, and of whom.
    log: silent,
    request: { fetch: fetchOver(line) },
    retry: { retryAfterBaseValue: asking.pause, retries: asking.tries - 1 },
    throttle: {
      enabled: asking.slowly,
      onRateLimit: patient,
      onSecondaryRateLimit: patient,
      retryAfterBaseValue: asking.pause,
    },
  })
}

/** As `fetch`, over a connection that was looked at. */
const fetchOver =
  ({ hosts, asking, signal }: Line) =>
  async (address: string, { method, headers, body }: RequestInit): Promise<Response> => {
    const question: Question = {
      method: method === 'POST' ? 'POST' : 'GET',
      headers: { ...(headers as Record<string, string>) },
      ...(typeof body === 'string' && { body }),
    }
    const within = AbortSignal.any([signal, AbortSignal.timeout(asking.patience)])
    const answer = await ask(new URL(address), question, { hosts, resolve: asking.resolve, signal: within })
      .then(orMoved)
      .catch((error: unknown) => {
        // The client asks once more where it could not be reached, but an abort is the end of it.
        throw Object.assign(new Error('Not taken', { cause: error }), { name: 'AbortError' })
      })
    const status = answer.statusCode ?? 0
    const isEmpty = status === 204
    if (isEmpty) answer.resume()
    return new Response(isEmpty ? null : (Readable.toWeb(answer) as ReadableStream), {
      status,
      headers: Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]),
    })
  }

/** Whoever sends us elsewhere has not answered. */
function orMoved(answer: IncomingMessage): IncomingMessage {
  const { statusCode = 0 } = answer
  if (statusCode < 300 || statusCode >= 400) return answer
  answer.on('error', () => {}).destroy()
  throw new NotTaken(String(statusCode))
}

/** Makes of what the client throws why nothing came; its own errors quote what was asked. */
export async function ofGithub<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    throw reasonOfClient(error)
  }
}

/** What its graph says where another interface answers with a status. */
const statuses: Record<string, string> = { NOT_FOUND: '404', FORBIDDEN: '403', RATE_LIMITED: '429' }

function reasonOfClient(error: unknown): NotTaken {
  const { cause, status, response } = error as {
    cause?: unknown
    status?: number
    response?: { headers: Record<string, string | undefined>; data?: unknown }
  }
  if (error instanceof NotTaken) return error
  const [refused] = (error as { errors?: { type?: string }[] }).errors ?? []
  if (refused) return new NotTaken(statuses[refused.type ?? ''] ?? 'shape')
  if (cause instanceof NotTaken) return cause
  if (status === undefined || !response) return new NotTaken('brokenOff')
  const ends = response.headers['github-authentication-token-expiration']
  if (status === 401 && ends && Date.parse(ends) < Date.now()) return new NotTaken('expired')
  return new NotTaken(String(status), retryAfter(response.headers['retry-after']))
}
