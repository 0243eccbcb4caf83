import { lookup, type LookupAddress } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isReachable } from './addresses.ts'
import { reasonOf, retryAfter, NotTaken } from './reasons.ts'

export interface Message {
  headers: Record<string, string>
  body: string
}

/** Where messages may go, by host, with its port where it is not the usual one. */
export type Hosts = ReadonlyMap<string, { internal: boolean }>

export type Resolve = (
  hostname: string,
  options: { all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void

/** How names become addresses, and how long a service may take altogether, in milliseconds. */
export interface Ways {
  resolve: Resolve
  patience: number
}

export const usualWays: Ways = { resolve: lookup, patience: 10_000 }
const mostRedirects = 2

/** Posts a message. Throws NotTaken, with the reason, when the service did not take it. */
export async function send(address: URL, message: Message, hosts: Hosts, ways: Ways): Promise<void> {
  const signal = AbortSignal.timeout(ways.patience)
  let url = address
  for (let redirects = 0; ; redirects++) {
    const { status, location, wait } = await post(url, message, { hosts, signal, ...ways })
    if (status >= 200 && status < 300) return
    // Others ask for a GET instead, which would tell the service nothing.
    if (status !== 307 && status !== 308) throw new NotTaken(String(status), wait)
    if (redirects === mostRedirects || !location || !URL.canParse(location, url))
      throw new NotTaken('redirects')
    url = new URL(location, url)
  }
}

interface Answer {
  status: number
  location: string | undefined
  /** How long it asks to be left alone, in milliseconds. */
  wait: number
}

function post(
  url: URL,
  { headers, body }: Message,
  { hosts, signal, resolve }: Omit<Ways, 'patience'> & { hosts: Hosts; signal: AbortSignal },
): Promise<Answer> {
  const { internal } = allowed(url, hosts)
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((settle, refuse) => {
    const sent = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'Safe-to-Say' },
      // A connection of its own, so that its address was looked up and looked at for this message.
      agent: false,
      signal,
      lookup: lookedAt(resolve, internal),
    })
    sent.on('error', (error) => refuse(new NotTaken(reasonOf(error))))
    sent.once('response', (response) => {
      const { statusCode = 0, headers: answered } = response
      settle({ status: statusCode, location: answered.location, wait: retryAfter(answered['retry-after']) })
      // The status says it all. What follows is not read: neither its length nor its words matter.
      response.on('error', () => {})
      sent.destroy()
    })
    sent.end(body)
  })
}

/** Throws NotTaken for a host that is not on the list, or that would be told in the clear. */
function allowed(url: URL, hosts: Hosts): { internal: boolean } {
  const host = hosts.get(url.host)
  if (!host || url.username || url.password) throw new NotTaken('host')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && host.internal))
    throw new NotTaken('insecure')
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (isIP(literal) && !isReachable(literal, host.internal)) throw new NotTaken('address')
  return host
}

/** The connection goes to an address that was looked at, whatever the name means a moment later. */
const lookedAt =
  (resolve: Resolve, internal: boolean): LookupFunction =>
  (hostname, options, done) =>
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, [])
      const reachable = addresses.filter(({ address }) => isReachable(address, internal))
      const [first] = reachable
      if (!first) return done(Object.assign(new Error('Not reachable'), { code: 'EADDRESS' }), [])
      if (options.all) done(null, reachable)
      else done(null, first.address, first.family)
    })
