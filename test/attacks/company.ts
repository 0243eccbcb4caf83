import { randomUUID } from 'node:crypto'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { tokensOf } from '#server/access/access-tokens.ts'
import { newSignInLink } from '#server/access/sign-in-links.ts'
import { reminderLink } from '#server/people/reminder-links.ts'
import type { Catalogues } from '#views/messages/catalogues.ts'
import { newId } from '#server/storage/identifier.ts'
import { people } from '#server/storage/schema/people.ts'
import { everybodyAnswers, tokensByAddress } from '../helpers/answering.ts'
import type { TestApp, Visitor } from '../helpers/app.ts'
import { closeRound, openCompany, openRound, rated } from '../helpers/attacks.ts'
import { join, startBoard, write, type Board } from '../helpers/boards.ts'
import { teamIds } from '../helpers/pages.ts'

/** Who knocks without a session. `seat` is a device that joined the board by its code. */
const unknown = ['nobody', 'left', 'token', 'seat'] as const
/** Who knocks with one. The others are of other teams; `former leader` was all of it until a moment ago. */
const known = [
  'member',
  'other member',
  'manager',
  'other manager',
  'facilitator',
  'other facilitator',
  'former leader',
  'administrator',
] as const
export const strangers: readonly Role[] = unknown
export const signedIn: readonly Role[] = known
export type Role = (typeof unknown)[number] | (typeof known)[number]

const teams = { 'Eng / Payments': 8, 'Eng / Ledger': 8, 'Ops / Support': 8, Office: 2 }
/** Whoever leads works elsewhere, so that nothing is theirs but by their role. */
const leaders = [
  'max@acme.example,Office,Max,manager,Eng,',
  'mona@acme.example,Office,Mona,manager,Ops,',
  'fay@acme.example,Office,Fay,facilitator,,Eng / Payments',
  'flo@acme.example,Office,Flo,facilitator,,Ops / Support',
  'lou@acme.example,Office,Lou,admin;manager;facilitator,Eng,Eng / Payments',
  'lea@acme.example,Eng / Payments,Lea,manager;facilitator,Eng,Eng / Payments',
]
const addresses = {
  left: 'lea@acme.example',
  member: 'payments1@acme.example',
  'other member': 'support1@acme.example',
  manager: 'max@acme.example',
  'other manager': 'mona@acme.example',
  facilitator: 'fay@acme.example',
  'other facilitator': 'flo@acme.example',
  'former leader': 'lou@acme.example',
  administrator: 'dana@acme.example',
}

/** Where a channel is that nobody hears: nothing listens there. */
const deadEnd = '127.0.0.1:1'

/** What is said in Payments, and nobody else's to read. */
export const secret = 'Said-in-Payments'

/** A company with something of everything in it, and somebody of every role at its doors. */
export class Company {
  readonly #cookies = new Map<Role, string>()
  readonly #things = new Map<string, string>()
  #board: Board | undefined
  #seat: Visitor | undefined
  #made = 0

  private constructor(
    readonly safe: TestApp,
    private readonly dana: Visitor,
    private readonly fay: Visitor,
    private readonly teams: Map<string, string>,
    private readonly rounds: { published: string; open: string },
    private readonly token: string,
  ) {}

  static async found(catalogues?: Catalogues): Promise<Company> {
    const { safe, dana, id } = await openCompany(teams, leaders, {}, catalogues)
    await everybodyAnswers(safe, (address) => rated(1 + (address.length % 5), remarksOf(address)))
    await closeRound(dana, id)
    safe.letters.splice(0)
    const rounds = { published: id, open: await openRound(safe, dana) }
    const { token } = (await dana.postJson('/tokens', { name: 'nightly' })).json()
    const fay = await safe.signIn(addresses.facilitator)
    const company = new Company(safe, dana, fay, await teamIds(safe), rounds, token)
    for (const role of Object.keys(addresses) as (keyof typeof addresses)[]) await company.signIn(role)
    // An import can be undone for a week: whoever asks anything at random would undo the company.
    await dana.post('/roster/undo/removal', {})
    await dana.post(`/people/${await company.#idOf('lea')}/removal`, {})
    const office = company.teams.get('Office')!
    await dana.post(`/people/${await company.#idOf('lou')}`, {
      email: addresses['former leader'],
      teamId: office,
    })
    return company
  }

