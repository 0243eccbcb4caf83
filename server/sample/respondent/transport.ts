/** How requests travel: over the network, or into a server in the same process. It keeps no cookies. */
export interface Transport {
  (method: 'GET' | 'POST', path: string, body?: object): Promise<{ status: number; text: string }>
}

export type Step = 'invitation' | 'manifest' | 'ticket' | 'ballot'

/** A step the server refused, or answered wrongly. `status` is what it said; after 503 it may be repeated. */
export class StepFailed extends Error {
  constructor(
    readonly step: Step,
    readonly status: number,
    readonly detail: string,
  ) {
    super(`${step}: ${status}. ${detail}`)
  }
}

export function fetchTransport(origin: string): Transport {
  return async (method, path, body) => {
    const response = await fetch(new URL(path, origin), {
      method,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    return { status: response.status, text: await response.text() }
  }
}

/** The body of a 200. Throws StepFailed for every other status. */
export async function text(step: Step, sent: ReturnType<Transport>): Promise<string> {
  const { status, text } = await sent
  if (status !== 200) throw new StepFailed(step, status, text)
  return text
}

/** The JSON of a 200. Throws StepFailed for every other status, and where it is no object. */
export async function json<T extends object>(step: Step, sent: ReturnType<Transport>): Promise<T> {
  const read = objectIn(await text(step, sent))
  if (!read) throw new StepFailed(step, 200, 'The answer is not a JSON object.')
  return read as T
}

/** Null where it is not a JSON object. */
export function objectIn(text: string): object | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' ? read : null
  } catch {
    return null
  }
}
