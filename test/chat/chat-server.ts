import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'

interface Told {
  path: string
  headers: IncomingMessage['headers']
  body: string
}

/** A chat service of the test's own, as good or bad as the test wants it at the moment. */
export class ChatServer {
  /** What it was told, in the order it came, whatever it answered. */
  readonly told: Told[] = []
  /** By default it takes everything. */
  answers: (response: ServerResponse, told: Told) => void | Promise<void> = (response) => {
    response.end('ok')
  }
  readonly #sockets = new Set<Socket>()
  readonly #server: Server = createServer((request, response) => {
    void text(request).then(
      async (body) => {
        const one = { path: request.url ?? '', headers: request.headers, body }
        this.told.push(one)
        await this.answers(response, one)
      },
      () => {},
    )
  })

  static async start(): Promise<ChatServer> {
    const chat = new ChatServer()
    chat.#server.on('connection', (socket) => chat.#sockets.add(socket))
    await new Promise<void>((resolve) => chat.#server.listen(0, '127.0.0.1', resolve))
    return chat
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  get host(): string {
    return `127.0.0.1:${this.port}`
  }

  url = (path = '/hooks/SECRET'): URL => new URL(path, `http://${this.host}`)

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
