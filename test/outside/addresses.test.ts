import { expect, test } from 'vitest'
import { isReachable } from '#server/outside/addresses.ts'

const own = [
  '127.0.0.1',
  '127.8.9.10',
  '10.0.0.5',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '::1',
  'fc00::1',
  'fd12:3456::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.5',
  '::ffff:a00:5',
  '64:ff9b::10.0.0.5',
  '64:ff9b::7f00:1',
  '::127.0.0.1',
]
const never = [
  '169.254.169.254',
  '::ffff:169.254.169.254',
  '64:ff9b::169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::a9fe:a9fe',
  'fe80::1',
  'febf::1',
  'fec0::1',
  '0.0.0.0',
  '0.1.2.3',
  '::',
  '::7f00:1',
  '2002:7f00:1::',
  '2002:a9fe:a9fe::1',
  '2001:0:4136:e378::1',
  '2001:db8::1',
  '255.255.255.255',
  '224.0.0.1',
  'ff02::1',
  '198.18.0.1',
  '203.0.113.9',
  '240.0.0.1',
  'localhost',
  '',
]
const open = [
  '1.1.1.1',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700:4700::1111',
  '64:ff9b::101:101',
  '::ffff:1.1.1.1',
]

test('a message goes to public addresses, by IPv4, IPv6 and through NAT64', () => {
  for (const address of open)
    for (const internal of [false, true])
      expect([address, isReachable(address, internal)]).toEqual([address, true])
})

test('this machine and private networks are reached only where an administrator said so, however they are written', () => {
  for (const address of own) {
    expect([address, isReachable(address, false)]).toEqual([address, false])
    expect([address, isReachable(address, true)]).toEqual([address, true])
  }
})

test('link-local addresses, where clouds keep the keys of machines, and what is no machine’s are never reached', () => {
  for (const address of never)
    for (const internal of [false, true])
      expect([address, isReachable(address, internal)]).toEqual([address, false])
})
