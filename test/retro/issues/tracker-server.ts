import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Issue {
  number: number
  title: string
  body: string
  labels: string[]
  state: 'open' | 'closed'
}

interface Sent {
  title: string
  body: string
  fields: { summary: string; description: string; labels: string[] }
}

/** GitHub and Jira as their documents say they answer, on loopback, with one repository and one project. */
export class TrackerServer {
  readonly issues: Issue[] = []
  readonly gone = new Set<number>()
  readonly token = 'a-token-that-is-right'
  /** What it answers next, whatever it is asked; then it is itself again. */
  next: number | 'cut' | null = null
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response))

  async listen() {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  get host() {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close() {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async #answer(request: IncomingMessage, response: import('node:http').ServerResponse) {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = pieces.length > 0 ? JSON.parse(Buffer.concat(pieces).toString()) : {}
    const { next } = this
    this.next = null
    const send = (status: number, page: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(page))
    if (typeof next === 'number') return send(next, {})
    const basic = `Basic ${Buffer.from(`ada@acme.example:${this.token}`).toString('base64')}`
    if (![`token ${this.token}`, basic].includes(request.headers.authorization ?? '')) return send(401, {})
    const [status, page] = this.#page(request, body)
    // It was made, and nobody is told.
    if (next === 'cut') return response.destroy()
    return send(status, page)
  }

  #page({ method, url = '' }: IncomingMessage, body: Sent): [number, unknown] {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    if (pathname === '/repos/acme/platform') return [200, { has_issues: true, archived: false }]
    if (pathname === '/rest/api/2/project/PLAT') return [200, {}]
    if (pathname === '/rest/api/2/mypermissions')
      return [200, { permissions: { CREATE_ISSUES: { havePermission: true } } }]
    if (method === 'POST' && pathname === '/repos/acme/platform/issues')
      return [201, this.#asGithub(this.#made(body.title, body.body, []))]
    if (method === 'POST' && pathname === '/rest/api/2/issue') {
      const { summary, description, labels } = body.fields
      return [201, { id: '1', key: `PLAT-${this.#made(summary, description, labels).number}` }]
    }
    if (pathname === '/repos/acme/platform/issues')
      return [200, this.issues.map((issue) => this.#asGithub(issue))]
    if (pathname === '/rest/api/3/search/jql') {
      const sought = /labels = "(.*?)"/.exec(searchParams.get('jql')!)![1]!
      const found = this.issues.filter(({ labels }) => labels.includes(sought))
      return [200, { issues: found.map(({ number }) => ({ key: `PLAT-${number}` })) }]
    }
    const number = Number(/(\d+)$/.exec(pathname)?.[1])
    const issue = this.issues.find((one) => one.number === number)
    if (!issue || this.gone.has(number)) return [pathname.startsWith('/rest') ? 404 : 410, {}]
    if (pathname.startsWith('/repos/acme/platform/issues/')) return [200, this.#asGithub(issue)]
    const key = issue.state === 'closed' ? 'done' : 'indeterminate'
    return [200, { fields: { status: { statusCategory: { key } } } }]
  }

  #made(title: string, body: string, labels: string[]): Issue {
    const issue = { number: this.issues.length + 1, title, body, labels, state: 'open' as const }
    this.issues.push(issue)
    return issue
  }

  #asGithub = ({ number, title, body, state }: Issue) => ({
    number,
    title,
    body,
    state,
    html_url: `http://${this.host}/acme/platform/issues/${number}`,
  })
}
