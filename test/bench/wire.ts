import { connect, type Socket } from 'node:net'

/** What a request gives back: its status and its body. */
interface Answer {
  status: number
  body: string
}

/** A request as bytes, so that sending one while the clock runs costs the client next to nothing. */
export function requestOf(path: string, body: object): Buffer {
  const text = JSON.stringify(body)
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: localhost',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`, 'latin1')
}

/** The page, as a phone asks for it. */
export const pageRequest = (path: string): Buffer =>
  Buffer.from(
    `GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip, deflate, br\r\n\r\n`,
    'latin1',
  )

/**
 * One connection that is kept, for one request at a time. Client and server share two cores: what the client does
 * not use is the server's, so it reads no more of HTTP than answers with a length, or without a body, need.
 */
export class Wire {
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #answered: ((answer: Answer) => void) | null = null
  #failed: ((error: Error) => void) | null = null

  constructor(origin: string) {
    const { hostname, port } = new URL(origin)
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true })
    this.#socket.on('data', (chunk) => this.#read(chunk))
    this.#socket.on('error', (error) => this.#failed?.(error))
    this.#socket.on('close', () => this.#failed?.(new Error('the server closed the connection')))
  }

  send(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve
      this.#failed = reject
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#failed = null
    this.#socket.destroy()
  }

  #read(chunk: Buffer) {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    const headEnd = this.#received.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = this.#received.toString('latin1', 0, headEnd)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (this.#received.length < headEnd + 4 + length) return
    const body = this.#received.toString('utf8', headEnd + 4, headEnd + 4 + length)
    this.#received = Buffer.alloc(0)
    this.#answered?.({ status: Number(head.slice(9, 12)), body })
  }
}

export async function withWires<T>(
  origin: string,
  count: number,
  work: (wires: Wire[]) => Promise<T>,
): Promise<T> {
  const wires = Array.from({ length: count }, () => new Wire(origin))
  try {
    return await work(wires)
  } finally {
    for (const wire of wires) wire.close()
  }
}
