import { expect, test } from 'vitest'
import { addressOf, NotTaken, type Resolve } from '#server/outside/outside.ts'

/** A name server that says one thing. */
const saying =
  (...addresses: string[]): Resolve =>
  (_name, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

const found = async (url: string, internal: boolean, resolve = saying('127.0.0.1')) => {
  const hosts = new Map([[new URL(url).host, { internal }]])
  return addressOf(new URL(url), { hosts, resolve }).then(
    ({ address }) => address,
    (error: unknown) => (error instanceof NotTaken ? error.reason : error),
  )
}

test('a database is asked at an address that was looked at, and at none of the own network unless that was said', async () => {
  expect(await found('postgres://reader@lake.example:5432/lake', true)).toBe('127.0.0.1')
  expect(await found('postgres://reader@lake.example:5432/lake', false)).toBe('address')
  expect(await found('postgres://reader@lake.example:5432/lake', false, saying('1.1.1.1'))).toBe('1.1.1.1')
  expect(await found('postgres://reader@10.0.0.7:5432/lake', false)).toBe('address')
  expect(await found('mysql://reader@169.254.169.254:3306/lake', true)).toBe('address')
  expect(await found('mysql://reader@[::1]:3306/lake', true)).toBe('::1')
  const both = saying('169.254.169.254', '10.0.0.7')
  expect(await found('mysql://reader@lake.example:3306/lake', true, both)).toBe('10.0.0.7')
})

test('a database on a host or port that is not on the list is not looked for', async () => {
  let asked = 0
  const resolve: Resolve = (_name, _options, done) => {
    asked += 1
    done(null, [])
  }
  const hosts = new Map([['lake.example:5432', { internal: true }]])
  for (const url of ['postgres://a@lake.example:5433/lake', 'postgres://a@other.example:5432/lake'])
    await expect(addressOf(new URL(url), { hosts, resolve })).rejects.toMatchObject({ reason: 'host' })
  expect(asked).toBe(0)
})
