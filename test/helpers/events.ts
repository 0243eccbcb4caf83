import { request, type IncomingMessage } from 'node:http'

interface Sent {
  id: string | null
  event: string | null
  data: string
  /** When it was here, in milliseconds of this process's clock. */
  at: number
}

/** A device that listens on a real socket, as a browser does. */
export class Listener {
  readonly received: Sent[] = []
  readonly ended: Promise<void>
  headers: IncomingMessage['headers'] = {}
  status = 0
  readonly #request
  readonly #opened: Promise<void>
  #waiting: (() => void)[] = []

  constructor(url: string, cookie: string, headers: Record<string, string> = {}) {
    let end = () => {}
    this.ended = new Promise((resolve) => (end = resolve))
    this.#request = request(url, {
      headers: { cookie, accept: 'text/event-stream', ...headers },
      agent: false,
    })
    this.#opened = new Promise((resolve, reject) => {
      this.#request.on('error', (error) => {
        end()
        reject(error)
      })
      this.#request.on('response', (response) => {
        this.headers = response.headers
        this.status = response.statusCode!
        response.setEncoding('utf8')
        let text = ''
        response.on('data', (chunk: string) => {
          const events = (text + chunk).split('\n\n')
          text = events.pop()!
          this.received.push(...events.map(asSent))
          this.#waiting.splice(0).forEach((look) => look())
        })
        response.on('close', end)
        resolve()
      })
    })
    this.#opened.catch(() => {})
    this.#request.end()
  }

  opened = () => this.#opened

  /** What the board looks like here: each part as it was sent last. */
  get boards(): Sent[] {
    return this.received.filter(({ event }) => event === null)
  }

  /** Resolves with the first message, from the given one on, that holds the words. */
  async hears(words: string | RegExp, from = 0, within = 5000): Promise<Sent> {
    const until = Date.now() + within
    for (let next = from; ;) {
      for (; next < this.received.length; next++) {
        const sent = this.received[next]!
        if (`${sent.event ?? ''} ${sent.data}`.match(words)) return sent
      }
      if (Date.now() > until) throw new Error(`${words} was not heard; last: ${this.received.at(-1)?.data}`)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
        setTimeout(resolve, 100)
      })
    }
  }

  close = () => this.#request.destroy()
}

function asSent(text: string): Sent {
  const lines = text.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line) ?? ['', '', ''])
  const of = (field: string) => lines.filter(([, name]) => name === field).map(([, , value]) => value!)
  return {
    id: of('id')[0] ?? null,
    event: of('event')[0] ?? null,
    data: of('data').join('\n'),
    at: performance.now(),
  }
}
