import ipaddr from 'ipaddr.js'

/**
 * Whether a request may go to an address: a public one, or of a host that an administrator called internal one of the
 * own network. No service has a link-local address, but services that give away a machine's keys have.
 */
export function isReachable(address: string, internal: boolean): boolean {
  if (!ipaddr.isValid(address)) return false
  const range = rangeOf(ipaddr.process(address))
  return range === 'unicast' || (internal && ofOwnNetwork.has(range))
}

const ofOwnNetwork = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat'])

function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  if (address instanceof ipaddr.IPv4) return address.range()
  // An IPv4 address behind NAT64 is what it stands for.
  if (address.match(nat64)) return new ipaddr.IPv4(address.toByteArray().slice(12)).range()
  const range = address.range()
  return range === 'unicast' && !address.match(globalUnicast) ? 'reserved' : range
}

const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')
/** All that is given out; what lies outside is deprecated, or no address of a machine. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')
