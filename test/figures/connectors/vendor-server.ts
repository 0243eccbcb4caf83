import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: string
}

type Answers = (response: ServerResponse, asked: Asked) => void

/** A vendor of the test's own: it answers as its documents say, unless a test wants it otherwise for a while. */
export class VendorServer {
  /** What it was asked, in the order it came. */
  readonly asked: Asked[] = []
  /** Answers the next requests before the others are asked; each once. */
  readonly first: Answers[] = []
  answers: Answers = (response) => void response.writeHead(404).end()
  readonly #sockets = new Set<Socket>()
  readonly #server: Server = createServer((request, response) => {
    void text(request).then(
      (body) => {
        const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://vendor')
        const one = { method: request.method ?? '', path, query, headers: request.headers, body }
        this.asked.push(one)
        const answer = this.first.shift() ?? this.answers
        answer(response, one)
      },
      () => {},
    )
  })

  static async start(): Promise<VendorServer> {
    const vendor = new VendorServer()
    vendor.#server.on('connection', (socket) => vendor.#sockets.add(socket))
    await new Promise<void>((resolve) => vendor.#server.listen(0, '127.0.0.1', resolve))
    return vendor
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  get origin(): string {
    return `http://${this.host}`
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

export const json = (response: ServerResponse, body: unknown, headers: Record<string, string> = {}) =>
  void response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

/** Answers once with a status, and headers as vendors send them along. */
export const says =
  (status: number, headers: Record<string, string> = {}): Answers =>
  (response) =>
    void response.writeHead(status, headers).end('{"message":"no"}')

/** Announces more than it sends, and hangs up. */
export const breaksOff: Answers = (response) => {
  response.writeHead(200, { 'content-length': '1000', 'content-type': 'application/json' })
  response.write('{"data":[{"actor":')
  setTimeout(() => response.destroy(), 20)
}