  /** A session of their own, whatever became of the last. */
  async signIn(role: keyof typeof addresses): Promise<void> {
    const visitor = this.safe.visitor()
    await visitor.post(new URL((await newSignInLink(this.safe.context, addresses[role]))!).pathname, {})
    this.#cookies.set(role, `session=${visitor.cookie('session')}`)
  }

  /** As somebody of that role asks, from an address of their own. Whoever ends their session is back for the next request. */
  async send(role: Role, { headers, ...request }: InjectOptions): Promise<LightMyRequestResponse> {
    const cookie = this.#cookies.get(role)
    const response = await this.safe.app.inject({
      remoteAddress: `10.0.0.${[...unknown, ...known].indexOf(role)}`,
      ...request,
      headers: {
        host: 'localhost:3000',
        origin: 'http://localhost:3000',
        ...(cookie ? { cookie } : {}),
        ...(role === 'token' ? { authorization: `Bearer ${this.token}` } : {}),
        ...headers,
      },
    })
    if (String(response.headers['set-cookie']).includes('session=') && signedIn.includes(role))
      await this.signIn(role as keyof typeof addresses)
    return response
  }

  /** Puts what is meant in place of `<board>`, `<team>` and the like. */
  async fill(text: string, anew = false): Promise<string> {
    const filled: string[] = []
    for (const [n, part] of text.split(/<([^>]+)>/).entries())
      filled.push(n % 2 === 0 ? part : await this.thing(part, anew))
    return filled.join('')
  }

