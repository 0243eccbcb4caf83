import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogues } from '#views/messages/catalogues.ts'
import { Company, type Role } from '../attacks/company.ts'
import { doors, type Door } from '../attacks/doors.ts'
import { startChromium } from '../helpers/browser.ts'
import { startForeign, type Foreign } from '../helpers/foreign.ts'
import { freePort } from '../helpers/postgres.ts'
import { pseudo } from '../helpers/pseudo.ts'

let company: Foreign
let browser: Browser
let origin: string

beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  company = await startForeign({ PUBLIC_URL: origin })
  await company.safe.app.listen({ port })
  browser = await startChromium()
})
afterAll(async () => {
  await browser.close()
  await company.stop()
})

test('texts that are 40 % longer make no page scroll sideways on the smallest phone', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  await context.addCookies([{ name: 'session', value: company.dana.cookie('session')!, url: origin }])
  const page = await context.newPage()
  const wide: string[] = []
  for (const path of oneOfEach([...company.pages.keys()])) {
    await page.goto(origin + path)
    const width = await page.evaluate('document.documentElement.scrollWidth')
    if (Number(width) > 320) wide.push(`${path}: ${String(width)}`)
  }
  expect(wide).toEqual([])
})

test('nor does any page behind a door', async () => {
  const company = await Company.found({ en: pseudo(catalogues.en) })
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  let reader: Role = 'nobody'
  await context.route('**/*', async (route) => {
    const { pathname, search } = new URL(route.request().url())
    if (pathname.endsWith('/events')) return route.abort()
    const { statusCode, headers, rawPayload } = await company.send(reader, { url: pathname + search })
    const contentType = String(headers['content-type'])
    await route.fulfill({ status: statusCode, contentType, body: rawPayload })
  })
  const page = await context.newPage()
  const wide: string[] = []
  for (const { address, role } of pagesBehind(doors)) {
    reader = role
    await page.goto(`http://localhost:3000${await company.fill(address)}`)
    const width = await page.evaluate('document.documentElement.scrollWidth')
    if (Number(width) > 320) wide.push(`${address}: ${String(width)}`)
  }
  await company.safe.stop()
  expect(wide).toEqual([])
})

/** Each page once, with somebody whom it is shown. */
const pagesBehind = (all: Door[]): { address: string; role: Role }[] =>
  all
    .filter(({ method, address }) => method === 'GET' && !/\.[a-z0-9]+$|\/events$|^\/health/.test(address))
    .flatMap(({ address, answers }) => {
      const role = [...answers].find(([, { status }]) => status === 200)?.[0]
      return role ? [{ address, role }] : []
    })

/** Addresses that differ in an id, or in what is asked of them, are the same page. */
const oneOfEach = (paths: string[]): string[] => [
  ...new Map(paths.map((path) => [path.replace(/[\w-]{22}|\?.*/g, ''), path])).values(),
]
