import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChromium } from '../helpers/browser.ts'
import { startForeign, type Foreign } from '../helpers/foreign.ts'
import { freePort } from '../helpers/postgres.ts'

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

/** Addresses that differ in an id, or in what is asked of them, are the same page. */
const oneOfEach = (paths: string[]): string[] => [
  ...new Map(paths.map((path) => [path.replace(/[\w-]{22}|\?.*/g, ''), path])).values(),
]