  /** Made once and kept; or anew, where the last may be used up. */
  async thing(name: string, anew = false): Promise<string> {
    const make = this.#makers[name]
    if (!make) throw new Error(`There is no ${name}`)
    if (anew || !this.#things.has(name)) this.#things.set(name, await make())
    return this.#things.get(name)!
  }

  readonly everything = () => Object.keys(this.#makers)

  readonly #makers: Record<string, () => string | Promise<string>> = {
    nothing: () => newId(),
    organisation: () => 'organisation',
    team: () => this.teams.get('Eng / Payments')!,
    'team above': () => this.teams.get('Eng')!,
    'team beside': () => this.teams.get('Eng / Ledger')!,
    'other team': () => this.teams.get('Ops / Support')!,
    'other team above': () => this.teams.get('Ops')!,
    'leaders’ team': () => this.teams.get('Office')!,
    person: async () => {
      const email = `${newId().slice(0, 8)}@acme.example`
      return idIn(await this.dana.postJson('/people', { email, teamId: await this.thing('other team') }))
    },
    question: () => 'stress',
    direction: () => 'up',
    'published round': () => this.rounds.published,
    'open round': () => this.rounds.open,
    'planned round': async () => (await this.dana.postJson('/rounds', {})).json().id,
    script: async () =>
      JSON.parse((await this.dana.get(`/rounds/${this.rounds.open}/manifest.json`)).body).script,
    invitation: () => tokensByAddress(this.safe).get(addresses.member)!,
    'sign-in link': async () => lastOf((await newSignInLink(this.safe.context, addresses.member))!),
    'reminder link': async () => lastOf(await reminderLink(this.safe.context, await this.#idOf('payments2'))),
    mail: () => 'results',
    session: async () => {
      await this.signIn('member')
      const { body } = await this.send('member', { url: '/sessions' })
      return [...body.matchAll(/\/sessions\/([\w-]+)\/revocation/g)].at(-1)![1]!
    },
    token: async () => {
      await this.dana.postJson('/tokens', { name: 'spare' })
      const all = await tokensOf(this.safe.context, await this.#idOf('dana'))
      return all.find(({ name }) => name === 'spare')!.id
    },
    'roster import': async () =>
      (await this.dana.postJson('/roster/imports', { roster: 'email,team\nx,' })).json().id,
    learnt: async () => {
      const team = await this.thing('team')
      await this.fay.post(`/teams/${team}/learnt`, { text: secret })
      const { body } = await this.fay.get('/learnt')
      return [...body.matchAll(/\/learnt\/([\w-]+)\/removal/g)].at(-1)![1]!
    },
    measure: async () => {
      const ours = { name: `Ideas ${randomUUID()}`, unit: 'count', better: 'higher', level: 'team' }
      await this.dana.post('/figures/measures', ours)
      const { body } = await this.dana.get('/figures/measures')
      return [...body.matchAll(/\/figures\/measures\/([\w-]+)"/g)].at(-1)![1]!
    },
    'figures import': async () => {
      const payload = 'email,month,active\npayments1@acme.example,2026-09,yes'
      const headers = { 'content-type': 'text/csv', accept: 'application/json' }
      return (await this.dana.request({ method: 'POST', url: '/figures/imports', headers, payload })).json()
        .id
    },
    connector: async () => {
      await this.thing('chat host', true)
      await this.dana.postJson('/figures/connectors/claude-code', {
        token: secret,
        address: `http://${deadEnd}`,
      })
      return 'claude-code'
    },
    board: async () => {
      this.#board = await startBoard(this.fay)
      this.#seat = await join(this.safe, this.#board)
      this.#cookies.set('seat', `seat=${this.#seat.cookie('seat')}`)
      return this.#board.id
    },
    card: async () => {
      await this.thing('board')
      return write(this.#board!, this.#seat!, secret)
    },
    code: async () => {
      await this.thing('board')
      return this.#board!.code
    },
    'ended board': async () => {
      const board = await startBoard(this.fay)
      await write(board, await join(this.safe, board), secret)
      await this.fay.postJson(`${board.at}/ending`, {})
      return board.id
    },
    'chat host': async () => {
      await this.dana.postJson('/chat/hosts', { host: deadEnd, internal: true })
      return encodeURIComponent(deadEnd)
    },
    channel: async () => {
      await this.thing('chat host', true)
      const channel = { kind: 'slack', name: `Payments ${++this.#made}`, teamId: await this.thing('team') }
      const address = `http://${deadEnd}/${secret}`
      await this.dana.postJson('/chat/channels', { ...channel, address, events: ['opened', 'signal'] })
      return (await this.#channels()).find(({ name }) => name === channel.name)!.id
    },
    'chat delivery': async () => {
      const id = await this.thing('channel', true)
      await this.dana.postJson(`/chat/channels/${id}/test`, {})
      return (await this.#channels()).find((one) => one.id === id)!.deliveries[0]!.id
    },
    annotation: async () => {
      const team = await this.thing('team')
      await this.fay.post(`/overview/${team}/annotations`, { month: await this.#month(), text: secret })
      const { body } = await this.fay.get(`/overview/${team}`)
      return [...body.matchAll(/\/annotations\/([\w-]{22})"/g)].at(-1)![1]!
    },
    action: async () => {
      const decided = { text: secret, owner: addresses.member, due: '2026-12-24' }
      return (await this.fay.postJson('/actions', { team: await this.thing('team'), ...decided })).json().id
    },
  }

  async #channels(): Promise<{ id: string; name: string; deliveries: { id: string }[] }[]> {
    return (await this.dana.get('/chat', { accept: 'application/json' })).json().channels
  }

  async #month(): Promise<string> {
    return (await this.fay.get('/overview/organisation/trends.json')).json().figures[0].month
  }

  async #idOf(name: string): Promise<string> {
    const all = await this.safe.context.store.read.select({ id: people.id, email: people.email }).from(people)
    return all.find(({ email }) => email === `${name}@acme.example`)!.id
  }
}

const remarksOf = (address: string) =>
  address === addresses.member ? [{ question: 'when-hurt', text: secret, audience: 'team' as const }] : []

const lastOf = (url: string): string => url.split('/').at(-1)!
const idIn = (response: LightMyRequestResponse): string => lastOf(response.json().at)
