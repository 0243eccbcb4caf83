import type { IncomingMessage } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { ask, usualWays, type Hosts, type Question, type Resolve } from './asking.ts'
import { NotTaken, retryAfter } from './reasons.ts'

/** How a service is asked; times in milliseconds. */
export interface Asking {
  resolve: Resolve
  /** So long one answer may take, with all that it brings. */
  patience: number
  /** Before it is asked again where it could not answer; each time longer. */
  pause: number
  /** How often the same is asked at most. */
  tries: number
  /** Whether a second lies between two questions, where a vendor wishes for that. */
  slowly: boolean
}

/** Somebody is waiting: it is asked once, and not for long. */
export const askedOnce: Asking = {
  resolve: usualWays.resolve,
  patience: 10_000,
  pause: 1000,
  tries: 1,
  slowly: true,
}

/** Whom may be asked, and until when. */
export interface Line {
  hosts: Hosts
  asking: Asking
  /** Aborted when the server stops. */
  signal: AbortSignal
}

/** Who asks to be left alone for longer is asked again another night; in milliseconds. */
const longestWait = 60_000
const mostBytes = 16 * 1024 * 1024

/** An answer that says yes; asked again after a pause where it may say so then. */
export async function answerTo(line: Line, url: URL, question: Question): Promise<IncomingMessage> {
  const { hosts, asking, signal } = line
  const { resolve, patience, pause, tries } = asking
  for (let attempt = 1; ; attempt++) {
    const limits = { hosts, resolve, signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]) }
    const response = await ask(url, question, limits)
    const { statusCode: status = 0, headers } = response
    if (status >= 200 && status < 300) return response
    response.on('error', () => {}).destroy()
    const failure = new NotTaken(String(status), retryAfter(headers['retry-after']))
    if (attempt >= tries || !passes(status, failure.wait) || failure.wait > longestWait) throw failure
    await setTimeout(Math.max(failure.wait, pause * attempt), undefined, { signal })
  }
}

/** GitHub says 403 and when to come back where others say 429. */
const passes = (status: number, wait: number): boolean =>
  status === 429 || status >= 500 || (status === 403 && wait > 0)

/** What an answer brings, as it arrives. An end before the announced one is none. */
export async function* piecesOf(response: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    for await (const piece of response) yield piece as Buffer
  } catch (error) {
    throw new NotTaken((error as NodeJS.ErrnoException).code === 'ABORT_ERR' ? 'slow' : 'brokenOff')
  }
}

/** A JSON answer of one page: its text, and what it is. */
export async function pageOf(response: IncomingMessage): Promise<{ text: Buffer; page: unknown }> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of piecesOf(response)) {
    length += piece.length
    if (length > mostBytes) throw new NotTaken('tooLong')
    pieces.push(piece)
  }
  const text = Buffer.concat(pieces)
  try {
    return { text, page: JSON.parse(text.toString('utf8')) }
  } catch {
    throw new NotTaken('reply')
  }
}

/** One page of a list, and what it says of the next. Throws where it has another shape. */
export function shaped<T>(read: { safeParse(value: unknown): { data?: T } }, page: unknown): T {
  const { data } = read.safeParse(page)
  if (data === undefined) throw new NotTaken('shape')
  return data
}
