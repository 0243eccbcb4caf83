import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attackSeed } from '../helpers/attacks.ts'
import { everythingStored } from '../helpers/stored.ts'
import { Company, signedIn, type Role } from './company.ts'
import { requestsOf, type RandomRequest } from './random-request.ts'

/** Whatever anybody sends is answered in order. A failure names its request, made as simple as it can be. */
const seed = attackSeed('random requests')
/** ATTACK_REQUESTS asks for more. */
const requests = Number(process.env['ATTACK_REQUESTS'] ?? 20_000)
/** On average. */
const atOnce = 10

let company: Company
let things: Map<string, string>
beforeAll(async () => {
  company = await Company.found()
  await makeThings()
})
afterAll(() => company.safe.stop())

/** What was used up is there again. A sign-in link would be documented to sign in; this one is spent. */
async function makeThings() {
  things = new Map()
  for (const name of company.everything()) things.set(name, await company.thing(name, true))
  await company.send('nobody', { method: 'POST', url: `/sign-in/${things.get('sign-in link')}` })
}

const fill = (text: string) => text.replace(/<([^<>]+)>/g, (whole, name: string) => things.get(name) ?? whole)

test('strangers can ask whatever they like: nothing breaks, leads astray or grows', async () => {
  const before = await rowsStored()
  const level = await memoryAfter(() => ask(['nobody', 'left'], requests / 4))
  expect(level).toBeLessThan(mostGrowth)
  const { outbox, ...others } = await rowsStored()
  const { outbox: outboxBefore, ...othersBefore } = before
  expect(others).toEqual(othersBefore)
  // Sixty an hour for each of two clients.
  expect(outbox! - outboxBefore!).toBeLessThanOrEqual(120)
})

test('neither does it for whoever has a session, a seat or a token, nor while sessions end in between', async () => {
  const level = await memoryAfter(() => ask([...signedIn, 'seat', 'token'], (requests / 4) * 3))
  expect(level).toBeLessThan(mostGrowth)
  await company.safe.deliver()
  expect(company.safe.reports).toEqual([])
})

async function ask(roles: readonly Role[], times: number) {
  const several = fc.noBias(fc.array(requestsOf(roles), { minLength: 1, maxLength: 2 * atOnce, size: 'max' }))
  // Strangers use nothing up.
  const usesUp = roles.some((role) => signedIn.includes(role))
  let asked = 0
  await fc.assert(
    fc.asyncProperty(several, async (all) => {
      if (++asked % 50 === 0 && usesUp) await makeThings()
      await Promise.all(all.map(answersInOrder))
    }),
    { numRuns: times / atOnce, seed },
  )
}

async function answersInOrder({ role, method, url, headers, payload, from }: RandomRequest) {
  const response = await company.send(role, {
    method: method as 'GET',
    url: fill(url),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)])),
    ...(payload !== undefined && { payload: fill(payload) }),
    ...(role !== 'nobody' && role !== 'left' && { remoteAddress: `10.1.0.${from}` }),
    payloadAsStream: true,
  })
  const type = String(response.headers['content-type'] ?? '')
  let body = ''
  if (type.startsWith('text/event-stream')) response.raw.res.destroy()
  else for await (const piece of response.stream()) body += String(piece)
  // As its connection would be: what waits for the rest of its body is let go.
  response.raw.res.req.destroy()

  const reports = company.safe.reports.splice(0)
  expect(response.statusCode, [body, ...reports].join('\n')).toBeLessThan(500)
  expect(reports).toEqual([])
  expect(body).not.toMatch(/\n\s+at |node_modules|\.tsx?:\d+/)
  if (type.startsWith('text/html')) expect(body).not.toContain('<img src=x')
  const { location } = response.headers
  if (location !== undefined) expect(location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/)
  for (const { name, value, path } of response.cookies) expect([name, value, path]).toEqual(documented(name))
}

/** What is set without signing in: a notice for the next page, and a seat by a board's code. A session is only taken away. */
function documented(name: string) {
  if (name === 'notice') return [name, expect.stringMatching(/^\w*$/), '/']
  if (name === 'seat') return [name, expect.any(String), expect.stringMatching(/^\/boards\/[\w-]{22}$/)]
  return [expect.stringMatching(/^(session|sample)$/), '', expect.any(String)]
}

/** In bytes. */
const mostGrowth = 24 * 1024 * 1024

async function memoryAfter(work: () => Promise<void>): Promise<number> {
  const before = memoryHeld()
  await work()
  return memoryHeld() - before
}

/** But for the lines of the log, which the test holds. */
function memoryHeld(): number {
  company.safe.lines.splice(0)
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

async function rowsStored(): Promise<Record<string, number>> {
  const all: Record<string, unknown[]> = JSON.parse(await everythingStored(company.safe.context.store))
  return Object.fromEntries(Object.entries(all).map(([table, rows]) => [table, rows.length]))
}
