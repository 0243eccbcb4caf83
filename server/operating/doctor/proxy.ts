import ipaddr from 'ipaddr.js'
import type { Config } from '../../config.ts'
import type { Keys } from '../../keys.ts'
import { isSealingKeyThere } from '../../secrets.ts'
import { doctorsToken, type Connection } from '../connection.ts'
import { well, wrong, type Finding } from './finding.ts'

/** An address that is nobody's (RFC 5737): what claims to come from there was forged. */
const forged = '203.0.113.77'
/** Milliseconds. */
const patience = 5000

/** Asks the server by its public address as a visitor would who lies about their own, and looks at whom it believed. */
export async function proxy(config: Config, keys: Keys | null): Promise<Finding[]> {
  const url = config.PUBLIC_URL
  if (!keys || !(await isSealingKeyThere(keys))) return []
  const asked = await ask(url, await doctorsToken(keys))
  if (typeof asked === 'string') return [wrong('serverSilent', { url, reason: asked })]
  if (asked === null) return [wrong('serverElsewhere', { url })]
  return judged(asked, url, config.TRUST_PROXY !== false)
}

/** Null where what answers is not this server; a reason where nothing does. */
async function ask(url: string, token: string): Promise<Connection | null | string> {
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': forged, accept: 'application/json' }
  try {
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(`${url}/doctor`, { headers, redirect: 'manual', signal })
    return answer.ok ? ((await answer.json()) as Connection) : null
  } catch (error) {
    const { cause, name } = error as { cause?: { code?: string }; name: string }
    return cause?.code ?? name
  }
}

/** What the server saw tells what stands in front of it, and whether it believes the right one. */
export function judged(
  { nearest, address, forwarded, scheme }: Connection,
  url: string,
  isTrusting: boolean,
): Finding[] {
  const told = forwarded?.split(',').at(-1)?.trim()
  // A proxy adds who asked it, or puts that in the place of what was said.
  const isAdded = told !== undefined && told !== forged
  const isWithin = told === nearest || (told !== undefined && isInternal(told))
  if (address === forged && !(isAdded && isWithin)) return [wrong('proxyForged', {})]
  if (!isAdded && !isTrusting && !url.startsWith('https:')) return [well('proxyNone', { url })]
  if (!isAdded) return [wrong('proxySilent', { address: nearest })]
  const isUnheard = address === nearest && told !== nearest
  if (!isTrusting || isUnheard) return [wrong('proxyUntrusted', { address: nearest })]
  if (`${scheme}:` !== new URL(url).protocol) return [wrong('schemeLost', { scheme, url })]
  // Asked from within the range that is believed, as the doctor may be, it goes on to what was said before.
  if (address === forged && told !== nearest) return [well('proxyWithin', { address: nearest, own: told })]
  return [well('proxyWell', { address: nearest })]
}

const internal = new Set<string>(['loopback', 'private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat'])

/** Of this machine or a network of one's own, where whoever asks may be believed with the proxy. */
const isInternal = (address: string): boolean =>
  ipaddr.isValid(address) && internal.has(ipaddr.process(address).range())
