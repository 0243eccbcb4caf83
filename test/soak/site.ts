import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fetchTransport, type Transport } from '#server/sample/respondent.ts'
import { roster } from '../helpers/app.ts'
import { freePort } from '../helpers/postgres.ts'
import { Child } from '../helpers/process.ts'
import { temporaryDirectory } from '../helpers/store.ts'
import { RoundRobin } from './round-robin.ts'

interface Running {
  child: Child
  port: number
  DATA_DIR: string
}

/** Servers in processes of their own on one database and one key directory, behind a proxy, and their administrator. */
export class Site {
  readonly servers: Running[] = []
  readonly keys = temporaryDirectory()
  #proxy: RoundRobin | null = null
  cookie = ''

  private constructor(private readonly environment: Record<string, string>) {}

  static async start(count: number, environment: Record<string, string> = {}): Promise<Site> {
    const site = new Site(environment)
    const ports = await Promise.all(Array.from({ length: count }, freePort))
    site.#proxy = await RoundRobin.start(ports)
    const running = ports.map((port) => ({ port, DATA_DIR: environment['DATA_DIR'] ?? temporaryDirectory() }))
    site.servers.push(...running.map((one) => ({ ...one, child: site.#child(one) })))
    await Promise.all(site.servers.map(({ child }) => child.prints('No SMTP_URL')))
    await site.#setUp()
    return site
  }

  get url(): string {
    return `http://localhost:${this.#proxy!.port}`
  }

  async kill(n: number): Promise<void> {
    const { child } = this.servers[n]!
    child.signal('SIGKILL')
    await child.ended
  }

  async restart(n: number): Promise<void> {
    const one = this.servers[n]!
    one.child = this.#child(one)
    await one.child.prints('Safe to Say is at')
  }

  stop = () => this.#proxy?.stop()

  /** Of one server, past the proxy. */
  at = (n: number): string => `http://127.0.0.1:${this.servers[n]!.port}`

  /** Asks as the administrator, again and again where nobody can answer just now. */
  async admin(method: 'GET' | 'POST', path: string, body?: object, to = this.url) {
    const headers = {
      accept: 'application/json',
      origin: this.url,
      cookie: this.cookie,
      ...(body && { 'content-type': 'application/json' }),
    }
    const sent = async () => {
      const asked = { method, headers, redirect: 'manual' as const, body: body && JSON.stringify(body) }
      const response = await fetch(to + path, asked as RequestInit)
      return { status: response.status, text: await response.text() }
    }
    return patiently(sent)
  }

  async json(method: 'GET' | 'POST', path: string, body?: object) {
    const { status, text } = await this.admin(method, path, body)
    if (status >= 400) throw new Error(`${path}: ${status} ${text.slice(0, 200)}`)
    return JSON.parse(text)
  }

  async importRoster(csv: string): Promise<void> {
    const { id } = await this.json('POST', '/roster/imports', { roster: csv })
    await this.json('POST', `/roster/imports/${id}/application`, {})
  }

  /** A round that everybody of these teams is asked in; resolves with its id and everybody's token. */
  async openRound(teams: Record<string, number>): Promise<{ id: string; tokens: string[] }> {
    await this.importRoster(roster(teams))
    const { id } = await this.json('POST', '/rounds', {})
    await this.json('POST', `/rounds/${id}/opening`, {})
    await this.comes(id, 'open')
    return { id, tokens: await this.#tokens(Object.values(teams).reduce((sum, n) => sum + n)) }
  }

  /** Of what was counted. */
  receipts = async (id: string): Promise<string[]> =>
    (await this.json('GET', `/rounds/${id}/receipts.json`)).receipts

  async comes(id: string, state: string): Promise<void> {
    while ((await this.json('GET', `/rounds/${id}`)).state !== state) await pause(100)
  }

  #child({ port, DATA_DIR }: Omit<Running, 'child'>) {
    const { url: PUBLIC_URL, keys: KEY_DIR, environment } = this
    const own = { PORT: String(port), DATA_DIR, KEY_DIR, PUBLIC_URL, TRUST_PROXY: '127.0.0.1' }
    return new Child('main', { ...own, ...environment })
  }

  async #setUp() {
    const founded = {
      token: /#(\S+)/.exec(this.servers[0]!.child.out)![1],
      organisation: 'Acme',
      timeZone: 'UTC',
      email: 'dana@acme.example',
    }
    const answer = await fetch(`${this.at(0)}/setup`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', origin: this.url },
      body: JSON.stringify(founded),
    })
    this.cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  }

  /** From the letters of every server: each mails what falls to it. */
  async #tokens(count: number): Promise<string[]> {
    for (;;) {
      const letters = this.servers.flatMap(({ DATA_DIR }) => lettersIn(join(DATA_DIR, 'outbox')))
      const tokens = new Set(letters.flatMap((letter) => /answer#([\w-]{43})/.exec(letter)?.[1] ?? []))
      if (tokens.size === count) return [...tokens]
      await pause(200)
    }
  }
}

/** A long line is broken where quoted-printable breaks it. */
const lettersIn = (outbox: string): string[] =>
  (existsSync(outbox) ? readdirSync(outbox) : [])
    .filter((file) => file.endsWith('.eml'))
    .map((file) => readFileSync(join(outbox, file), 'utf8').replace(/=\r?\n/g, ''))

/** Milliseconds between two tries; a browser waits longer. */
const between = 100

async function patiently(send: () => ReturnType<Transport>): ReturnType<Transport> {
  for (;;) {
    const answer = await send().catch(() => null)
    if (answer && answer.status < 500) return answer
    await pause(between)
  }
}

/** A respondent's requests, sent until somebody answers them, as the page sends them. */
export function patientTransport(origin: string, met: Set<number>): Transport {
  const once = fetchTransport(origin)
  return (...asked) =>
    patiently(async () => {
      const answer = await once(...asked)
      met.add(answer.status)
      return answer
    })
}
