import type { Server, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

interface Taken {
  to: string
  message: string
}

type Fate = 'take' | 'drop' | 'hang'

/** A mail server of the test's own, as good or bad as the test wants it at the moment. */
export class MailServer {
  /** Letters it answered for, in the order they came. */
  readonly taken: Taken[] = []
  /** Refuses an address; by default none. */
  refuses: (address: string) => Error | null = () => null
  /** What happens to a letter it has read whole: taken, dropped with the connection, or left without an answer. */
  handles: (letter: Taken) => Fate | Promise<Fate> = () => 'take'
  /** A server that accepts connections and then says nothing. */
  mute = false
  readonly #sockets = new Set<Socket>()
  readonly #server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, done) => {
      if (!this.mute) done()
    },
    onRcptTo: ({ address }, _session, done) => done(this.refuses(address)),
    onData: (stream, { envelope }, done) =>
      void text(stream).then(async (message) => {
        const letter = { to: envelope.rcptTo[0]!.address, message }
        const fate = await this.handles(letter)
        if (fate === 'drop') for (const socket of this.#sockets) socket.destroy()
        if (fate !== 'take') return
        this.taken.push(letter)
        done()
      }),
  })

  static async start(): Promise<MailServer> {
    const mail = new MailServer()
    mail.#net.on('connection', (socket) => mail.#sockets.add(socket))
    await new Promise<void>((resolve) => mail.#server.listen(0, '127.0.0.1', resolve))
    return mail
  }

  get #net(): Server {
    return this.#server.server as Server
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#net.address() as { port: number }).port}`
  }

  get recipients(): string[] {
    return this.taken.map(({ to }) => to)
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise<void>((resolve) => this.#server.close(resolve))
  }
}

/** A refusal with a reply code, as a mail server words it. */
export const refusal = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode })
