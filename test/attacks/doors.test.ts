import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everythingStored } from '../helpers/stored.ts'
import { Company, secret, signedIn, strangers, type Role } from './company.ts'
import { doors, type Door } from './doors.ts'

/** The policy is the table in doors.ts. Here everybody tries every door of it. */
let company: Company
beforeAll(async () => {
  company = await Company.found()
  for (const { address, body } of doors) await company.fill(address + body)
})
afterAll(() => company.safe.stop())

const everybody = [...strangers, ...signedIn]
const nameOf = ({ method, address }: Door) => `${method} ${address}`
const isEndless = (url: string) => url.endsWith('/events')

test('every route has its line in the table of doors, and every line leads to a route', () => {
  const inTable = doors.map((door) => nameOf(door).replaceAll(/<[^>]+>/g, ':'))
  const there = company.safe.app.routeTable
    .filter(({ method }) => method !== 'HEAD')
    .map(({ method, url }) => `${method} ${url.replaceAll(/:\w+/g, ':')}`)
  expect([...new Set(inTable)].sort()).toEqual([...new Set(there)].sort())
})

/** As a page sends it, or a script. The steps of answering take nothing but JSON. */
async function knock(
  role: Role,
  door: Door,
  { as = 'page', method = door.method as string, anew = false } = {},
) {
  const url = await company.fill(door.address, anew)
  const body = await company.fill(door.body)
  const json = JSON.stringify(Object.fromEntries(new URLSearchParams(body)))
  const isStep = door.address.startsWith('/answering')
  const response = await company.send(role, {
    method: method as 'GET',
    url,
    headers: {
      accept: as === 'page' ? 'text/html' : 'application/json',
      ...(method === 'POST' && {
        'content-type': isStep ? 'application/json' : 'application/x-www-form-urlencoded',
      }),
    },
    ...(method === 'POST' && { payload: isStep ? json : body }),
    payloadAsStream: isEndless(url) && method === 'GET',
  })
  if (isEndless(url) && method === 'GET') response.raw.res.destroy()
  return response
}

const said = ({ statusCode, headers }: LightMyRequestResponse) => [statusCode, headers.location ?? null]

test('whom the table does not name is refused in few words, as a page and as a script, and nothing changes', async () => {
  const before = await everythingStored(company.safe.context.store)
  for (const door of doors)
    for (const role of everybody.filter((one) => !door.answers.has(one))) {
      const isKnown = signedIn.includes(role)
      // What a script asks for by its name, or with a token, is answered as to a script.
      const isPage = door.method === 'GET' && role !== 'token' && !door.address.endsWith('.json')
      const asPage = await knock(role, door)
      const refused = isKnown ? [403, null] : isPage ? [303, '/sign-in'] : [401, null]
      expect.soft([role, nameOf(door), said(asPage)]).toEqual([role, nameOf(door), refused])
      const asScript = await knock(role, door, { as: 'script' })
      expect
        .soft([role, nameOf(door), said(asScript)])
        .toEqual([role, nameOf(door), [isKnown ? 403 : 401, null]])
      if (isEndless(door.address)) continue
      const error = isKnown ? 'notAllowed' : 'signInFirst'
      expect.soft(asScript.body).toMatch(new RegExp(`^{"error":"${error}","message":"[^"]+"}$`))
      expect.soft([role, nameOf(door), asPage.body.includes(secret)]).toEqual([role, nameOf(door), false])
    }
  expect(await everythingStored(company.safe.context.store)).toBe(before)
})

test('whom the table names gets the answer it says, asked for the head of a page too', async () => {
  for (const door of doors)
    for (const [role, { status, to }] of door.answers) {
      const about = [role, nameOf(door)]
      const answer = await knock(role, door, { anew: true })
      const [code, location] = said(answer)
      // A script is mostly told what a person is led on to.
      const isTold = role === 'token' && answer.statusCode < 300 && status < 400
      expect.soft([...about, code]).toEqual([...about, isTold ? code : status])
      if (to && !isTold) expect.soft([...about, location]).toEqual([...about, await company.fill(to)])
      if (door.method === 'POST' || isEndless(door.address)) continue
      const head = await knock(role, door, { method: 'HEAD' })
      expect.soft([...about, ...said(head), head.body]).toEqual([...about, code, location, ''])
    }
  expect(company.safe.reports).toEqual([])
})

test('what no door is made for is not there, whoever asks, and says nothing of what is', async () => {
  const headers = { accept: 'application/json' }
  const { body: nothing } = await company.send('nobody', { url: '/nothing-of-the-kind', headers })
  expect(JSON.parse(nothing)).toEqual({ error: 'notFound', message: expect.any(String) })
  const patterns = doors.map((door) => new RegExp(`^${nameOf(door).replaceAll(/<[^>]+>/g, '[^/]+')}$`))
  for (const door of doors) {
    const url = await company.fill(door.address)
    const other = door.method === 'GET' ? 'POST' : 'GET'
    const tried: [string, Role][] = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].flatMap((method) => [
      [method, 'nobody'],
      [method, 'administrator'],
    ])
    if (!patterns.some((pattern) => pattern.test(`${other} ${url}`))) tried.push([other, 'administrator'])
    for (const [method, role] of tried) {
      const answer = await company.send(role, { method: method as 'GET', url, headers })
      const { allow, location } = answer.headers
      expect
        .soft([method, url, answer.statusCode, answer.body, allow, location])
        .toEqual([method, url, 404, nothing, undefined, undefined])
    }
  }
})

test('what never ends is not answered with its head alone, which would keep a place among the watchers for good', async () => {
  const endless = doors.filter(({ address }) => isEndless(address))
  expect(endless.length).toBe(2)
  for (const { address } of endless)
    for (const role of ['facilitator', 'seat'] as const) {
      const { statusCode } = await company.send(role, { method: 'HEAD', url: await company.fill(address) })
      expect([address, role, statusCode]).toEqual([address, role, 404])
    }
})
