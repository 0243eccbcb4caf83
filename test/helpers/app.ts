import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Catalogues } from '#views/messages/catalogues.ts'
import { buildApp } from '#server/app.ts'
import type { Clock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import type { Context, Letter } from '#server/context.ts'
import { JobRuns } from '#server/every-minute.ts'
import { deliverMail, tick } from '#server/jobs.ts'
import { openKeys } from '#server/keys.ts'
import { openLog } from '#server/log.ts'
import { openStore } from '#server/storage/index.ts'
import { usedRsaKey } from './keys.ts'
import { emptyDatabase, giveBack, temporaryDirectory, type Where } from './store.ts'

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now = new Date('2026-11-02T09:00:00Z')
  now = () => new Date(this.#now)
  advance(milliseconds: number) {
    this.#now = new Date(this.#now.getTime() + milliseconds)
  }
}

export const setupToken = 'a-set-up-token-for-tests'
export const administrator = 'dana@acme.example'

/** The application on an empty database, with a clock and a letter box that the test owns. Nothing listens. */
export class TestApp {
  private constructor(
    readonly app: FastifyInstance,
    readonly context: Context,
    readonly clock: TestClock,
    /** What was mailed, oldest first. */
    readonly letters: Letter[],
    /** Every line of its log. */
    readonly lines: string[],
    /** Those it logged as its own faults. */
    readonly reports: string[],
    /** How its jobs went, whenever a test let them. */
    readonly jobs: JobRuns,
    private readonly where: Where | null,
  ) {}

  static async start(
    environment: NodeJS.ProcessEnv = {},
    { catalogues, ...waits }: { body?: number; catalogues?: Catalogues } = {},
  ): Promise<TestApp> {
    const where = environment['DATA_DIR'] ? null : await emptyDatabase()
    const config = readConfig({
      NODE_ENV: 'test',
      PUBLIC_URL: 'http://localhost:3000',
      KEY_DIR: temporaryDirectory(),
      ...where,
      ...environment,
    })
    const clock = new TestClock()
    const sent: Letter[] = []
    const lines: string[] = []
    const reports: string[] = []
    const write = (line: string) => {
      lines.push(line)
      if (/"level":"(error|warn)"/.test(line)) reports.push(line)
    }
    const post = { send: async (letter: Letter) => void sent.push(letter), async forget() {}, close() {} }
    const context: Context = {
      config,
      store: await openStore(config),
      keys: openKeys(config.KEY_DIR, usedRsaKey),
      clock,
      post,
      log: openLog('debug', { write }),
      wake() {},
      ...(catalogues && { catalogues }),
    }
    const jobs = new JobRuns()
    const app = await buildApp(context, {
      setupToken,
      jobs,
      waits: { refused: 0, ...waits },
    })
    return new TestApp(app, context, clock, sent, lines, reports, jobs, where)
  }

  /** A visitor with a cookie jar of their own, sending what a browser sends from our own pages. */
  visitor = () => new Visitor(this.app)

  /** Set up, with Dana as administrator; returns her, signed in. */
  async setUp(): Promise<Visitor> {
    const dana = this.visitor()
    await dana.post('/setup', {
      token: setupToken,
      organisation: 'Acme',
      timeZone: 'Europe/Berlin',
      name: 'Dana',
      email: administrator,
    })
    return dana
  }

  /** Signs somebody of the roster in by the link they are mailed. */
  async signIn(email: string): Promise<Visitor> {
    const visitor = this.visitor()
    await visitor.post('/sign-in', { email })
    await this.deliver()
    const links = this.letters.flatMap(({ to, text }) => (to === email && /\/sign-in\/\S+/.exec(text)) || [])
    const link = links.at(-1)
    if (!link) throw new Error(`${email} was sent no link`)
    await visitor.post(link, {})
    return visitor
  }

  /** Imports a roster from CSV text and applies it. */
  async importRoster(by: Visitor, csv: string): Promise<void> {
    const preview = await by.postJson('/roster/imports', { roster: csv })
    const { id, state, report } = preview.json()
    if (state !== 'ready') throw new Error(`The roster is ${state}: ${preview.body}`)
    await by.postJson(`/roster/imports/${id}/application`, { leaving: report.leaves.count })
  }

  /** What the minute does: everything due, then the mail. */
  async minute(): Promise<void> {
    await this.jobs.watched('tick', () => tick(this.context))
    await this.deliver()
  }

  deliver = () => this.jobs.watched('mail', () => deliverMail(this.context))

  /** Its database goes to the next test, if it was made for this one. */
  async stop(): Promise<void> {
    await this.close()
    if (this.where) giveBack(this.where)
  }

  /** Its database stays, to be copied or opened again. */
  async close(): Promise<void> {
    await this.app.close()
    await this.context.store.close()
  }
}

export class Visitor {
  readonly #cookies = new Map<string, string>()
  constructor(private readonly app: FastifyInstance) {}

  get = (url: string, headers: Record<string, string> = {}) => this.request({ method: 'GET', url, headers })

  /** As a form. */
  post = (url: string, form: Record<string, string | string[]>, headers: Record<string, string> = {}) =>
    this.request({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(
        Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      ).toString(),
    })

  /** As a script does. */
  postJson = (url: string, body: object, headers: Record<string, string> = {}) =>
    this.request({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      payload: JSON.stringify(body),
    })

  async request(options: InjectOptions): Promise<LightMyRequestResponse> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const ours = { host: 'localhost:3000', origin: 'http://localhost:3000', ...(cookie ? { cookie } : {}) }
    const response = await this.app.inject({ ...options, headers: { ...ours, ...options.headers } })
    for (const { name, value, maxAge, expires } of response.cookies) {
      const gone = value === '' || maxAge === 0 || (expires && expires.getTime() < Date.now())
      if (gone) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    return response
  }

  cookie = (name: string) => this.#cookies.get(name)
}

/** A roster with teams of the given sizes: `roster({ 'Eng / Payments': 8 })`. */
export function roster(teams: Record<string, number>, extra: string[] = []): string {
  const lines = Object.entries(teams).flatMap(([team, size]) =>
    Array.from({ length: size }, (_, n) => {
      const name = `${team.split('/').at(-1)!.trim().toLowerCase().replaceAll(' ', '-')}${n + 1}`
      return `${name}@acme.example,${team},Person ${name}`
    }),
  )
  return ['email,team,name', ...lines, ...extra].join('\n')
}
