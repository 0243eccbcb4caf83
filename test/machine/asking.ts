import { request as plain, type IncomingMessage } from 'node:http'
import { request as secure } from 'node:https'
import { text } from 'node:stream/consumers'

export interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** Which of this machine's addresses asks. */
  from?: string
}

/** The answer's head, as it came: `fetch` would put headers together that came twice, and asks from one address. */
export function ask(url: string, { method = 'GET', headers = {}, body, from }: Asked = {}) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const { protocol, hostname, port, pathname } = new URL(url)
    const request = protocol === 'https:' ? secure : plain
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    request({
      host: '127.0.0.1',
      port,
      path: pathname,
      method,
      headers: { host: `${hostname}:${port}`, ...headers, ...length },
      localAddress: from,
      servername: hostname,
      // The certificate is a test's own.
      rejectUnauthorized: false,
      agent: false,
    })
      .once('response', resolve)
      .once('error', reject)
      .end(body)
  })
}

export const bodyOf = async <T = { id: string; state: string }>(answer: IncomingMessage) =>
  JSON.parse(await text(answer)) as T
