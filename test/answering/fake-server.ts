import { constants, createHash, privateDecrypt, randomBytes, verify, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { compactDecrypt } from 'jose'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { AnswerPage } from '#views/answering/answer.tsx'
import type { Catalogues } from '#views/messages/catalogues.ts'
import { speechOf } from '#server/web/speech.ts'
import type { Plaintext } from '../../public/answering/plaintext.ts'
import { base64url, fakeRound, hexHash, manifestBytes, type FakeRound } from './fake-round.ts'

const built = (name: string) => readFileSync(new URL(`../../public/build/${name}`, import.meta.url))
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

export interface Seen {
  path: string
  cookie: string | undefined
  referrer: string | undefined
  connection: number
}

interface Reply {
  status: number
  type?: string
  body?: string | Uint8Array
}

/** A server that keeps to docs/protocol.md, in memory, whose connections can be made to fail. */
export class FakeServer {
  readonly round: FakeRound
  readonly seen: Seen[] = []
  readonly counted = new Map<string, string>()
  private readonly tickets = new Map<string, { blinded: string; signature: string } | null>()
  private readonly lost = new Map<string, 'before' | 'after'>()
  private readonly instead = new Map<string, Reply>()
  private readonly http = createServer((request, response) => void this.serve(request, response))
  private connections = 0

  /** @param file of the answering page, by its name */
  constructor(
    private readonly file: (name: string) => Uint8Array = built,
    private readonly catalogues?: Catalogues,
  ) {
    this.round = fakeRound(file('answer.js'))
  }

  async listen(): Promise<this> {
    this.http.on('connection', (socket) => Object.assign(socket, { number: ++this.connections }))
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve))
    return this
  }

  async close(): Promise<void> {
    this.http.closeAllConnections()
    await new Promise((resolve) => this.http.close(resolve))
  }

  get port() {
    return (this.http.address() as AddressInfo).port
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`
  }

  invite(): string {
    const token = base64url(randomBytes(32))
    this.tickets.set(token, null)
    return `${this.origin}/answer#${token}`
  }

  /** A link to a new address for who was invited by this one, which leads nowhere any more. */
  reinvite(link: string): string {
    const old = link.split('#')[1]!
    const token = base64url(randomBytes(32))
    this.tickets.set(token, this.tickets.get(old) ?? null)
    this.ids.set(token, this.idOf(old))
    this.tickets.delete(old)
    return `${this.origin}/answer#${token}`
  }

  private readonly ids = new Map<string, string>()
  private idOf = (token: string): string => this.ids.get(token) ?? `of ${token}`

  /** Connections for this path break, before or after the request has taken effect, until they are mended. */
  lose(path: string, when: 'before' | 'after') {
    this.lost.set(path, when)
  }

  answerInstead(path: string, reply: Reply) {
    this.instead.set(path, reply)
  }

  mend() {
    this.lost.clear()
    this.instead.clear()
  }

  requestsOf(path: string): Seen[] {
    return this.seen.filter((request) => request.path === path)
  }

  async openedBallots(): Promise<Plaintext[]> {
    const opened = [...this.counted.values()].map(async (ballot) => {
      const { plaintext } = await compactDecrypt(ballot, this.round.sealKey)
      if (plaintext.length !== 8192) throw new Error(`a plaintext of ${plaintext.length} bytes`)
      return JSON.parse(new TextDecoder().decode(plaintext)) as Plaintext
    })
    return Promise.all(opened)
  }

  private async serve(request: IncomingMessage, response: ServerResponse) {
    const path = request.url!.split('?', 1)[0]!
    const { number } = request.socket as unknown as { number: number }
    const { cookie, referer } = request.headers
    this.seen.push({ path, cookie, referrer: referer, connection: number })
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (this.lost.get(path) === 'before') return request.socket.destroy()
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}
    const reply = this.instead.get(path) ?? this.replyTo(path, body as Record<string, string>)
    if (this.lost.get(path) === 'after') return request.socket.destroy()
    response.writeHead(reply.status, {
      'content-type': reply.type ?? 'application/json',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      ...(path === '/answer' && { 'set-cookie': 'session=a-person; HttpOnly; SameSite=Lax; Path=/' }),
    })
    response.end(reply.body)
  }

  private replyTo(path: string, body: Record<string, string>): Reply {
    const { manifest } = this.round
    if (path === '/answer') return { status: 200, type: 'text/html; charset=utf-8', body: this.page() }
    if (path === '/assets/loader.js')
      return { status: 200, type: 'text/javascript', body: this.file('loader.js') }
    if (path === '/assets/answer.css') return { status: 200, type: 'text/css', body: this.file('answer.css') }
    if (path === `/answering/scripts/${manifest.script}.js`)
      return { status: 200, type: 'text/javascript', body: this.file('answer.js') }
    if (path === `/rounds/${manifest.round}/manifest.json`)
      return { status: 200, body: new Uint8Array(manifestBytes(manifest)) }
    if (path === '/answering/invitation') return this.invitation(body['token']!)
    if (path === '/answering/tickets') return this.ticket(body['token']!, body['blindedMessage']!)
    if (path === '/answering/ballots') return this.ballot(body)
    return { status: 404 }
  }

  private page(): string {
    const integrity = createHash('sha256').update(this.file('loader.js')).digest('base64')
    const props = {
      scriptUrl: '/assets/loader.js',
      scriptIntegrity: `sha256-${integrity}`,
      styleUrl: '/assets/answer.css',
      iconUrl: '/assets/icon.svg',
      speech: speechOf(this.catalogues ? { catalogues: this.catalogues } : {}, null),
    }
    return `<!doctype html>${renderToString(h(AnswerPage, props))}`
  }

  private invitation(token: string): Reply {
    const ticket = this.tickets.get(token)
    if (ticket === undefined) return { status: 404 }
    const invitation = { ...this.round.invitation, id: this.idOf(token), ticket: ticket !== null }
    return { status: 200, body: JSON.stringify(invitation) }
  }

  private ticket(token: string, blinded: string): Reply {
    const issued = this.tickets.get(token)
    if (issued === undefined) return { status: 404 }
    if (issued && issued.blinded !== blinded) return { status: 409 }
    const bytes = Buffer.from(blinded, 'base64url')
    if (bytes.length !== 256) return { status: 400 }
    const key = { key: this.round.signingKey, padding: constants.RSA_NO_PADDING }
    const signature = issued?.signature ?? base64url(privateDecrypt(key, bytes))
    this.tickets.set(token, { blinded, signature })
    return { status: 200, body: JSON.stringify({ blindSignature: signature }) }
  }

  private ballot({ round, unit, message, signature, ballot }: Record<string, string>): Reply {
    const prepared = Buffer.from(message!, 'base64url')
    const text = prepared.subarray(32).toString()
    if (!text.startsWith(`safe-to-say ballot\n${round}\n${unit}\n`)) return { status: 400 }
    const key = {
      key: createPublicKey(this.round.signingKey),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 48,
    }
    if (!verify('sha384', prepared, key, Buffer.from(signature!, 'base64url'))) return { status: 403 }
    const receipt = hexHash(prepared)
    if ((this.counted.get(receipt) ?? ballot) !== ballot) return { status: 409 }
    this.counted.set(receipt, ballot!)
    return { status: 204 }
  }
}
