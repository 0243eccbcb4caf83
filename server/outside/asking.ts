import { lookup, type LookupAddress } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isReachable } from './addresses.ts'
import { NotTaken, reasonOf } from './reasons.ts'

export interface Question {
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
}

/** What may be reached, by host, with its port where it is not the usual one. */
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

interface Limits extends Pick<Ways, 'resolve'> {
  hosts: Hosts
  signal: AbortSignal
}

/**
 * Asks a host that is on the list, over a connection of its own to an address that was looked at. Whoever asked reads
 * the answer, or destroys it; a redirect is an answer. Throws NotTaken where there is none.
 */
export function ask(
  url: URL,
  { method, headers, body }: Question,
  { hosts, signal, resolve }: Limits,
): Promise<IncomingMessage> {
  const { internal } = allowed(url, hosts)
  const { request } = url.protocol === 'https:' ? https : http
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
  return new Promise((settle, refuse) => {
    const sent = request(url, {
      method,
      headers: { ...headers, ...length, 'user-agent': 'Safe-to-Say' },
      // A connection of its own, so that its address was looked up and looked at for this request.
      agent: false,
      signal,
      lookup: lookedAt(resolve, internal),
    })
    sent.on('error', (error) => refuse(new NotTaken(reasonOf(error))))
    sent.once('response', settle)
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

/**
 * Where a host is that is asked in another way than by HTTP: an address that was looked at. Throws NotTaken for one that
 * is not on the list or may not be reached.
 */
export async function addressOf(
  url: URL,
  { hosts, resolve }: Pick<Limits, 'hosts' | 'resolve'>,
): Promise<{ address: string; internal: boolean }> {
  const host = hosts.get(url.host)
  if (!host) throw new NotTaken('host')
  const { internal } = host
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const find = lookedAt(resolve, internal)
  if (isIP(literal) && !isReachable(literal, internal)) throw new NotTaken('address')
  if (isIP(literal)) return { address: literal, internal }
  return new Promise((settle, refuse) =>
    find(literal, {}, (error, address) => {
      if (error || typeof address !== 'string') refuse(new NotTaken(error ? reasonOf(error) : 'name'))
      else settle({ address, internal })
    }),
  )
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
