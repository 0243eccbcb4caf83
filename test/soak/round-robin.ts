import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy that hands each request to the next of several servers, dead ones included: those are 502. */
export class RoundRobin {
  readonly #server: Server
  #turn = 0

  private constructor(private readonly ports: number[]) {
    this.#server = createServer((asked, answer) => this.#pass(asked, answer))
  }

  static async start(ports: number[]): Promise<RoundRobin> {
    const proxy = new RoundRobin(ports)
    proxy.#server.listen(0, '127.0.0.1')
    await once(proxy.#server, 'listening')
    return proxy
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  stop(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  #pass(asked: IncomingMessage, answer: ServerResponse) {
    const port = this.ports[this.#turn++ % this.ports.length]!
    const headers = { ...asked.headers, 'x-forwarded-for': asked.socket.remoteAddress }
    const passed = request({ port, host: '127.0.0.1', method: asked.method, path: asked.url, headers })
    passed.on('response', (response) => {
      answer.writeHead(response.statusCode!, response.headers)
      response.on('error', () => answer.destroy()).pipe(answer)
    })
    passed.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()))
    answer.on('close', () => passed.destroy())
    asked.pipe(passed)
  }
}
